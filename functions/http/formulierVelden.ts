/** The parts that the pages of the form without JavaScript are made of. */
import type { FieldError } from '../contract/problem.ts'
import type { Deps } from '../domain/ports.ts'
import { antwoordVeld, type Ingevuld, type Veld, velden } from './formulierInvoer.ts'
import { type Html, html, trusted } from './html.ts'

export type Named = { code: string; naam: string }

/** What stands in a page for an error of the API: the id of its field, or nothing for the page as a whole. */
export type Fouten = { fieldOf(error: FieldError): string | undefined; list: readonly FieldError[] }

export const messageAt = ({ fieldOf, list }: Fouten, id: string): string | undefined =>
  list.find((error) => fieldOf(error) === id)?.detail

/** Label, help, error and the field itself, tied together for who cannot see that they stand together. */
export function toField(
  id: string,
  label: string,
  { error, hint }: { error?: string | undefined; hint?: string | undefined },
  control: (describedBy: Html) => Html,
): Html {
  return html`<div class="veld">
<label for="${id}">${label}</label>
${toHelp(id, hint, error)}
${control(toDescribedBy(id, hint, error))}
</div>`
}

const toHelp = (id: string, hint: string | undefined, error: string | undefined): Html =>
  html`${hint && html`<p class="hulp" id="${id}-hulp">${hint}</p>`}
${error && html`<p class="fout" id="${id}-fout">${error}</p>`}`

function toDescribedBy(id: string, hint: string | undefined, error: string | undefined): Html {
  const ids = [hint && `${id}-hulp`, error && `${id}-fout`].filter(Boolean).join(' ')
  return html`${ids !== '' && html`aria-describedby="${ids}"`} ${error !== undefined && trusted('aria-invalid="true"')}`
}

const options = (named: readonly Named[], chosen: string): Html[] =>
  named.map(
    ({ code, naam }) =>
      html`<option value="${code}" ${code === chosen && trusted('selected')}>${naam}</option>`,
  )

export const toSelect = (id: string, named: readonly Named[], chosen: string, describedBy: Html): Html =>
  html`<select id="${id}" name="${id}" ${describedBy}><option value="">Maak een keuze</option>${options(named, chosen)}</select>`

export function toCategorieSelect(
  { categorieen }: Deps['gemeente'],
  chosen: string,
  describedBy: Html,
): Html {
  const groepen = [...new Map(categorieen.map(({ groep }) => [groep.code, groep])).values()]
  return html`<select id="categorie" name="categorie" ${describedBy}><option value="">Maak een keuze</option>${groepen.map(
    (groep) =>
      html`<optgroup label="${groep.naam}">${options(
        categorieen.filter((categorie) => categorie.groep.code === groep.code),
        chosen,
      )}</optgroup>`,
  )}</select>`
}

/** A question with a few answers, each to be seen at once. */
export const toRadios = (
  id: string,
  question: string,
  named: readonly Named[],
  chosen: string,
  error: string | undefined,
): Html => html`<fieldset class="veld" id="${id}" ${error && html`aria-describedby="${id}-fout"`}>
<legend>${question}</legend>
${error && html`<p class="fout" id="${id}-fout">${error}</p>`}
${named.map(
  ({ code, naam }, i) =>
    html`<p class="keuze"><input type="radio" id="${id}-${i}" name="${id}" value="${code}" ${code === chosen && trusted('checked')}> <label for="${id}-${i}">${naam}</label></p>`,
)}
</fieldset>`

/** Errors first, each a link to its field (NL Design System, form guidelines). */
export const toErrorSummary = ({ fieldOf, list }: Fouten): Html => html`
<div class="fouten" role="alert" tabindex="-1" autofocus>
<h2>Uw melding is nog niet verstuurd</h2>
<ul>${list.map((error) => {
  const id = fieldOf(error)
  return html`<li>${id ? html`<a href="#${id}">${error.detail}</a>` : error.detail}</li>`
})}</ul>
</div>`

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** What was typed on another page goes along unseen. */
export const toHidden = (ingevuld: Ingevuld, besides: readonly Veld[] = []): Html[] => [
  ...velden.filter((veld) => !besides.includes(veld)).map((veld) => hidden(veld, ingevuld[veld])),
  ...Object.entries(ingevuld.antwoorden).map(([code, text]) => hidden(antwoordVeld(code), text)),
]

export const toLinks = ({ webadres }: Deps['dienst']): Html =>
  html`<p><a href="${webadres}/">Naar de site van Kernpunt</a> · <a href="${webadres}/privacy">Privacy</a></p>`

export const toTelefoon = (nummer: string): Html =>
  html`<a href="tel:${nummer.replace(/[^+\d]/g, '')}">${nummer}</a>`

const dag = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' })
/** @example inFull('2026-12-01')   // 'dinsdag 1 december 2026' */
export const inFull = (datum: string): string => dag.format(new Date(`${datum}T00:00:00Z`))

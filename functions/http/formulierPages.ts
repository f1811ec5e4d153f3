/** The first page of the form without JavaScript. What somebody typed only passes through the escaping template. */
import type { FieldError } from '../contract/problem.ts'
import { formulierPad } from '../contract/routes.ts'
import type { Deps } from '../domain/ports.ts'
import type { HttpReply } from './event.ts'
import { type Ingevuld, type Veld, velden, voorbeeldPlek } from './formulierInvoer.ts'
import {
  messageAt,
  toCategorieSelect,
  toErrorSummary,
  toField,
  toHidden,
  toLinks,
  toSelect,
  toTelefoon,
} from './formulierVelden.ts'
import { type Html, html, trusted } from './html.ts'
import { toPage } from './page.ts'

/** Where an error of the API belongs in the form; `plek` stands for the place as a whole. */
const fieldOf = ({ pointer }: FieldError, { coordinaten, kern }: Ingevuld): Veld | undefined => {
  if (pointer.startsWith('/geometrie')) return coordinaten.trim() ? 'coordinaten' : kern ? 'plek' : 'kern'
  return (['categorie', 'omschrijving', 'naam', 'email', 'telefoon'] as const).find((veld) =>
    pointer.endsWith(`/${veld}`),
  )
}

const aantallen = [
  { code: '1', naam: '1 foto' },
  { code: '2', naam: '2 foto’s' },
  { code: '3', naam: '3 foto’s' },
]

/** Seen by nobody: a program that fills in everything fills in this too. */
const lokveld = html`<div class="lokveld" aria-hidden="true"><label for="website">Laat dit veld leeg</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>`

/** The form with what was typed; errors first. */
export function toFormulierPage(
  statusCode: number,
  { gemeente, dienst }: Deps,
  ingevuld: Ingevuld,
  errors: readonly FieldError[],
): HttpReply {
  const place = (error: FieldError) => velden.indexOf(fieldOf(error, ingevuld) ?? 'sleutel')
  const fouten = {
    fieldOf: (error: FieldError) => fieldOf(error, ingevuld),
    list: errors.toSorted((a, b) => place(a) - place(b)),
  }
  const field = (veld: Veld, label: string, control: (describedBy: Html) => Html, hint?: string) =>
    toField(veld, label, { error: messageAt(fouten, veld), hint }, control)
  const input = (veld: Veld, label: string, { hint = '', attributes = '' } = {}) =>
    field(
      veld,
      label,
      (describedBy) =>
        html`<input id="${veld}" name="${veld}" value="${ingevuld[veld]}" ${trusted(attributes)} ${describedBy}>`,
      hint || undefined,
    )
  // The answer about danger is asked again: another kind of melding asks another question.
  const onPage = velden.filter((veld) => veld !== 'sleutel' && veld !== 'geopend')
  const main = html`
<h1>Doe een melding</h1>
${dienst.voorbeeldgegevens && html`<p class="let-op">Dit is een proefomgeving met voorbeeldgegevens. De gemeente ziet uw melding niet.</p>`}
<p class="let-op">Is er direct gevaar? Bel ${toTelefoon('112')}.</p>
${errors.length > 0 && toErrorSummary(fouten)}
<form method="post" action="${formulierPad}" novalidate>
${toHidden(ingevuld, onPage)}
${lokveld}
<h2>Wat is er aan de hand?</h2>
${field('categorie', 'Waar gaat het over?', (describedBy) => toCategorieSelect(gemeente, ingevuld.categorie, describedBy))}
${field(
  'omschrijving',
  'Wat ziet u?',
  (describedBy) => html`<textarea id="omschrijving" name="omschrijving" rows="5" ${describedBy}>
${ingevuld.omschrijving}</textarea>`,
  'Schrijf hier geen namen of telefoonnummers.',
)}
<h2>Waar is het?</h2>
<p>Kies een kern en schrijf op waar het is. Of vul coördinaten in.</p>
${field('kern', 'Kern', (describedBy) => toSelect('kern', gemeente.kernen, ingevuld.kern, describedBy))}
${input('plek', 'Straat, huisnummer of plek', { hint: 'Bijvoorbeeld: Dorpsweg 12, bij de brug. Of een postcode met huisnummer.' })}
${input('coordinaten', 'Coördinaten (als u ze weet)', { hint: `Breedte en lengte, bijvoorbeeld ${voorbeeldPlek(gemeente.kernen)}. Of RD in meters.` })}
<h2>Foto’s (hoeft niet)</h2>
${field(
  'aantalFotos',
  'Hoeveel foto’s wilt u meesturen?',
  (describedBy) => toSelect('aantalFotos', aantallen, ingevuld.aantalFotos, describedBy),
  'Eerst verstuurt u de melding. Daarna kiest u de foto’s.',
)}
<h2>Wie bent u? (hoeft niet)</h2>
<p>Met uw gegevens kunnen wij u iets vragen of laten weten. Zij komen nooit op de kaart.</p>
${input('naam', 'Naam (niet verplicht)', { attributes: 'autocomplete="name"' })}
${input('email', 'E-mailadres (niet verplicht)', { attributes: 'type="email" autocomplete="email"' })}
${input('telefoon', 'Telefoonnummer (niet verplicht)', { attributes: 'type="tel" autocomplete="tel"' })}
<button type="submit" name="stap" value="controle">Verder</button>
</form>
${toLinks(dienst)}`
  const title = `${errors.length > 0 ? 'Fout: d' : 'D'}oe een melding`
  return toPage(statusCode, { title, brand: `Gemeente ${gemeente.naam}`, main })
}

/** The pages of the form without JavaScript. What somebody typed only passes through the escaping template. */
import type { MeldingOntvangst } from '../contract/melding.ts'
import type { FieldError } from '../contract/problem.ts'
import { formulierPad } from '../contract/routes.ts'
import type { Deps } from '../domain/ports.ts'
import type { HttpReply } from './event.ts'
import { type Ingevuld, velden, voorbeeldPlek } from './formulierInvoer.ts'
import { type Html, html, trusted } from './html.ts'
import { toPage } from './page.ts'

type Veld = Exclude<keyof Ingevuld, 'sleutel' | 'toch'>

const dag = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' })

/** Where an error of the API belongs in the form; `plek` stands for the place as a whole. */
const fieldOf = ({ pointer }: FieldError, { coordinaten, kern }: Ingevuld): Veld | undefined => {
  if (pointer.startsWith('/geometrie')) return coordinaten.trim() ? 'coordinaten' : kern ? 'plek' : 'kern'
  return (['categorie', 'omschrijving', 'naam', 'email', 'telefoon'] as const).find((veld) =>
    pointer.endsWith(`/${veld}`),
  )
}

/**
 * The form with what was typed; errors first, each a link to its field (NL Design System, form guidelines).
 * @param persoonlijk words that look personal; sending the form once more with them needs a tick.
 */
export function toFormulierPage(
  statusCode: number,
  { gemeente, dienst }: Deps,
  ingevuld: Ingevuld,
  errors: readonly FieldError[],
  persoonlijk = '',
): HttpReply {
  const place = (error: FieldError) => velden.indexOf(fieldOf(error, ingevuld) ?? 'sleutel')
  const inOrder = errors.toSorted((a, b) => place(a) - place(b))
  const wrong = new Map(errors.map((error) => [fieldOf(error, ingevuld), error.detail]))
  const input = (veld: Veld, label: string, extra: { hint?: string; attributes?: string } = {}) =>
    toField(
      veld,
      label,
      wrong.get(veld),
      extra.hint,
      (describedBy) =>
        html`<input id="${veld}" name="${veld}" value="${ingevuld[veld]}" ${trusted(extra.attributes ?? '')} ${describedBy}>`,
    )
  const main = html`
<h1>Doe een melding</h1>
${dienst.voorbeeldgegevens && html`<p class="let-op">Dit is een proefomgeving met voorbeeldgegevens. De gemeente ziet uw melding niet.</p>`}
<p class="let-op">Is er direct gevaar? Bel <a href="tel:112">112</a>.</p>
${errors.length > 0 && toErrorSummary(inOrder, ingevuld)}
${persoonlijk !== '' && html`<p class="fouten" role="alert" tabindex="-1" autofocus>Uw melding is nog niet verstuurd. <a href="#toch">Staat er iets persoonlijks in uw tekst?</a></p>`}
<form method="post" action="${formulierPad}" novalidate>
<input type="hidden" name="sleutel" value="${ingevuld.sleutel}">
<h2>Wat is er aan de hand?</h2>
${toField('categorie', 'Waar gaat het over?', wrong.get('categorie'), undefined, (describedBy) => toCategorieSelect(gemeente, ingevuld.categorie, describedBy))}
${toField(
  'omschrijving',
  'Wat ziet u?',
  wrong.get('omschrijving'),
  'Schrijf hier geen namen of telefoonnummers.',
  (describedBy) => html`<textarea id="omschrijving" name="omschrijving" rows="5" ${describedBy}>
${ingevuld.omschrijving}</textarea>`,
)}
${persoonlijk !== '' && toVraag(persoonlijk)}
<h2>Waar is het?</h2>
<p>Kies een kern en schrijf op waar het is. Of vul coördinaten in.</p>
${toField('kern', 'Kern', wrong.get('kern'), undefined, (describedBy) => toSelect('kern', gemeente.kernen.map(toOption), ingevuld.kern, describedBy))}
${input('plek', 'Straat, huisnummer of plek', { hint: 'Bijvoorbeeld: Dorpsweg 12, bij de brug.' })}
${input('coordinaten', 'Coördinaten (als u ze weet)', { hint: `Breedte en lengte, bijvoorbeeld ${voorbeeldPlek(gemeente.kernen)}. Of RD in meters.` })}
<h2>Wie bent u? (hoeft niet)</h2>
<p>Met uw gegevens kunnen wij u iets vragen of laten weten. Zij komen nooit op de kaart.</p>
${input('naam', 'Naam (niet verplicht)', { attributes: 'autocomplete="name"' })}
${input('email', 'E-mailadres (niet verplicht)', { attributes: 'type="email" autocomplete="email"' })}
${input('telefoon', 'Telefoonnummer (niet verplicht)', { attributes: 'type="tel" autocomplete="tel"' })}
<button type="submit">Verstuur de melding</button>
</form>
${toLinks(dienst)}`
  const state = errors.length > 0 ? 'Fout: d' : persoonlijk ? 'Nog niet verstuurd: d' : 'D'
  const title = `${state}oe een melding`
  return toPage(statusCode, { title, brand: `Gemeente ${gemeente.naam}`, main })
}

/** After sending: the number, the kern and the link that only the reporter has. */
export function toOntvangstPage(
  { gemeente, dienst }: Deps,
  ontvangst: MeldingOntvangst,
  categorie: string,
): HttpReply {
  const chosen = gemeente.categorieen.find(({ code }) => code === categorie)
  const uiterlijk = dag.format(new Date(`${ontvangst.streefDatum}T00:00:00Z`))
  const main = html`
<h1>Uw melding is binnen</h1>
<p>Dank u wel. Wij willen dit uiterlijk ${uiterlijk} oplossen.</p>
${chosen?.spoedtekst && html`<p class="let-op">${chosen.spoedtekst}</p>`}
<dl>
<dt>Nummer</dt><dd>${ontvangst.nummer}</dd>
<dt>Kern</dt><dd>${ontvangst.kernNaam}</dd>
<dt>Volg uw melding</dt><dd><a href="${ontvangst.volglink}">${ontvangst.volglink}</a></dd>
</dl>
<p>Bewaar deze link goed: alleen hiermee ziet u wat er met uw melding gebeurt.</p>
<p><a href="${formulierPad}">Doe nog een melding</a></p>
${toLinks(dienst)}`
  return toPage(200, { title: 'Uw melding is binnen', brand: `Gemeente ${gemeente.naam}`, main })
}

const toLinks = ({ webadres }: Deps['dienst']): Html =>
  html`<p><a href="${webadres}/">Naar de site van Kernpunt</a> · <a href="${webadres}/privacy">Privacy</a></p>`

const toVraag = (persoonlijk: string): Html => html`
<div class="veld">
<p>In uw tekst staat: <strong>${persoonlijk}</strong>. Wij hebben dat niet nodig om het op te lossen. U kunt het weghalen.</p>
<p><input type="checkbox" id="toch" name="toch" value="${persoonlijk}"> <label for="toch">Verstuur het toch zo</label></p>
</div>`

const toErrorSummary = (errors: readonly FieldError[], ingevuld: Ingevuld): Html => html`
<div class="fouten" role="alert" tabindex="-1" autofocus>
<h2>Uw melding is nog niet verstuurd</h2>
<ul>${errors.map((error) => {
  const veld = fieldOf(error, ingevuld)
  return html`<li>${veld ? html`<a href="#${veld}">${error.detail}</a>` : error.detail}</li>`
})}</ul>
</div>`

/** Label, help, error and the field itself, tied together for who cannot see that they stand together. */
function toField(
  veld: Veld,
  label: string,
  error: string | undefined,
  hint: string | undefined,
  control: (describedBy: Html) => Html,
): Html {
  const ids = [hint && `${veld}-hulp`, error && `${veld}-fout`].filter(Boolean).join(' ')
  const describedBy = html`${ids !== '' && html`aria-describedby="${ids}"`} ${error !== undefined && trusted('aria-invalid="true"')}`
  return html`<div class="veld">
<label for="${veld}">${label}</label>
${hint && html`<p class="hulp" id="${veld}-hulp">${hint}</p>`}
${error && html`<p class="fout" id="${veld}-fout">${error}</p>`}
${control(describedBy)}
</div>`
}

type Named = { code: string; naam: string }
const toOption = ({ code, naam }: Named): Named => ({ code, naam })

const options = (named: readonly Named[], chosen: string): Html[] =>
  named.map(
    ({ code, naam }) =>
      html`<option value="${code}" ${code === chosen && trusted('selected')}>${naam}</option>`,
  )

const toSelect = (veld: Veld, named: readonly Named[], chosen: string, describedBy: Html): Html =>
  html`<select id="${veld}" name="${veld}" ${describedBy}><option value="">Maak een keuze</option>${options(named, chosen)}</select>`

function toCategorieSelect({ categorieen }: Deps['gemeente'], chosen: string, describedBy: Html): Html {
  const groepen = [...new Map(categorieen.map(({ groep }) => [groep.code, groep])).values()]
  return html`<select id="categorie" name="categorie" ${describedBy}><option value="">Maak een keuze</option>${groepen.map(
    (groep) =>
      html`<optgroup label="${groep.naam}">${options(
        categorieen.filter((categorie) => categorie.groep.code === groep.code),
        chosen,
      )}</optgroup>`,
  )}</select>`
}

/**
 * The second page of the form: what will be sent, the questions that belong to this kind of melding, what others told
 * about this place already, and the day on which it will be solved.
 */
import type { Categorie } from '../contract/instellingen.ts'
import type { Nabij } from '../contract/nabij.ts'
import type { FieldError } from '../contract/problem.ts'
import { formulierPad } from '../contract/routes.ts'
import { promiseDatum } from '../domain/belofte.ts'
import { findPersoonsgegevens } from '../domain/persoonsgegevens.ts'
import type { Deps } from '../domain/ports.ts'
import type { HttpReply } from './event.ts'
import { antwoordVeld, countFotos, type Ingevuld } from './formulierInvoer.ts'
import {
  type Fouten,
  inFull,
  messageAt,
  toErrorSummary,
  toField,
  toHidden,
  toLinks,
  toRadios,
  toSelect,
  toTelefoon,
} from './formulierVelden.ts'
import { type Html, html } from './html.ts'
import { toPage } from './page.ts'

type Controle = {
  ingevuld: Ingevuld
  categorie: Categorie
  /** Open meldingen that may be the same. */
  nabij: Nabij['meldingen']
  errors?: readonly FieldError[]
  statusCode?: number
}

const ids = (errors: readonly FieldError[]): Fouten => ({
  fieldOf: ({ pointer }) => {
    if (pointer === '/gevaar') return 'gevaar'
    const code = /^\/antwoorden\/(.+)$/.exec(pointer)?.[1]
    return code && antwoordVeld(code)
  },
  list: errors,
})

const jaNee = [
  { code: 'ja', naam: 'Ja' },
  { code: 'nee', naam: 'Nee' },
]

/** Danger first: who says yes goes no further than a phone number. */
function toVragen({ gevaar, vragen = [] }: Categorie, ingevuld: Ingevuld, fouten: Fouten): Html {
  if (!gevaar && vragen.length === 0) return html``
  return html`<h2>Nog ${vragen.length + (gevaar ? 1 : 0) === 1 ? 'een vraag' : 'een paar vragen'}</h2>
${gevaar && toRadios('gevaar', gevaar.vraag, jaNee, ingevuld.gevaar, messageAt(fouten, 'gevaar'))}
${vragen.map(({ code, vraag, keuzes, verplicht }) => {
  const id = antwoordVeld(code)
  const label = verplicht ? vraag : `${vraag} (niet verplicht)`
  const given = ingevuld.antwoorden[code] ?? ''
  return toField(id, label, { error: messageAt(fouten, id) }, (describedBy) =>
    keuzes
      ? toSelect(
          id,
          keuzes.map((keuze) => ({ code: keuze, naam: keuze })),
          given,
          describedBy,
        )
      : html`<input id="${id}" name="${id}" value="${given}" ${describedBy}>`,
  )
})}`
}

function toNabij(nabij: Nabij['meldingen'], { categorieen }: Deps['gemeente']): Html {
  if (nabij.length === 0) return html``
  return html`<h2>Is dit al gemeld?</h2>
<p>Deze meldingen zijn dichtbij en nog open. Is uw melding dezelfde? Dan kunt u die volgen. U hoeft dan niets te versturen.</p>
<ul>${nabij.map(
    ({ nummer, categorie, afstandMeter, status, streefDatum }) => html`<li>
<p>${categorieen.find(({ code }) => code === categorie)?.naam ?? categorie}, ${afstandMeter} meter verder. Nu: ${status.replace('-', ' ')}. Wij willen dit uiterlijk ${inFull(streefDatum)} oplossen.</p>
<p><button class="tweede" type="submit" name="volg" value="${nummer}">Dit is dezelfde: volg ${nummer}</button></p>
</li>`,
  )}</ul>`
}

/** What looks like personal data, as one text. */
const listPersoonlijk = (text: string): string =>
  findPersoonsgegevens(text)
    .map(({ begin, eind }) => text.slice(begin, eind))
    .join(', ')

const toRij = (naam: string, waarde: string): Html | false =>
  waarde !== '' && html`<dt>${naam}</dt><dd class="tekst">${waarde}</dd>`

export function toControlePage(deps: Deps, controle: Controle): HttpReply {
  const { gemeente, dienst } = deps
  const { ingevuld, categorie, nabij, errors = [], statusCode = 200 } = controle
  const fouten = ids(errors)
  const persoonlijk = listPersoonlijk(`${ingevuld.omschrijving}\n${ingevuld.plek}`)
  const uiterlijk = promiseDatum(categorie.code, deps.now().toISOString(), gemeente)
  const kern = gemeente.kernen.find(({ code }) => code === ingevuld.kern)
  const main = html`
<h1>Controleer uw melding</h1>
${errors.length > 0 && toErrorSummary(fouten)}
${categorie.spoedtekst && html`<p class="let-op">${categorie.spoedtekst}</p>`}
<form method="post" action="${formulierPad}" novalidate>
${toHidden({ ...ingevuld, antwoorden: {} }, ['gevaar', 'website'])}
${toVragen(categorie, ingevuld, fouten)}
${toNabij(nabij, gemeente)}
<h2>Dit verstuurt u</h2>
${persoonlijk !== '' && html`<p class="let-op">In uw tekst staat: <strong>${persoonlijk}</strong>. Wij hebben dat niet nodig om het op te lossen. U kunt het weghalen met de knop “Verander iets”.</p>`}
<dl>
${toRij('Waar het over gaat', categorie.naam)}
${toRij('Wat u ziet', ingevuld.omschrijving.trim())}
${toRij('Waar', ingevuld.coordinaten.trim() || [ingevuld.plek.trim(), kern?.naam].filter(Boolean).join(', '))}
${toRij('Foto’s', countFotos(ingevuld) > 0 ? `${countFotos(ingevuld)}: die kiest u hierna` : '')}
${toRij('Naam', ingevuld.naam.trim())}
${toRij('E-mailadres', ingevuld.email.trim())}
${toRij('Telefoonnummer', ingevuld.telefoon.trim())}
</dl>
<p>Wij willen dit uiterlijk <strong>${inFull(uiterlijk)}</strong> oplossen.</p>
<button type="submit" name="stap" value="versturen">Verstuur de melding</button>
<button class="tweede" type="submit" name="stap" value="terug">Verander iets</button>
</form>
${toLinks(dienst)}`
  const title = `${errors.length > 0 ? 'Fout: c' : 'C'}ontroleer uw melding`
  return toPage(statusCode, { title, brand: `Gemeente ${gemeente.naam}`, main })
}

/** Where there is danger a form helps nobody: a phone number, and the way back for who was mistaken. */
export function toGevaarPage(
  { gemeente, dienst }: Deps,
  ingevuld: Ingevuld,
  { tekst, telefoon }: NonNullable<Categorie['gevaar']>,
): HttpReply {
  const main = html`
<h1>Bel nu</h1>
<p class="fouten" role="alert">${tekst}</p>
<p class="let-op">Bel ${toTelefoon(telefoon)}. Uw melding is niet verstuurd.</p>
<form method="post" action="${formulierPad}">
${toHidden({ ...ingevuld, gevaar: '' })}
<button class="tweede" type="submit" name="stap" value="controle">Er is geen gevaar: ga terug</button>
</form>
${toLinks(dienst)}`
  return toPage(200, { title: 'Bel nu', brand: `Gemeente ${gemeente.naam}`, main })
}

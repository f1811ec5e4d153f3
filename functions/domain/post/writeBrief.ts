/** A mail about a melding, from its line of the history: subject, plain text and the same as simple HTML. */
import { toDag } from '../dag.ts'
import { isOpenbaar } from '../openbaarheid.ts'
import type { GemeenteFeiten, MeldingRecord } from '../ports.ts'
import { toVolglink } from '../volglink.ts'
import { type Ontvanger, plaatsOfVersie } from './brieven.ts'
import { type Opmaak, renderBrief } from './opmaak.ts'
import type { BerichtSleutel, Brief, Postsoort } from './ports.ts'
import { type Feiten, teksten } from './teksten.ts'

/** Of the gemeente: who writes, and what things are called. */
type Namen = Pick<GemeenteFeiten, 'kernen' | 'vroegereKernen' | 'categorieen'>
export type Afzender = Namen & Pick<GemeenteFeiten, 'contact'> & { readonly webadres: string }

const datum = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' })

/** @example inWoorden('2026-11-24') // 'dinsdag 24 november 2026' */
export const inWoorden = (dag: string): string => datum.format(new Date(`${dag}T00:00:00Z`))

/** So that nothing in a subject can end its line. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const onderwerpOf = (soort: Postsoort, feiten: Feiten): string =>
  onOneLine(`${teksten[soort](feiten).onderwerp} (${feiten.nummer})`)

/**
 * What a mail may say of a version of a melding. What is not public has no categorie and no kern in a mail: the
 * subject of a mailbox is read over shoulders.
 */
function toFeiten(
  melding: MeldingRecord,
  versie: number,
  { aan, nummer }: Pick<Ontvanger, 'aan' | 'nummer'>,
  { kernen, vroegereKernen, categorieen }: Namen,
): Feiten {
  const at = plaatsOfVersie(melding, versie)
  const regels = melding.geschiedenis.slice(0, at + 1)
  const regel = regels.at(-1)!
  // Later lines may have changed it.
  const code = regels.findLast(({ categorie }) => categorie)?.categorie ?? melding.categorie
  const streefDatum = regels.findLast((entry) => entry.streefDatum)?.streefDatum ?? melding.streefDatum
  const categorie = categorieen.find((each) => each.code === code)?.naam
  const kern = [...kernen, ...vroegereKernen].find((each) => each.code === melding.kern)?.naam
  const deel = nummer !== melding.nummer
  return {
    aan,
    nummer,
    regel,
    streefDatum: inWoorden(streefDatum),
    teLaat: streefDatum < toDag(regel.op),
    ...(deel && { hoofdmelding: melding.nummer }),
    ...(regel.geplandeDatum && { geplandeDatum: inWoorden(regel.geplandeDatum) }),
    ...(isOpenbaar(code, { categorieen }) && categorie && kern && { categorie, kern }),
    magOordelen: aan === 'melder' && !deel && regel.reden !== 'dubbel' && regel.reden !== 'ingetrokken',
  }
}

/** The subject as the receiver and staff see it; it names no categorie and no kern. */
export const toOnderwerp = (
  melding: MeldingRecord,
  versie: number,
  soort: Postsoort,
  naar: Pick<Ontvanger, 'aan' | 'nummer'>,
): string =>
  onderwerpOf(soort, toFeiten(melding, versie, naar, { kernen: [], vroegereKernen: [], categorieen: [] }))

const waaromPost = {
  melder: 'U krijgt deze mail omdat u deze melding hebt gedaan en uw e-mailadres hebt gegeven.',
  volger: 'U krijgt deze mail omdat u deze melding volgt.',
}

/** The mail itself, for one receiver. */
export function writeBrief(
  melding: MeldingRecord,
  { versie, ontvanger }: BerichtSleutel,
  soort: Postsoort,
  naar: Ontvanger,
  afzender: Afzender,
): Brief {
  const feiten = toFeiten(melding, versie, naar, afzender)
  const onderwerp = onderwerpOf(soort, feiten)
  const opmaak: Opmaak = {
    titel: onderwerp,
    alineas: teksten[soort](feiten).alineas,
    link: toVolglink(afzender.webadres, naar.nummer, naar.volgcode),
    groet: afzender.contact.naam,
    voet: [
      `${waaromPost[naar.aan]} Wilt u geen mail meer? Wis uw e-mailadres op de pagina achter de link.`,
      'Antwoord niet op deze mail, maar via de link. Dan staat uw antwoord bij de melding.',
    ],
  }
  return {
    kenmerk: `${melding.nummer}_${String(versie).padStart(4, '0')}_${ontvanger}`,
    naar: naar.email,
    onderwerp,
    ...renderBrief(opmaak),
    op: feiten.regel.op,
    merken: { nummer: melding.nummer, versie: String(versie), ontvanger },
    draad: naar.nummer,
  }
}

/**
 * Example data for a first look: a year of meldingen with their handling, initiatieven, and a verdeling of last
 * year to compare with. All made up and marked `(voorbeeld)`; the same gemeente and day give the same data.
 */
import { createHash } from 'node:crypto'
import { BerekenVraag } from '../contract/wijkbudget.ts'
import { toDag } from '../domain/dag.ts'
import { startInitiatief } from '../domain/initiatief.ts'
import { inwonersOf } from '../domain/kernindeling/inwoners.ts'
import { nummerOfKey } from '../domain/nummer.ts'
import type {
  GemeenteFeiten,
  InitiatiefRecord,
  MeldingRecord,
  Stores,
  VerdelingRecord,
} from '../domain/ports.ts'
import { adoptVerdeling, draftVerdeling, freezeBevolking, withKernen } from '../domain/verdeling.ts'
import { canonicalJson } from '../domain/wijkbudget/canonicalJson.ts'
import { computeVerdeling } from '../domain/wijkbudget/computeVerdeling.ts'
import { bookVaststelling } from '../endpoints/adoptVerdeling.ts'
import { initiatieven } from './voorbeeld/initiatieven.ts'
import { createLoting } from './voorbeeld/loting.ts'
import { makeMeldingen } from './voorbeeld/meldingen.ts'
import { createPlekken } from './voorbeeld/plaatsen.ts'
import { addSituaties, type Volging } from './voorbeeld/situaties.ts'
import { merk } from './voorbeeld/teksten.ts'

const meldingCount = 400
const dayMillis = 86_400_000
/** Cents per inhabitant and year, rounded to whole thousands of euros. */
const perInwonerCenten = 500
const thousandEuro = 100_000

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Voorbeeld = {
  meldingen: MeldingRecord[]
  volgingen: Volging[]
  initiatieven: InitiatiefRecord[]
  /** Of the year before `now`; still to be given its version and adopted. None while a kern has no inwoners. */
  verdeling?: Omit<VerdelingRecord, 'versie'>
}

const makeInitiatieven = (gemeente: GemeenteFeiten, end: number): InitiatiefRecord[] => {
  const loting = createLoting(`initiatieven ${gemeente.code} ${end}`)
  const plekken = createPlekken(gemeente, loting)
  return initiatieven.map(({ titel, omschrijving, hulp }, i) => {
    const { positie, plaats } = plekken.draw(gemeente.kernen[i % gemeente.kernen.length]!)
    const nummer = nummerOfKey('I', `voorbeeld ${gemeente.code} ${end} ${i}`, 0, sha256)
    const op = new Date(end - (1 + loting.below(360)) * dayMillis + loting.below(dayMillis / 2)).toISOString()
    const geometrie = { type: 'Point' as const, coordinates: [...positie] as [number, number] }
    const body = { titel: `${titel} ${merk}`, omschrijving, hulp: [...hulp], geometrie }
    return startInitiatief(body, plaats, { nummer, op })
  })
}

const makeVerdeling = (gemeente: GemeenteFeiten, jaar: number): Voorbeeld['verdeling'] => {
  if (gemeente.kernen.some((kern) => inwonersOf(kern) === undefined)) return undefined
  const inwoners = gemeente.kernen.reduce((sum, kern) => sum + kern.inwoners, 0)
  const totaalCenten = Math.round((inwoners * perInwonerCenten) / thousandEuro) * thousandEuro
  const vraag = BerekenVraag.parse(withKernen({ methode: 'naar-rato', totaalCenten }, gemeente))
  const antwoord = computeVerdeling(vraag)
  const op = `${jaar - 1}-11-05T09:00:00.000Z`
  return draftVerdeling({
    jaar,
    vraag,
    antwoord,
    bevolking: freezeBevolking(vraag, gemeente.kernen, toDag(op)),
    hash: sha256(canonicalJson({ vraag, methodeVersie: antwoord.methodeVersie, antwoord })),
    toelichting: `Verdeling naar inwoners ${merk}`,
    voorsteller: { id: 'voorbeeld-financien', naam: `Financiën ${merk}` },
    op,
    sleutel: sha256(`voorbeeld ${gemeente.code} ${jaar}`),
  })
}

/** Pure: everything that `addVoorbeeldgegevens` would store. Only the day of `now` counts. */
export const makeVoorbeeldgegevens = (gemeente: GemeenteFeiten, now: Date): Voorbeeld => {
  const dag = toDag(now)
  const end = Date.parse(`${dag}T00:00:00Z`)
  const loting = createLoting(`meldingen ${gemeente.code} ${dag}`)
  const verdeling = makeVerdeling(gemeente, Number(dag.slice(0, 4)) - 1)
  return {
    ...addSituaties(makeMeldingen(gemeente, end, meldingCount, loting, sha256), gemeente, end, sha256),
    initiatieven: makeInitiatieven(gemeente, end),
    ...(verdeling && { verdeling }),
  }
}

/** So many writes wait for the table at once. */
const parallel = 10

const inParallel = async <T>(list: readonly T[], work: (entry: T) => Promise<unknown>): Promise<void> => {
  const entries = list.values()
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (const entry of entries) await work(entry)
    }),
  )
}

/** Again on the same day finds it adopted. */
const adopt = async (verdeling: Omit<VerdelingRecord, 'versie'>, stores: Stores): Promise<void> => {
  const { jaar } = verdeling
  const { versie } = await stores.wijkbudgetten.append(verdeling)
  const verdelingen = await stores.wijkbudgetten.list(jaar)
  if (verdelingen.find((each) => each.versie === versie)?.status === 'concept') {
    const besluit = {
      orgaan: 'College van burgemeester en wethouders',
      besluitnummer: `voorbeeld-${jaar}-01`,
      besluitDatum: `${jaar - 1}-12-01`,
    }
    const by = {
      medewerker: { id: 'voorbeeld-college', naam: `College ${merk}` },
      op: `${jaar - 1}-12-01T13:00:00.000Z`,
    }
    await bookVaststelling(adoptVerdeling(verdelingen, versie, besluit, by), verdelingen, stores)
  }
}

/**
 * Stores the example data of today. Again on the same day adds nothing.
 * @example await addVoorbeeldgegevens({ gemeente, stores, now: new Date() }) // { meldingen: 400, … }
 */
export const addVoorbeeldgegevens = async ({
  gemeente,
  stores,
  now,
}: {
  gemeente: GemeenteFeiten
  stores: Stores
  now: Date
}): Promise<{ meldingen: number; initiatieven: number }> => {
  const voorbeeld = makeVoorbeeldgegevens(gemeente, now)
  await inParallel(voorbeeld.meldingen, (melding) => stores.meldingen.add(melding))
  await inParallel(voorbeeld.volgingen, ({ nummer, volger }) => stores.meldingen.addVolger(nummer, volger))
  await inParallel(voorbeeld.initiatieven, (initiatief) => stores.initiatieven.add(initiatief))
  if (voorbeeld.verdeling) await adopt(voorbeeld.verdeling, stores)
  return { meldingen: voorbeeld.meldingen.length, initiatieven: voorbeeld.initiatieven.length }
}

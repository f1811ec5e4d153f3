/** A year of example meldingen with their handling, made by the same rules as real ones. */

import type { Kern } from '../../contract/kern.ts'
import type { Reden } from '../../contract/melding.ts'
import type { NieuweStatus } from '../../contract/wijziging.ts'
import { changeStatus } from '../../domain/behandeling/status.ts'
import { addDagen, toDag } from '../../domain/dag.ts'
import { startMelding } from '../../domain/melding.ts'
import { nummerOfKey } from '../../domain/nummer.ts'
import type { GemeenteFeiten, MeldingRecord } from '../../domain/ports.ts'
import { routeMelding } from '../../domain/routering.ts'
import type { Loting } from './loting.ts'
import { createPlekken } from './plaatsen.ts'
import { merk, onderwerpen, overig, toelichtingen } from './teksten.ts'

export const door = 'Coördinator (voorbeeld)'
const hour = 3_600_000
const day = 24 * hour

const redenWeights: readonly (readonly [Reden, number])[] = [
  ['opgelost', 75],
  ['niet-van-ons', 9],
  ['geen-actie', 8],
  ['dubbel', 5],
  ['ingetrokken', 3],
]

type Stap = Omit<NieuweStatus, 'versie'>

/** What was done about a melding that is `age` milliseconds old; the older, the more likely it is closed. */
const draftStappen = (loting: Loting, dag: string, age: number): Stap[] => {
  const stappen: Stap[] = []
  const closedChance = Math.min(0.91, age / (70 * day))
  const isClosed = loting.next() < closedChance
  const isSeen = isClosed || loting.next() < 0.55
  if (isSeen && loting.next() < 0.8)
    stappen.push({ status: 'in-behandeling', toelichting: toelichtingen['in-behandeling'] })
  if (isSeen && loting.next() < 0.35) {
    const geplandeDatum = addDagen(dag, 5 + loting.below(21))
    stappen.push({ status: 'gepland', geplandeDatum, toelichting: toelichtingen.gepland })
  }
  if (isClosed) {
    const [reden] = loting.pickWeighted(redenWeights, ([, weight]) => weight)
    stappen.push({ status: 'gesloten', reden, toelichting: toelichtingen[reden] })
  }
  return stappen
}

/** Steps at growing instants between registration and `end`, both epoch milliseconds. */
const handle = (
  melding: MeldingRecord,
  end: number,
  loting: Loting,
  gemeente: GemeenteFeiten,
): MeldingRecord => {
  const start = Date.parse(melding.geregistreerdOp)
  const dag = melding.geregistreerdOp.slice(0, 10)
  const duration = Math.min(end - start, (1 + loting.below(20)) * day)
  const stappen = draftStappen(loting, dag, end - start)
  return stappen.reduce((current, stap, i) => {
    const op = new Date(start + Math.floor((duration * (i + 1)) / stappen.length)).toISOString()
    return changeStatus(current, notBefore(stap, op), { op, door }, gemeente)
  }, melding)
}

/** Nobody plans work for a day that is over: then it is three days after `op`. */
const notBefore = (stap: Stap, op: string): Stap => {
  const soonest = addDagen(toDag(op), 3)
  return stap.geplandeDatum && stap.geplandeDatum < soonest ? { ...stap, geplandeDatum: soonest } : stap
}

/** More by day than by night, and none after `end`. */
const drawInstant = (loting: Loting, end: number): number => {
  const daysAgo = 1 + loting.below(365)
  return end - daysAgo * day + Math.floor((7 + loting.next() * 15) * hour)
}

/** To the questions that must be answered. */
const drawAntwoorden = (
  code: string,
  { categorieen }: GemeenteFeiten,
  loting: Loting,
): Record<string, string> => {
  const vragen = categorieen.find((each) => each.code === code)?.vragen ?? []
  return Object.fromEntries(
    vragen
      .filter(({ verplicht }) => verplicht)
      .map((vraag) => [vraag.code, vraag.keuzes ? loting.pick(vraag.keuzes) : `Weet ik niet ${merk}`]),
  )
}

/** The Dutch coast is in the west: the two kernen that lie farthest that way. */
const findCoast = ({ kernen }: GemeenteFeiten): Kern[] =>
  kernen.toSorted((a, b) => a.labelPunt[0] - b.labelPunt[0]).slice(0, 2)

/** A small kern still has something to look at. */
const weightOf = ({ inwoners }: Kern): number => inwoners + 300

/**
 * @param end epoch milliseconds of the start of a day, UTC; nothing happens after it.
 * @example makeMeldingen(gemeente, end, 400, loting, sha256).length // 400
 */
export const makeMeldingen = (
  gemeente: GemeenteFeiten,
  end: number,
  aantal: number,
  loting: Loting,
  sha256: (text: string) => string,
): MeldingRecord[] => {
  const plekken = createPlekken(gemeente, loting)
  const coast = findCoast(gemeente)
  return Array.from({ length: aantal }, (_, i) => {
    const op = new Date(drawInstant(loting, end)).toISOString()
    const maand = Number(op.slice(5, 7))
    const categorieen = gemeente.categorieen
      .map(({ code }) => ({ code, ...(onderwerpen[code] ?? overig) }))
      .filter(({ maanden }) => maanden === undefined || maanden.includes(maand))
    const categorie = loting.pickWeighted(categorieen, ({ gewicht }) => gewicht)
    const kern = loting.pickWeighted(categorie.kust ? coast : gemeente.kernen, weightOf)
    const { positie, plaats } = plekken.draw(kern)
    const sleutel = `voorbeeld ${gemeente.code} ${end} ${i}`
    const antwoorden = drawAntwoorden(categorie.code, gemeente, loting)
    const body = {
      categorie: categorie.code,
      omschrijving: `${loting.pick(categorie.teksten)} ${merk}`,
      geometrie: { type: 'Point' as const, coordinates: [...positie] as [number, number] },
      antwoorden,
    }
    const nummer = nummerOfKey('M', sleutel, 0, sha256)
    const volgcode = sha256(`volgcode ${sleutel}`).slice(0, 32)
    const toedeling = routeMelding(body, plaats.kern, op, gemeente)
    const melding = startMelding(body, plaats, { nummer, volgcode, op }, gemeente, toedeling)
    return handle(melding, end, loting, gemeente)
  })
}

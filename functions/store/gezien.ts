/**
 * Which version of which melding a telblad has counted lately, so that a record that the stream delivers twice
 * counts once. Packed: eight bytes a melding.
 */
import { valueOfNummer } from '../domain/nummer.ts'
import { packNumbers, unpackNumbers } from './varints.ts'

/** Counted version and the hour (since 1970) of the change, by `valueOfNummer`. */
export type Gezien = Map<number, { versie: number; uur: number }>

/** A stream keeps records 24 hours; an hour more for clocks that differ. */
const hoursKept = 25
/** So that an item stays under DynamoDB's 400 kB: more changes than this to one kern and month within a day
 * would leave the oldest ones unprotected against a second delivery. */
const mostKept = 30_000

export const uurOf = (epochMillis: number): number => Math.floor(epochMillis / 3_600_000)

/** Is this version in the counts already? Versions of a melding are delivered in order. */
export const isGezien = (gezien: Gezien, nummer: string, versie: number): boolean =>
  (gezien.get(valueOfNummer(nummer))?.versie ?? 0) >= versie

export const markGezien = (gezien: Gezien, nummer: string, versie: number, uur: number): void => {
  gezien.set(valueOfNummer(nummer), { versie, uur })
}

/** What is still needed when the newest change is of this hour. */
const prune = (gezien: Gezien): [nummer: number, { versie: number; uur: number }][] => {
  const newest = Math.max(...[...gezien.values()].map(({ uur }) => uur))
  const needed = [...gezien].filter(([, { uur }]) => uur >= newest - hoursKept)
  return needed.length > mostKept ? needed.sort(([, a], [, b]) => b.uur - a.uur).slice(0, mostKept) : needed
}

/** First the earliest hour, then per melding: nummer as the difference with the one before, version, hours later. */
export const packGezien = (gezien: Gezien): Uint8Array => {
  const entries = gezien.size > 0 ? prune(gezien).sort(([a], [b]) => a - b) : []
  const first = entries.reduce((earliest, [, { uur }]) => Math.min(earliest, uur), Number.MAX_SAFE_INTEGER)
  let before = 0
  const numbers = entries.flatMap(([nummer, { versie, uur }]) => {
    const step = nummer - before
    before = nummer
    return [step, versie, uur - first]
  })
  return entries.length > 0 ? packNumbers([first, ...numbers]) : new Uint8Array()
}

export const unpackGezien = (bytes: Uint8Array): Gezien => {
  const [first = 0, ...numbers] = unpackNumbers(bytes)
  const gezien: Gezien = new Map()
  let nummer = 0
  for (let i = 0; i < numbers.length; i += 3) {
    nummer += numbers[i]!
    gezien.set(nummer, { versie: numbers[i + 1]!, uur: first + numbers[i + 2]! })
  }
  return gezien
}

/**
 * A telblad: the counts of one kern in one month, packed in one item.
 *
 * `aantallen` holds pairs (place, count) sorted by place, each place as the difference with the one before, so
 * that most numbers are one byte and a month of a kern stays near the 1 kB of one write unit. Equal counts give
 * equal bytes, whichever way they came about: that is how a rebuild is compared with the stream.
 */
import * as z from 'zod'
import type { Values } from './attributes.ts'
import { type Gezien, packGezien, unpackGezien } from './gezien.ts'
import { type Maatstaf, maatstafKey } from './keys.ts'
import { packNumbers, unpackNumbers } from './varints.ts'

/** What is counted apart: a word (a categorie), a number (a status, a cell) and the day of the month, 1–31. */
export type Vak = { woord: string; getal: number; dag: number }

/**
 * What a rebuild says about changes that may still come by in the stream, by their time in epoch milliseconds:
 * before `vanaf` all are counted; until `tot` those are that stand in the venster of this rebuild.
 */
export type Herbouw = { eigenaar: string; vanaf: number; tot: number }

export type Telblad = {
  maatstaf: Maatstaf
  kern: string
  /** `YYYY-MM` */
  maand: string
  /** Counts writes of this item, so that two writers notice each other. */
  revisie: number
  /** By `vakKey`; what is 0 is not there. */
  aantallen: Map<string, number>
  gezien: Gezien
  /** The last rebuild; absent: there was none. */
  herbouw?: Herbouw
}

const Item = z.object({
  kern: z.string(),
  maand: z.string(),
  woorden: z.array(z.string()),
  aantallen: z.instanceof(Uint8Array),
})
const Rest = z.object({
  revisie: z.int(),
  gezien: z.instanceof(Uint8Array),
  herbouw: z.object({ eigenaar: z.string(), vanaf: z.int(), tot: z.int() }).optional(),
})
/** What reading the counts needs; the rest is for who writes them. */
export const countAttributes = Object.keys(Item.shape)

const dagen = 32
const getallen = 2 ** 24

/** One text per vak, for use in a Map. */
export const vakKey = ({ woord, getal, dag }: Vak): string => `${getal} ${dag} ${woord}`
const fromVakKey = (key: string): Vak => {
  const [getal, dag, ...woorden] = key.split(' ')
  return { getal: Number(getal), dag: Number(dag), woord: woorden.join(' ') }
}

const packAantallen = (aantallen: Map<string, number>) => {
  const vakken = [...aantallen].map(([key, aantal]) => ({ ...fromVakKey(key), aantal }))
  const woorden = [...new Set(vakken.map(({ woord }) => woord))].sort()
  const index = new Map(woorden.map((woord, i) => [woord, i]))
  const places = vakken
    .map(({ woord, getal, dag, aantal }) => ({
      place: (index.get(woord)! * getallen + getal) * dagen + dag,
      aantal,
    }))
    .sort((a, b) => a.place - b.place)
  const numbers = places.flatMap(({ place, aantal }, i) => [place - (places[i - 1]?.place ?? 0), aantal])
  return { woorden, aantallen: packNumbers(numbers) }
}

/** Calls `visit` for each vak of an item that was read with at least `countAttributes`. */
export const visitAantallen = (
  item: Values,
  visit: (vak: Vak & { aantal: number }, kern: string, maand: string) => void,
): void => {
  const { kern, maand, woorden, aantallen } = Item.parse(item)
  const numbers = unpackNumbers(aantallen)
  let place = 0
  for (let i = 0; i < numbers.length; i += 2) {
    place += numbers[i]!
    const dag = place % dagen
    const rest = Math.floor(place / dagen)
    const woord = woorden[Math.floor(rest / getallen)]!
    visit({ woord, getal: rest % getallen, dag, aantal: numbers[i + 1]! }, kern, maand)
  }
}

export const emptyTelblad = (maatstaf: Maatstaf, maand: string, kern: string): Telblad => ({
  maatstaf,
  kern,
  maand,
  revisie: 0,
  aantallen: new Map(),
  gezien: new Map(),
})

export const toTelbladItem = ({ maatstaf, aantallen, gezien, ...rest }: Telblad): Values => ({
  ...maatstafKey(maatstaf, rest.maand, rest.kern),
  ...rest,
  ...packAantallen(aantallen),
  gezien: packGezien(gezien),
})

export const fromTelbladItem = (maatstaf: Maatstaf, item: Values): Telblad => {
  const { kern, maand } = Item.parse(item)
  const { revisie, gezien, herbouw } = Rest.parse(item)
  const aantallen = new Map<string, number>()
  visitAantallen(item, ({ aantal, ...vak }) => aantallen.set(vakKey(vak), aantal))
  return {
    maatstaf,
    kern,
    maand,
    revisie,
    aantallen,
    gezien: unpackGezien(gezien),
    ...(herbouw && { herbouw }),
  }
}

/**
 * Counting changes exactly once, though a stream delivers them at least once, in batches that may be cut
 * differently the second time, to consumers of which one may be long thought dead.
 *
 * What a change was is subtracted and what it became is added, each in its own telblad (kern and month). A
 * telblad remembers which version of which melding it has counted in the last 25 hours (`gezien`), and a change
 * that is not newer is skipped. Counts and memory are one item, so they are written together or not at all; the
 * write holds only while nobody else wrote (`revisie`), otherwise it starts again from what the other left.
 * This needs no shard or sequence number, which Lambda does not give in a comparable form.
 */
import { type Connection, getItem, isAbsent, put } from '../store/connection.ts'
import { type Gezien, isGezien, markGezien, uurOf } from '../store/gezien.ts'
import { assertNoHerbouw } from '../store/herbouw.ts'
import { type Maatstaf, maatstafKey } from '../store/keys.ts'
import { type Openbaarheid, type Telplaats, type Telregels, telplaatsen } from '../store/maatstaven.ts'
import {
  emptyTelblad,
  fromTelbladItem,
  type Telblad,
  toTelbladItem,
  type Vak,
  vakKey,
} from '../store/telblad.ts'
import { readVenster } from '../store/venster.ts'
import { loadKernVan } from './kernVan.ts'
import type { Wijziging } from './wijziging.ts'

export type TellingDeps = Openbaarheid & { connection: Connection; now(): Date }

/** One change as one telblad sees it: a melding that changes status is twice in the same telblad. */
type Boeking = { wijziging: Wijziging; erbij: Vak[]; eraf: Vak[] }
type Groep = { maand: string; kern: string; boekingen: Map<Wijziging, Boeking> }

const groupByTelblad = (
  wijzigingen: readonly Wijziging[],
  maatstaf: Maatstaf,
  regels: Telregels,
): Groep[] => {
  const groepen = new Map<string, Groep>()
  const book = (wijziging: Wijziging, plaats: Telplaats | undefined, side: 'erbij' | 'eraf') => {
    if (!plaats) return
    const { maand, kern, vak } = plaats
    const key = `${maand} ${kern}`
    const groep = groepen.get(key) ?? { maand, kern, boekingen: new Map() }
    const boeking = groep.boekingen.get(wijziging) ?? { wijziging, erbij: [], eraf: [] }
    boeking[side].push(vak)
    groep.boekingen.set(wijziging, boeking)
    groepen.set(key, groep)
  }
  for (const wijziging of wijzigingen) {
    if (wijziging.oud) book(wijziging, telplaatsen[maatstaf](wijziging.oud, regels), 'eraf')
    if (wijziging.nieuw) book(wijziging, telplaatsen[maatstaf](wijziging.nieuw, regels), 'erbij')
  }
  return [...groepen.values()]
}

const add = ({ aantallen }: Telblad, vak: Vak, aantal: number): void => {
  const key = vakKey(vak)
  const sum = (aantallen.get(key) ?? 0) + aantal
  // Below zero only when earlier records were lost; a rebuild sets that right.
  if (sum > 0) aantallen.set(key, sum)
  else aantallen.delete(key)
}

/** Was this change counted already: by the stream, or by a rebuild before it came by? */
const isCounted = ({ herbouw, gezien }: Telblad, venster: Gezien, change: Wijziging): boolean => {
  const { nummer, versie, op } = change
  if (isGezien(gezien, nummer, versie)) return true
  return (
    herbouw !== undefined && (op < herbouw.vanaf || (op < herbouw.tot && isGezien(venster, nummer, versie)))
  )
}

/** Only when there are changes of around the rebuild, so hardly ever. */
const findVenster = async (
  { connection }: TellingDeps,
  { herbouw, maand }: Telblad,
  boekingen: Groep['boekingen'],
): Promise<Gezien> => {
  const isAround = ({ op }: Wijziging) => herbouw !== undefined && op >= herbouw.vanaf && op < herbouw.tot
  if (!herbouw || ![...boekingen.keys()].some(isAround)) return new Map()
  return readVenster(connection, herbouw.eigenaar, maand)
}

/** Counts in `telblad` what it has not counted; `false` when there was nothing new. */
const apply = (telblad: Telblad, venster: Gezien, boekingen: Iterable<Boeking>): boolean => {
  let changed = false
  for (const { wijziging, erbij, eraf } of boekingen) {
    const { nummer, versie, op } = wijziging
    if (isCounted(telblad, venster, wijziging)) continue
    for (const vak of eraf) add(telblad, vak, -1)
    for (const vak of erbij) add(telblad, vak, 1)
    markGezien(telblad.gezien, nummer, versie, uurOf(op))
    changed = true
  }
  return changed
}

const countGroep = async (
  deps: TellingDeps,
  maatstaf: Maatstaf,
  { maand, kern, boekingen }: Groep,
): Promise<void> => {
  const { connection } = deps
  let present = await getItem(connection, maatstafKey(maatstaf, maand, kern))
  for (;;) {
    const telblad = present ? fromTelbladItem(maatstaf, present) : emptyTelblad(maatstaf, maand, kern)
    const venster = await findVenster(deps, telblad, boekingen)
    if (!apply(telblad, venster, boekingen.values())) return
    const revisie = telblad.revisie + 1
    const outcome = await put(
      connection,
      toTelbladItem({ ...telblad, revisie }),
      present ? 'revisie = :gelezen' : isAbsent,
      present && { ':gelezen': telblad.revisie },
    )
    if (outcome.written) return
    present = outcome.present
  }
}

/**
 * Counts changes in the telbladen of one maatstaf: one write per telblad they touch. May be called again with
 * the same changes, by anyone.
 * @throws HerbouwBezig while the counts are being rebuilt; deliver the changes again later.
 */
export const countWijzigingen = async (
  wijzigingen: readonly Wijziging[],
  maatstaf: Maatstaf,
  deps: TellingDeps,
): Promise<void> => {
  if (wijzigingen.length === 0) return
  const indeling = await assertNoHerbouw(deps.connection, deps.now())
  const nu = indeling === undefined ? undefined : await loadKernVan(deps.connection, indeling)
  const groepen = groupByTelblad(wijzigingen, maatstaf, { ...deps, nu })
  await Promise.all(groepen.map((groep) => countGroep(deps, maatstaf, groep)))
}

/** What dividing a gemeente into kernen needs from outside: versions that are kept, outlines that are computed. */
import type { Kern } from '../../contract/kern.ts'
import type { Buurt, Hertoewijzing, Kernindelingontwerp, Ontwerp } from '../../contract/kernindeling.ts'
import type { GemeenteFeiten, Positie, Toevoeging } from '../ports.ts'

export type KernCijfer = { code: string; naam: string; inwoners: number }

export type KernindelingRecord = Kernindelingontwerp & {
  /** `sub` of proposer and adopter: what four eyes compares. */
  voorstellerId?: string
  vaststellerId?: string
  /** What its kernen were called and how many lived there, frozen at adoption: later versions still name them. */
  cijfers?: KernCijfer[]
  /** Hashes of the Idempotency-Key that made it and of the body it came with. */
  sleutel?: string
  inhoud?: string
}

/** A version as it works: outlines for people, the flat index for points. */
export type Gebouwd = { kernen: Kern[]; index: Uint8Array }

export type KernindelingStore = {
  /** From version 2, oldest first; version 1 is the file of the gemeente. Strongly consistent. */
  list(): Promise<KernindelingRecord[]>
  /** Appends as the next version. A repeat with the same `sleutel` gives the first. */
  append(
    record: Omit<KernindelingRecord, 'versie'>,
  ): Promise<Toevoeging<KernindelingRecord> & { versie: number }>
  /** Writes only while the stored revision is `record.rev - 1` and it was not adopted. */
  replace(
    record: KernindelingRecord,
  ): Promise<{ soort: 'bewaard' } | { soort: 'verouderd'; aanwezig: KernindelingRecord }>
  /**
   * Adopts, with its outlines, and puts re-assigning in the queue: all of it or nothing. `datum-bezet`: another
   * version was adopted for the same day.
   */
  adopt(record: KernindelingRecord, gebouwd: Gebouwd): Promise<'vastgesteld' | 'verouderd' | 'datum-bezet'>
  /** Of an adopted version. */
  findGebouwd(versie: number): Promise<Gebouwd | undefined>
  findHertoewijzing(versie: number): Promise<Hertoewijzing | undefined>
}

/** The kern of a place: inside, or the nearest one, however far. */
export type KernVanPlaats = (positie: Positie) => { kern: string; herkomst: 'binnen' | 'afgeleid' }

/** A part of a buurt that goes from one kern to another; `aandeel` of its area, 0–1. Null: left out. */
export type Verschuiving = { buurtcode: string; van: string | null; naar: string | null; aandeel: number }

/** A version to look into, adopted or not. */
export type OpenIndeling = { record: KernindelingRecord; kernen: readonly Kern[]; kernVan: KernVanPlaats }

/** The divisions of this gemeente; `geodata/kernindeling` does the geometry. */
export type Indelingen = {
  /** Version 1. */
  readonly eerste: KernindelingRecord
  readonly maxKernen: number
  /** The gemeente as divided today (Europe/Amsterdam); looked up at most every 15 seconds. */
  gemeente(): Promise<GemeenteFeiten>
  /** Somebody adopted a version here: look again at the next question. */
  forget(): void
  buurten(): readonly Buurt[]
  /** All versions, version 1 first. */
  list(): Promise<KernindelingRecord[]>
  /**
   * Outlines and index of a draft.
   * @throws Problem `ongeldige-invoer` for a line that does not divide its buurt in two
   */
  build(ontwerp: Ontwerp): Promise<Gebouwd>
  /** A draft is built, an adopted version is read. */
  open(record: KernindelingRecord): Promise<OpenIndeling>
  /** What lies in another kern, whole buurten and parts. */
  compare(van: Ontwerp, naar: Ontwerp): Promise<Verschuiving[]>
}

/** What the money of kernen needs from a store: verdelingen, bevolking, scenario's and ledgers. */
import type { Bevolking } from '../../contract/bevolking.ts'
import type { Grootboekregel } from '../../contract/grootboek.ts'
import type { Scenario } from '../../contract/scenario.ts'
import type { Verdeling } from '../../contract/verdeling.ts'
import type { Toevoeging } from '../ports.ts'
import type { Stand } from './grootboek.ts'

/** Hashes of the Idempotency-Key that made a record and of the body it came with. */
type Herkomst = { sleutel?: string; inhoud?: string }

export type VerdelingRecord = Verdeling &
  Herkomst & {
    /** `sub` of proposer and adopter: what four eyes compares. */
    voorstellerId: string
    vaststellerId?: string
  }

export type WijkbudgetStore = {
  list(jaar: number): Promise<VerdelingRecord[]>
  /** Appends as the next version; a version is never overwritten. Repeats with the same `sleutel` give the first. */
  append(
    verdeling: Omit<VerdelingRecord, 'versie'>,
  ): Promise<Toevoeging<VerdelingRecord> & { versie: number }>
}

export type BevolkingRecord = Bevolking & Herkomst

export type BevolkingStore = {
  /** What was entered, from version 1, oldest first. */
  list(): Promise<BevolkingRecord[]>
  /** As `WijkbudgetStore.append`. */
  append(
    bevolking: Omit<BevolkingRecord, 'versie'>,
  ): Promise<Toevoeging<BevolkingRecord> & { versie: number }>
}

/** One version of a scenario; what it comes to is computed when it is read. */
export type ScenarioRecord = Omit<Scenario, 'antwoord'> & Herkomst & { methodeVersie: number }

export type ScenarioStore = {
  /** The newest version of each, oldest scenario first. */
  list(jaar: number): Promise<ScenarioRecord[]>
  /** Every version, oldest first. */
  listVersies(jaar: number, scenario: string): Promise<ScenarioRecord[]>
  /** Adds a version; never overwrites. */
  add(scenario: ScenarioRecord): Promise<Toevoeging<ScenarioRecord>>
}

/** Which ledger. */
export type GrootboekSleutel = { jaar: number; kern: string }
export type RegelRecord = Grootboekregel & GrootboekSleutel
/** `versie` counts boekingen, so that two at once notice each other; 0: nothing was booked yet. */
export type StandRecord = Stand & GrootboekSleutel & { versie: number; bijgewerktOp: string }

export type BoekingRecord = { op: string; door: string; inhoud?: string; regels: RegelRecord[] }

export type Boekopdracht = {
  /** Who asks twice with the same sleutel finds the first boeking. */
  sleutel: string
  inhoud?: string
  op: string
  door: string
  /** Every ledger that gets lines: at most 97, because a transaction of DynamoDB holds 100 items. */
  grootboeken: readonly GrootboekSleutel[]
  /**
   * Adopted by the same transaction: both are stored or neither. `eerdere`: how many versions of the year were
   * adopted when the lines were made, so that two adoptions at once notice each other.
   */
  vaststelling?: { verdeling: VerdelingRecord; eerdere: number }
}

export type Geboekt = { regels: RegelRecord[]; standen: StandRecord[] }

export type GrootboekStore = {
  /** Stands of a year; a ledger without lines has none. Strongly consistent. */
  listStanden(jaar: number): Promise<StandRecord[]>
  /** Lines of these kernen, by kern in order of volgnummer. */
  listRegels(jaar: number, kernen: readonly string[]): Promise<RegelRecord[]>
  /** The boeking that adopted this version of the year's verdeling. */
  findVaststelling(jaar: number, versie: number): Promise<BoekingRecord | undefined>
  /**
   * One atomic write of lines and the stands they lead to. `maak` writes nothing; it is called again with newer
   * stands when somebody else booked in between, and may throw to refuse. `veranderd`: the verdeling is no longer a
   * concept, or another version was adopted since.
   */
  book(
    opdracht: Boekopdracht,
    maak: (standen: StandRecord[]) => Geboekt | Promise<Geboekt>,
  ): Promise<Toevoeging<BoekingRecord> | { soort: 'veranderd' }>
}

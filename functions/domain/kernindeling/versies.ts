/**
 * From draft to adopted kernindeling. A version is drafted and proposed by one person and adopted by another; from
 * then on it is immutable. Of all adopted versions the one with the latest day up to today is in force, and no two
 * have the same day.
 */
import type { Indelingsbesluit, Ontwerp } from '../../contract/kernindeling.ts'
import { ofFields, Problem } from '../../contract/problem.ts'
import { startOfDag } from '../dag.ts'
import { type Bekend, checkOntwerp, checkVolledig } from './controle.ts'
import type { KernindelingRecord } from './ports.ts'

type Medewerker = { id: string; naam: string }
export type Door = { medewerker: Medewerker; op: string }

/** @throws Problem `ongeldige-invoer` with every mistake */
const assertOntwerp = (ontwerp: Ontwerp, bekend: Bekend): void => {
  const errors = checkOntwerp(ontwerp, bekend)
  if (errors.length > 0) throw ofFields(errors)
}

/** A new draft; the store gives it its version. */
export function draftKernindeling(
  ontwerp: Ontwerp,
  bekend: Bekend,
  { medewerker, op }: Door,
): Omit<KernindelingRecord, 'versie'> {
  assertOntwerp(ontwerp, bekend)
  return { ...ontwerp, status: 'concept', rev: 1, gewijzigdDoor: medewerker.naam, gewijzigdOp: op }
}

/** @throws Problem `niet-gevonden` */
export function findVersie(records: readonly KernindelingRecord[], versie: number): KernindelingRecord {
  const record = records.find((each) => each.versie === versie)
  if (!record) throw new Problem('niet-gevonden', `Versie ${versie} van de kernindeling bestaat niet.`)
  return record
}

/** @throws Problem `al-vastgesteld`, or `versie-verouderd` with who was first */
function assertOpen(record: KernindelingRecord, rev: number): void {
  if (record.status === 'vastgesteld') throw alreadyAdopted(record)
  if (record.rev !== rev) throw outdated(record, rev)
}

export const alreadyAdopted = ({ versie }: { versie: number }): Problem =>
  new Problem(
    'al-vastgesteld',
    `Versie ${versie} van de kernindeling is vastgesteld en verandert niet meer. Maak een nieuwe versie.`,
  )

export const outdated = ({ versie, rev, gewijzigdDoor }: KernindelingRecord, seen: number): Problem =>
  new Problem(
    'versie-verouderd',
    `U keek naar wijziging ${seen} van versie ${versie}, maar ${gewijzigdDoor} heeft intussen wijziging ${rev} bewaard.`,
    { huidigeVersie: rev },
  )

/** The draft with other contents; a proposal that is changed must be proposed again. */
export function changeKernindeling(
  record: KernindelingRecord,
  { rev, ...ontwerp }: Ontwerp & { rev: number },
  bekend: Bekend,
  { medewerker, op }: Door,
): KernindelingRecord {
  assertOpen(record, rev)
  assertOntwerp(ontwerp, bekend)
  const { toelichting: _t, voorgesteldDoor: _d, voorgesteldOp: _o, voorstellerId: _i, ...rest } = record
  return {
    ...rest,
    ...ontwerp,
    status: 'concept',
    rev: rev + 1,
    gewijzigdDoor: medewerker.naam,
    gewijzigdOp: op,
  }
}

/** The proposal. `dag` is today in Amsterdam. @throws Problem `ongeldige-invoer` with all that is missing */
export function proposeKernindeling(
  record: KernindelingRecord,
  rev: number,
  bekend: Bekend,
  { medewerker, op }: Door,
  dag: string,
): KernindelingRecord {
  assertOpen(record, rev)
  const errors = [...checkOntwerp(record, bekend), ...checkVolledig(record, bekend, dag)]
  if (errors.length > 0) throw ofFields(errors)
  return {
    ...record,
    status: 'voorgesteld',
    rev: rev + 1,
    voorgesteldDoor: medewerker.naam,
    voorgesteldOp: op,
    voorstellerId: medewerker.id,
  }
}

/**
 * The adopted version. Four eyes come first, as with money: a proposer learns nothing else.
 *
 * @throws Problem `vier-ogen`, `al-vastgesteld`, `versie-verouderd`, `overgang-niet-toegestaan` for a draft, or
 *   `ongeldige-invoer` when its day went by, or another version was adopted for that day
 */
export function adoptKernindeling(
  records: readonly KernindelingRecord[],
  versie: number,
  { rev, ...besluit }: Indelingsbesluit,
  bekend: Bekend,
  { medewerker, op }: Door,
  dag: string,
): KernindelingRecord {
  const record = findVersie(records, versie)
  if (record.voorstellerId === medewerker.id)
    throw new Problem('vier-ogen', 'U hebt deze indeling zelf voorgesteld. Iemand anders stelt haar vast.')
  assertOpen(record, rev)
  if (record.status === 'concept')
    throw new Problem(
      'overgang-niet-toegestaan',
      `Versie ${versie} is nog een concept. Stel haar eerst voor.`,
      { toegestaan: ['voorgesteld'] },
    )
  const errors = [...checkOntwerp(record, bekend), ...checkVolledig(record, bekend, dag)]
  const same = records.find(
    (each) => each.status === 'vastgesteld' && each.geldigVanafDatum === record.geldigVanafDatum,
  )
  if (errors.length > 0) throw ofFields(errors)
  if (same) throw dayTaken(record)
  return {
    ...record,
    status: 'vastgesteld',
    rev: rev + 1,
    vaststelling: { ...besluit, vastgesteldDoor: medewerker.naam, vastgesteldOp: op },
    vaststellerId: medewerker.id,
  }
}

export const dayTaken = ({ geldigVanafDatum }: { geldigVanafDatum: string }): Problem => {
  const detail = `Vanaf ${geldigVanafDatum} geldt al een andere vastgestelde indeling. Kies een andere dag.`
  return ofFields([{ pointer: '/geldigVanafDatum', code: 'dubbel', detail }])
}

/** Version 1 is the beginning, whatever day its file names: buurten imported later do not undo a decision. */
const beginOf = ({ versie, geldigVanafDatum }: KernindelingRecord): string =>
  versie === 1 ? '' : geldigVanafDatum

/** Adopted versions in the order in which they come into force. */
export const listVastgesteld = (records: readonly KernindelingRecord[]): KernindelingRecord[] =>
  records
    .filter(({ status }) => status === 'vastgesteld')
    .toSorted((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1))

/** The version in force on a day (Amsterdam). */
export const findGeldendeIndeling = (
  records: readonly KernindelingRecord[],
  dag: string,
): KernindelingRecord => {
  const adopted = listVastgesteld(records)
  const found = adopted.findLast((record) => beginOf(record) <= dag)
  if (!found) throw new Error('There is always version 1.')
  return found
}

/** Since when an adopted version holds: its day began, and it was adopted. */
export const sindsOf = ({ geldigVanafDatum, vaststelling }: KernindelingRecord): string => {
  const begin = startOfDag(geldigVanafDatum)
  return [begin, vaststelling?.vastgesteldOp ?? begin].sort().at(-1)!
}

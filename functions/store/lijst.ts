/**
 * Lists over several partitions of the index `lijst`, newest first, as one list with signed cursors.
 *
 * A page is made in rounds. A round asks every partition for its next entries below the position. Entries at
 * or above the *frontier* (the highest place where a partition stopped because of its limit) are complete over
 * all partitions, so they go out in order and the frontier becomes the position. An entry never changes its
 * place (`geregistreerdOp`, `nummer`) and new ones come in above, so a full walk meets each old entry once.
 *
 * A melding that is closed or reopened during a round moves between two partitions. Therefore partitions come
 * in phases that are read one after another, open → gesloten → open: what left one before it was read is in
 * the next. An entry met twice counts once, in its newest version.
 */
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { Bladzijde, LijstVraag } from '../domain/ports.ts'
import { fromAttributes, toAttributes, type Values } from './attributes.ts'
import type { Connection } from './connection.ts'
import { fromCursor, toCursor } from './cursor.ts'
import type { Filter } from './filter.ts'
import { aliases, instantOfPlace, volgordeEnds } from './keys.ts'
import { table } from './table.ts'

/** Rounds per page; with many entries filtered out a page stops short here, and `volgende` goes on. */
const maxRounds = 4
/** Entries looked at per round and phase, over all partitions, when a filter may drop most of them. */
const filteredWork = 1000
/** The same where each entry that was found still costs reading it whole. */
const pickedWork = 500

export type Entry = Values & { nummer: string; versie: number; volgorde: string }
/** Which entries go out, and how many of the first it looked at: fewer than all is where this answer stops. */
export type Picked = { rows: Entry[]; looked: number }
export type Picker = (entries: readonly Entry[], room: number) => Promise<Picked>
type Reading = { entries: Entry[]; stoppedAt?: string }
type Range = { below: string; from: string }

export type Lijst = {
  connection: Connection
  cursorKey: string
  /** Says which list this is; part of what a cursor is bound to. */
  naam: string
  /** Partitions, in the order in which they must be read. */
  phases: readonly (readonly string[])[]
  filter: Filter
  /** What no condition of the database can decide: its name belongs to the question, and it is asked in order. */
  pick?: { naam: string; picker: Picker }
}

const takeAll: Picker = async (entries, room) => {
  const rows = entries.slice(0, room)
  return { rows, looked: rows.length }
}

/** Only what passes, as far as the page has room. */
export const pickWhere =
  (passes: (entry: Entry) => boolean, next: Picker = takeAll): Picker =>
  async (entries, room) => {
    const passing = entries.filter(passes)
    const { rows, looked } = await next(passing, room)
    return { rows, looked: looked < passing.length ? entries.indexOf(passing[looked]!) : entries.length }
  }

const readPartition = async (
  { connection, filter }: Lijst,
  partition: string,
  { below, from }: Range,
  limit: number | undefined,
): Promise<Reading> => {
  if (from >= below) return { entries: [] }
  const command = new QueryCommand({
    TableName: connection.tableName,
    IndexName: table.index.name,
    KeyConditionExpression: 'lijst = :lijst AND volgorde BETWEEN :from AND :below',
    ExpressionAttributeValues: toAttributes({
      ':lijst': partition,
      ':from': from,
      ':below': below,
      ...filter.values,
    }),
    ScanIndexForward: false,
    ...(filter.conditions.length > 0 && {
      FilterExpression: filter.conditions.join(' AND '),
      ExpressionAttributeNames: aliases(filter.names),
    }),
    // One more, because BETWEEN includes the entry at the position itself.
    ...(limit && { Limit: limit + 1 }),
  })
  const { Items = [], LastEvaluatedKey } = await connection.client.send(command)
  const entries = Items.map((item) => fromAttributes(item) as Entry).filter((entry) => entry.volgorde < below)
  const stoppedAt = LastEvaluatedKey?.volgorde?.S
  return { entries, ...(stoppedAt !== undefined && { stoppedAt }) }
}

const highest = (places: readonly (string | undefined)[]): string | undefined =>
  places.reduce(
    (top, place) => (place !== undefined && (top === undefined || place > top) ? place : top),
    undefined,
  )

/** All entries between `frontier` and `range.below`, newest first; no frontier: nothing comes after them. */
const readRound = async (lijst: Lijst, range: Range, limit: number) => {
  const found = new Map<string, Entry>()
  let frontier: string | undefined
  for (const [phase, partitions] of lijst.phases.entries()) {
    // A partition that comes again is only read as far as this round goes.
    const again = phase > 0 && lijst.phases[0] === partitions
    const part = again && frontier !== undefined ? { ...range, from: frontier } : range
    const readings = await Promise.all(
      partitions.map((partition) => readPartition(lijst, partition, part, again ? undefined : limit)),
    )
    frontier = highest([frontier, ...readings.map(({ stoppedAt }) => stoppedAt)])
    for (const entry of readings.flatMap(({ entries }) => entries))
      if (entry.versie >= (found.get(entry.nummer)?.versie ?? 0)) found.set(entry.nummer, entry)
  }
  const entries = [...found.values()]
    .filter((entry) => frontier === undefined || entry.volgorde >= frontier)
    .sort((a, b) => (a.volgorde < b.volgorde ? 1 : -1))
  return { entries, frontier }
}

/**
 * One page, at most `limiet` rows; it can be shorter, or empty, while `volgende` says that there is more. Then
 * `gezochtTot` says until which instant it looked.
 *
 * @throws Problem `ongeldige-cursor` when the cursor was changed or belongs to another question.
 */
export const readBladzijde = async <T>(
  lijst: Lijst,
  { limiet, cursor, ...vraag }: Pick<LijstVraag, 'limiet' | 'cursor' | 'vanaf' | 'voor'>,
  fromItem: (item: Values) => T,
): Promise<Bladzijde<T>> => {
  const { naam, phases, filter, pick } = lijst
  const question = JSON.stringify([naam, phases, filter, pick?.naam, vraag.vanaf, vraag.voor])
  const start = cursor === undefined ? undefined : fromCursor(lijst.cursorKey, question, cursor)
  const from = vraag.vanaf ?? volgordeEnds.first
  const picker = pick?.picker ?? takeAll
  const limit = toLimit(lijst, limiet)
  const rows: Entry[] = []
  let below: string | undefined = start ?? vraag.voor ?? volgordeEnds.last
  for (let round = 0; below !== undefined && rows.length < limiet && round < maxRounds; round++) {
    const { entries, frontier } = await readRound(lijst, { below, from }, limit)
    const picked = await picker(entries, limiet - rows.length)
    rows.push(...picked.rows)
    if (picked.looked < entries.length) {
      below = entries[picked.looked - 1]?.volgorde ?? below
      break
    }
    below = frontier
  }
  return {
    rijen: rows.map(fromItem),
    ...(below !== undefined && {
      volgende: toCursor(lijst.cursorKey, question, below),
      ...(rows.length < limiet && { gezochtTot: instantOfPlace(below) }),
    }),
  }
}

/** Entries to ask of each partition in a round: some more than an even share usually fills a page in one. */
const toLimit = ({ phases, filter, pick }: Lijst, limiet: number): number => {
  const partitions = phases[0]?.length || 1
  const share = Math.ceil((1.5 * limiet) / partitions) + 3
  const work = filter.selective ? filteredWork : pick ? pickedWork : 0
  return Math.max(share, Math.ceil(work / partitions))
}

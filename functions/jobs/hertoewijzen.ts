/**
 * A new kernindeling came into force: everything open gets the kern it lies in now, and the counts by the kernen of
 * today are made for it. What is closed keeps the kern it had (domain rule 4).
 *
 * May be stopped at any moment and started again, by anyone: it goes on after the last step. It walks the open
 * meldingen newest first with a cursor; a melding keeps its place in that walk when it moves, so each is met once.
 */
import { Problem } from '../contract/problem.ts'
import { toDag } from '../domain/dag.ts'
import type { Indelingen, KernindelingRecord, KernVanPlaats } from '../domain/kernindeling/ports.ts'
import { findGeldendeIndeling, listVastgesteld, sindsOf } from '../domain/kernindeling/versies.ts'
import type { InitiatiefRecord, MeldingRegel, Stores } from '../domain/ports.ts'
import type { Connection } from '../store/connection.ts'
import {
  countLijsten,
  findVoortgang,
  type Move,
  moveLimit,
  type Voortgang,
  writeStap,
} from '../store/hertoewijzing.ts'
import type { Openbaarheid } from '../store/maatstaven.ts'
import { rebuildActiviteit } from './herbouw.ts'

export type HertoewijzingSettings = Openbaarheid & {
  connection: Connection
  stores: Stores
  indelingen: Omit<Indelingen, 'gemeente'>
  /** Different for every run. */
  eigenaar: string
  now(): Date
  /**
   * How long other processes may still use the division before: the walk begins so long after the new one came into
   * force, so that nothing is filed behind its back.
   */
  settleMillis: number
  pause(millis: number): Promise<unknown>
  /** Stops after the step that is being made. */
  signal?: AbortSignal
}

type Werk = HertoewijzingSettings & {
  record: KernindelingRecord
  kernVan: KernVanPlaats
  /** Codes of every kern there is or was. */
  kernen: string[]
  namen: Map<string, string>
}

const door = 'Kernpunt'

const toMove = (
  row: MeldingRegel | InitiatiefRecord,
  soort: Move['soort'],
  { kernVan, namen, record, now }: Werk,
): Move | undefined => {
  const { kern: naar, herkomst } = kernVan(row.positie)
  if (naar === row.kern) return undefined
  const name = (code: string) => namen.get(code) ?? code
  return {
    soort,
    nummer: row.nummer,
    versie: row.versie,
    van: row.kern,
    naar,
    herkomst,
    ...(soort === 'melding' && { status: row.status as MeldingRegel['status'] }),
    ...('geplandeDatum' in row && row.geplandeDatum && { geplandeDatum: row.geplandeDatum }),
    regel: `Kern gewijzigd van ${name(row.kern)} naar ${name(naar)} door kernindeling versie ${record.versie}.`,
    door,
    op: now().toISOString(),
  }
}

/** The move again, for what was changed since it was seen; nothing when it was closed, or has its kern by now. */
const renew = async (move: Move, werk: Werk): Promise<Move[]> => {
  if (move.soort === 'melding') {
    const row = await werk.stores.meldingen.find(move.nummer)
    if (!row || row.status === 'gesloten') return []
    return [toMove({ ...row, kop: '' }, 'melding', werk) ?? []].flat()
  }
  const row = await werk.stores.initiatieven.find(move.nummer)
  return row ? [toMove(row, 'initiatief', werk) ?? []].flat() : []
}

/** One step: moves and progress together. @returns the progress there is now, by this worker or another */
const step = async (werk: Werk, before: Voortgang, after: Voortgang, moves: Move[]): Promise<Voortgang> => {
  let open = moves
  for (;;) {
    const counted = {
      ...after,
      meldingenAnders: before.meldingenAnders + open.filter(({ soort }) => soort === 'melding').length,
      initiatievenAnders:
        before.initiatievenAnders + open.filter(({ soort }) => soort === 'initiatief').length,
      bijgewerktOp: werk.now().toISOString(),
    }
    const outcome = await writeStap(werk.connection, before, counted, open)
    if (outcome === 'geschreven') return { ...counted, stap: before.stap + 1 }
    if (outcome === 'ingehaald') return (await findVoortgang(werk.connection, before.versie)) ?? before
    const { geweigerd } = outcome
    const fresh = await Promise.all(geweigerd.map((move) => renew(move, werk)))
    open = [...open.filter((move) => !geweigerd.includes(move)), ...fresh.flat()]
  }
}

/** The next page of a phase, from its beginning when the cursor is of a key that was replaced since. */
const readPage = async (
  fase: 'meldingen' | 'initiatieven',
  { cursor }: Voortgang,
  { stores, kernen }: Werk,
) => {
  const read = (from: string | undefined) => {
    const vraag = { kernen, limiet: moveLimit, ...(from && { cursor: from }) }
    return fase === 'meldingen'
      ? stores.meldingen.list({ ...vraag, open: true })
      : stores.initiatieven.list(vraag)
  }
  try {
    return await read(cursor)
  } catch (error) {
    if (error instanceof Problem && error.code === 'ongeldige-cursor') return read(undefined)
    throw error
  }
}

const advance = async (voortgang: Voortgang, werk: Werk): Promise<Voortgang> => {
  const { cursor: _cursor, ...rest } = voortgang
  const { fase } = voortgang
  if (fase === 'begin') {
    const totaal = await countLijsten(werk.connection, werk.kernen)
    return step(werk, voortgang, { ...rest, status: 'bezig', totaal, fase: 'meldingen' }, [])
  }
  if (fase === 'tellingen') {
    const { connection, kernen, eigenaar, now, record, kernVan, isOpenbaar } = werk
    await rebuildActiviteit({
      ...{ connection, kernen, eigenaar, now, isOpenbaar },
      indeling: { versie: record.versie, kernVan },
    })
    return step(werk, voortgang, { ...rest, status: 'klaar', klaarOp: now().toISOString() }, [])
  }
  const { rijen, volgende } = await readPage(fase, voortgang, werk)
  const soort = fase === 'meldingen' ? 'melding' : 'initiatief'
  const moves = (rijen as (MeldingRegel | InitiatiefRecord)[]).flatMap(
    (row) => toMove(row, soort, werk) ?? [],
  )
  const next = fase === 'meldingen' ? 'initiatieven' : 'tellingen'
  const after = {
    ...rest,
    bekeken: voortgang.bekeken + rijen.length,
    ...(volgende ? { cursor: volgende } : { fase: next as Voortgang['fase'] }),
  }
  return step(werk, voortgang, after, moves)
}

/**
 * Does what is left to do for the version in force; nothing when that is version 1 or all was done.
 * @returns the progress at the end; `undefined`: there was nothing to do
 */
export const hertoewijzen = async (settings: HertoewijzingSettings): Promise<Voortgang | undefined> => {
  const { connection, indelingen, now, settleMillis, pause } = settings
  const records = await indelingen.list()
  const record = findGeldendeIndeling(records, toDag(now()))
  let voortgang = record.versie === 1 ? undefined : await findVoortgang(connection, record.versie)
  if (!voortgang || voortgang.status === 'klaar') return undefined
  await pause(Math.max(0, Date.parse(sindsOf(record)) + settleMillis - now().getTime()))
  const adopted = listVastgesteld(records)
  const cijfers = adopted.flatMap((each) => each.cijfers ?? [])
  const { kernVan } = await indelingen.open(record)
  const namen = new Map(cijfers.map(({ code, naam }) => [code, naam]))
  const werk: Werk = { ...settings, record, kernVan, namen, kernen: [...namen.keys()] }
  while (voortgang.status !== 'klaar' && !settings.signal?.aborted) voortgang = await advance(voortgang, werk)
  return voortgang
}

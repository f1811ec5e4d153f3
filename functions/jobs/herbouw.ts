/**
 * Counts everything again from the table itself, while the service runs.
 *
 * The stream waits: while this job holds the counts, consumers refuse and their records are delivered later.
 * Records they had received before are of changes that the scan sees, because it begins after. What changed in
 * the last day may still come by in the stream, so its version goes into the `gezien` of every kern it may have
 * been in that month: such a record is skipped. Nothing is written before the scan is complete, so a job that
 * stops halfway leaves the counts as they were; start it again.
 */
import { TransactionCanceledException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import type { KernVanPlaats } from '../domain/kernindeling/ports.ts'
import { toAttributes } from '../store/attributes.ts'
import { type Connection, conditionalPut, getItem, isAbsent, queryAll } from '../store/connection.ts'
import { type Gezien, markGezien, uurOf } from '../store/gezien.ts'
import { holdsHerbouw, releaseHerbouw, takeHerbouw } from '../store/herbouw.ts'
import { type Maatstaf, maatstafKey, maatstaven } from '../store/keys.ts'
import { telplaatsen } from '../store/maatstaven.ts'
import { scanPages } from '../store/scan.ts'
import { telbaarAttributes, toTelbaar } from '../store/telbaarItem.ts'
import { fromTelbladItem, type Telblad, toTelbladItem, vakKey } from '../store/telblad.ts'

export type HerbouwSettings = {
  connection: Connection
  /** Codes of every kern there is or was. */
  kernen: readonly string[]
  /** The kernindeling that `activiteit-nu` is counted for; absent while there was only one. */
  indeling?: { versie: number; kernVan: KernVanPlaats }
  /** Different for every run. */
  eigenaar: string
  now(): Date
  /** Meldingen and initiatieven counted so far. */
  onProgress?(gelezen: number): void
}

/** The job renews its right much more often than this, so consumers wait at most so long for one that died. */
const holdMillis = 120_000
/** A stream keeps records 24 hours; an hour for clocks that differ. */
const streamMillis = 25 * 3_600_000

const renew = async ({ connection, eigenaar, now }: HerbouwSettings): Promise<void> => {
  const at = now()
  if (!(await takeHerbouw(connection, eigenaar, at, at.getTime() + holdMillis)))
    throw new Error(
      'De tellingen worden al opnieuw opgebouwd door een ander proces. Probeer het later nog eens.',
    )
}

const createTelbladen = () => {
  const telbladen = new Map<string, Telblad>()
  return {
    /** The telblad of a kern and month, made empty when it is not there yet. */
    find(maatstaf: Maatstaf, maand: string, kern: string): Telblad {
      const key = `${maatstaf} ${maand} ${kern}`
      const made = { maatstaf, maand, kern, revisie: 0, aantallen: new Map(), gezien: new Map() }
      const telblad: Telblad = telbladen.get(key) ?? made
      telbladen.set(key, telblad)
      return telblad
    },
    list: () => [...telbladen.values()],
  }
}

const maatstavenOf = ({ indeling }: HerbouwSettings): Maatstaf[] =>
  maatstaven.filter((maatstaf) => indeling || maatstaf !== 'activiteit-nu')

/** Counts the whole table in memory: some hundred telbladen, however many meldingen. */
const countAll = async (settings: HerbouwSettings) => {
  const telbladen = createTelbladen()
  const recent = new Map<string, Gezien>()
  let gelezen = 0
  for await (const page of scanPages(settings.connection, telbaarAttributes)) {
    for (const item of page) {
      const telbaar = toTelbaar(item)
      if (!telbaar) continue
      gelezen++
      const bewaard = Date.parse(String(item.bewaardOp))
      for (const maatstaf of maatstavenOf(settings)) {
        const plaats = telplaatsen[maatstaf](telbaar, settings.indeling?.kernVan)
        if (!plaats) continue
        const { aantallen } = telbladen.find(maatstaf, plaats.maand, plaats.kern)
        const key = vakKey(plaats.vak)
        aantallen.set(key, (aantallen.get(key) ?? 0) + 1)
        if (bewaard < settings.now().getTime() - streamMillis) continue
        const seen = recent.get(plaats.maand) ?? new Map()
        markGezien(seen, telbaar.nummer, telbaar.versie, uurOf(bewaard))
        recent.set(plaats.maand, seen)
      }
    }
    await renew(settings)
    settings.onProgress?.(gelezen)
  }
  return { telbladen, recent, gelezen }
}

/** Puts the fresh counts in place of what is there, unless this job lost its right. */
const replaceTelblad = async (telblad: Telblad, { connection, eigenaar }: HerbouwSettings): Promise<void> => {
  const { client, tableName } = connection
  const { maatstaf, maand, kern } = telblad
  for (;;) {
    const present = await getItem(connection, maatstafKey(maatstaf, maand, kern))
    const before = present ? fromTelbladItem(maatstaf, present).revisie : 0
    const item = toTelbladItem({ ...telblad, revisie: before + 1 })
    const write = present
      ? conditionalPut(tableName, item, 'revisie = :before', { ':before': before })
      : conditionalPut(tableName, item, isAbsent)
    try {
      const TransactItems = [holdsHerbouw(tableName, eigenaar), { Put: write }]
      await client.send(new TransactWriteItemsCommand({ TransactItems }))
      return
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
      if (reasons[0]?.Code === 'ConditionalCheckFailed')
        throw new Error(
          'De herbouw duurde te lang en is gestopt. De tellingen zijn bruikbaar; begin opnieuw.',
        )
      if (reasons[1]?.Code !== 'ConditionalCheckFailed') throw error
    }
  }
}

/**
 * @returns how many meldingen and initiatieven were counted, in how many telbladen.
 * @throws Error with a Dutch sentence while another rebuild is going on.
 */
export const rebuildActiviteit = async (
  settings: HerbouwSettings,
): Promise<{ gelezen: number; telbladen: number }> => {
  const { connection, eigenaar } = settings
  let geteld: number | undefined
  await renew(settings)
  try {
    const { telbladen, recent, gelezen } = await countAll(settings)
    for (const maatstaf of maatstavenOf(settings)) {
      // What is there and counts nothing any more must become empty too.
      const present = await queryAll(connection, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toAttributes({ ':pk': maatstaf }),
        ConsistentRead: true,
      })
      const old = present.map((item) => fromTelbladItem(maatstaf, item))
      for (const { maand, kern } of old) telbladen.find(maatstaf, maand, kern)
      const kernen = new Set([...settings.kernen, ...old.map(({ kern }) => kern)])
      for (const [maand, gezien] of recent)
        for (const kern of kernen) telbladen.find(maatstaf, maand, kern).gezien = gezien
    }
    for (const telblad of telbladen.list()) {
      await replaceTelblad(telblad, settings)
      await renew(settings)
    }
    geteld = settings.indeling?.versie
    return { gelezen, telbladen: telbladen.list().length }
  } finally {
    await releaseHerbouw(connection, eigenaar, geteld)
  }
}

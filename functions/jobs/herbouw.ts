/**
 * Counts everything again from the table itself, while the service runs.
 *
 * The stream waits: while this job holds the counts, consumers refuse and their records are delivered later.
 * Records they had received before are of changes that the scan sees, because it begins after. What the scan saw
 * may still come by in the stream. Records of before it began are skipped by their time (`vanaf`); for changes
 * around that moment and during the scan the counted version stands in the *venster*, apart from the telbladen.
 * Nothing is written before the scan is complete, so a job that stops halfway leaves the counts as they were;
 * start it again.
 */
import type { KernVanPlaats } from '../domain/kernindeling/ports.ts'
import type { Connection } from '../store/connection.ts'
import { type Gezien, markGezien, uurOf } from '../store/gezien.ts'
import { releaseHerbouw, renewHerbouw, takeHerbouw } from '../store/herbouw.ts'
import { type Maatstaf, maatstaven } from '../store/keys.ts'
import { type Openbaarheid, telplaatsen } from '../store/maatstaven.ts'
import { scanPages } from '../store/scan.ts'
import { telbaarAttributes, toTelbaar } from '../store/telbaarItem.ts'
import { emptyTelblad, type Telblad, vakKey } from '../store/telblad.ts'
import { listTelbladen, replaceTelblad } from '../store/telbladen.ts'
import { writeVenster } from '../store/venster.ts'

export type HerbouwSettings = Openbaarheid & {
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
/** How far the clocks of this job, of who writes meldingen, and of DynamoDB may differ. */
const clockMillis = 5 * 60_000

const take = async ({ connection, eigenaar, now }: HerbouwSettings): Promise<void> => {
  const at = now()
  if (!(await takeHerbouw(connection, eigenaar, at, at.getTime() + holdMillis)))
    throw new Error(
      'De tellingen worden al opnieuw opgebouwd door een ander proces. Probeer het later nog eens.',
    )
}

const lost = (): Error =>
  new Error('De herbouw duurde te lang en is gestopt. Begin opnieuw; er wordt gewoon doorgeteld.')

const renew = async ({ connection, eigenaar, now }: HerbouwSettings): Promise<void> => {
  if (!(await renewHerbouw(connection, eigenaar, now().getTime() + holdMillis))) throw lost()
}

const createTelbladen = () => {
  const telbladen = new Map<string, Telblad>()
  return {
    /** The telblad of a kern and month, made empty when it is not there yet. */
    find(maatstaf: Maatstaf, maand: string, kern: string): Telblad {
      const key = `${maatstaf} ${maand} ${kern}`
      const telblad = telbladen.get(key) ?? emptyTelblad(maatstaf, maand, kern)
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
  const vanaf = settings.now().getTime() - clockMillis
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
        const plaats = telplaatsen[maatstaf](telbaar, { ...settings, nu: settings.indeling?.kernVan })
        if (!plaats) continue
        const { aantallen } = telbladen.find(maatstaf, plaats.maand, plaats.kern)
        const key = vakKey(plaats.vak)
        aantallen.set(key, (aantallen.get(key) ?? 0) + 1)
        if (bewaard < vanaf - clockMillis) continue
        const seen = recent.get(plaats.maand) ?? new Map()
        markGezien(seen, telbaar.nummer, telbaar.versie, uurOf(bewaard))
        recent.set(plaats.maand, seen)
      }
    }
    await renew(settings)
    settings.onProgress?.(gelezen)
  }
  const herbouw = { eigenaar: settings.eigenaar, vanaf, tot: settings.now().getTime() + clockMillis }
  return { telbladen, recent, gelezen, herbouw }
}

/**
 * What is there and counts nothing any more becomes empty, and in a month with changes every kern has a telblad
 * that knows of this rebuild: a melding may have been in any of them before.
 */
const complete = async (
  { telbladen, recent, herbouw }: Awaited<ReturnType<typeof countAll>>,
  settings: HerbouwSettings,
): Promise<Telblad[]> => {
  const { connection, kernen, eigenaar, now } = settings
  for (const [maand, gezien] of recent) await writeVenster(connection, eigenaar, maand, gezien, now())
  for (const maatstaf of maatstavenOf(settings)) {
    const present = await listTelbladen(connection, maatstaf)
    for (const { maand, kern } of present) telbladen.find(maatstaf, maand, kern)
    const everywhere = new Set([...kernen, ...present.map(({ kern }) => kern)])
    for (const maand of recent.keys()) for (const kern of everywhere) telbladen.find(maatstaf, maand, kern)
  }
  return telbladen.list().map((telblad) => ({ ...telblad, herbouw }))
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
  await take(settings)
  try {
    const counted = await countAll(settings)
    const telbladen = await complete(counted, settings)
    for (const telblad of telbladen) {
      if (!(await replaceTelblad(connection, telblad, eigenaar))) throw lost()
      await renew(settings)
    }
    geteld = settings.indeling?.versie
    return { gelezen: counted.gelezen, telbladen: telbladen.length }
  } finally {
    await releaseHerbouw(connection, eigenaar, geteld)
  }
}

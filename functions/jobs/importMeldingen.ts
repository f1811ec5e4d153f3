/**
 * Takes meldingen of another system in from a CSV file. Can be stopped at any moment, also by `kill -9`, and
 * started again: it goes on at the first row that was not surely done, and no row enters twice, because the
 * number of a melding follows from the contents of the file and its row. A melding that was changed since is
 * left as it is.
 */
import { nummerOfKey } from '../domain/nummer.ts'
import type { MeldingRecord } from '../domain/ports.ts'
import { addMeldingen, bulkSize } from '../store/bulk.ts'
import type { Connection } from '../store/connection.ts'
import { readVoortgang, type Voortgang, writeVoortgang } from '../store/voortgang.ts'
import { type Afgekeurd, openAfgekeurd } from './inlezen/afgekeurd.ts'
import { type Bestand, openBestand } from './inlezen/bestand.ts'
import { type Lezer, type Rij, readRij, toMelding } from './inlezen/rij.ts'

export type ImportSettings = {
  file: string
  afgekeurdFile: string
  connection: Connection
  lezer: Omit<Lezer, 'now'>
  now(): Date
  /** Secret of a volglink, ≥ 128 bits, base64url. */
  newVolgcode(): string
  sha256(text: string): string
  /** Not told when the file was complete already. */
  onStart?(voortgang: Voortgang): void
  onProgress?(voortgang: Voortgang, aantalRijen: number): void
}

/** Rows between two notes of progress. */
const chunkSize = 1000
/** Transactions under way at once. */
const parallel = 3

type Deel = { nummer: number; cells: string[] }[]
type Kandidaat = { key: string; rij: Rij }

const required = [['lon'], ['lat'], ['opened'], ['category_slug', 'categorie']]

const assertKolommen = (file: string, kolommen: readonly string[]): void => {
  const missing = required.filter((names) => !names.some((name) => kolommen.includes(name)))
  if (missing.length === 0) return
  const said = missing.map((names) => names.join(' of ')).join(', ')
  throw new Error(`${file} heeft geen kolom ${said}. De kolommen zijn: ${kolommen.join(', ') || '(geen)'}.`)
}

async function* inDelen(rows: AsyncIterable<string[]>, skip: number): AsyncIterable<Deel> {
  let deel: Deel = []
  let nummer = -1
  for await (const cells of rows) {
    nummer++
    if (nummer < skip) continue
    deel.push({ nummer, cells })
    if (deel.length < chunkSize) continue
    yield deel
    deel = []
  }
  if (deel.length > 0) yield deel
}

/** Adds rows; where a number belongs to another melding already, the row tries its next number. */
const addRows = async (rows: readonly Kandidaat[], settings: ImportSettings, attempt = 0): Promise<void> => {
  const { connection, lezer, now, newVolgcode, sha256 } = settings
  const byNummer = new Map<string, { row: Kandidaat; melding: MeldingRecord }>()
  const again: Kandidaat[] = []
  for (const row of rows) {
    const nummer = nummerOfKey('M', row.key, attempt, sha256)
    if (byNummer.has(nummer)) again.push(row)
    else {
      const identity = { nummer, sleutel: sha256(row.key), volgcode: newVolgcode() }
      byNummer.set(nummer, { row, melding: toMelding(row.rij, identity, lezer) })
    }
  }
  const entries = [...byNummer.values()]
  const meldingen = entries.map(({ melding }) => melding)
  const outcomes = await addMeldingen(connection, meldingen, now().toISOString())
  for (const [i, outcome] of outcomes.entries())
    if (outcome.soort === 'bestaat' && outcome.aanwezig.sleutel !== meldingen[i]!.sleutel)
      again.push(entries[i]!.row)
  if (again.length > 0) await addRows(again, settings, attempt + 1)
}

const importDeel = async (deel: Deel, bestand: Bestand, settings: ImportSettings) => {
  const { kolommen, hash } = bestand
  const lezer = { ...settings.lezer, now: settings.now() }
  const good: Kandidaat[] = []
  const afgekeurd: Afgekeurd[] = []
  for (const { nummer, cells } of deel) {
    const named = Object.fromEntries(kolommen.map((kolom, i) => [kolom, cells[i] ?? '']))
    const rij =
      cells.length === kolommen.length
        ? readRij(named, lezer)
        : { afgekeurd: `de rij heeft ${cells.length} kolommen, de kop ${kolommen.length}` }
    // Row 1 of a spreadsheet is the heading.
    if ('afgekeurd' in rij) afgekeurd.push({ rij: nummer + 2, reden: rij.afgekeurd })
    else good.push({ key: `${hash} ${nummer}`, rij })
  }
  const packs = Array.from({ length: Math.ceil(good.length / bulkSize) }, (_, i) =>
    good.slice(i * bulkSize, (i + 1) * bulkSize),
  ).values()
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (const pack of packs) await addRows(pack, settings)
    }),
  )
  return { good, afgekeurd }
}

/**
 * @returns how it ended; `klaar` is true. An import that was complete before changes nothing.
 * @throws Error with one Dutch sentence for a file that cannot be read or lacks a column.
 */
export const importMeldingen = async (settings: ImportSettings): Promise<Voortgang> => {
  const { connection, file, onProgress } = settings
  const bestand = await openBestand(file)
  assertKolommen(file, bestand.kolommen)
  let voortgang = await readVoortgang(connection, bestand.hash)
  if (voortgang.klaar) return voortgang
  settings.onStart?.(voortgang)
  const report = await openAfgekeurd(settings.afgekeurdFile, voortgang.afgekeurdBytes)
  const advance = async (after: Voortgang) => {
    await writeVoortgang(connection, bestand.hash, voortgang, after)
    voortgang = after
    onProgress?.(voortgang, bestand.aantalRijen)
  }
  for await (const deel of inDelen(bestand.readRijen(), voortgang.rijen)) {
    const { good, afgekeurd } = await importDeel(deel, bestand, settings)
    await advance({
      rijen: voortgang.rijen + deel.length,
      ingelezen: voortgang.ingelezen + good.length,
      afgekeurd: voortgang.afgekeurd + afgekeurd.length,
      kernGelijk: voortgang.kernGelijk + good.filter(({ rij }) => rij.kernGelijk === true).length,
      kernAnders: voortgang.kernAnders + good.filter(({ rij }) => rij.kernGelijk === false).length,
      afgekeurdBytes: await report.add(afgekeurd, voortgang.afgekeurdBytes),
      klaar: false,
    })
  }
  await advance({ ...voortgang, klaar: true })
  return voortgang
}

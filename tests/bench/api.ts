/**
 * The API over HTTP with 100,000 meldingen behind it: POST of a melding, heatmap and activity, p50 and p95, one
 * caller after another. Takes a minute or two, most of it the import. Needs the file of ../shared.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startKernpunt } from '../../infra/local/startKernpunt.ts'
import { eenMelding } from '../support/apiCaller.ts'
import { root } from '../support/sources.ts'

const file = join(root, '../shared/geodata/GM0373-meldingen-100k-SYNTHETISCH.csv.gz')

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Milliseconds of `times` calls, the first ten left out: they warm the server. */
async function measure(name: string, times: number, call: () => Promise<Response>): Promise<void> {
  const millis: number[] = []
  for (let i = -10; i < times; i++) {
    const start = performance.now()
    const response = await call()
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${name}: ${response.status}`)
    if (i >= 0) millis.push(performance.now() - start)
  }
  millis.sort((a, b) => a - b)
  const [p50, p95] = [percentile(millis, 0.5).toFixed(1), percentile(millis, 0.95).toFixed(1)]
  console.log(`${name.padEnd(44)} p50 ${p50.padStart(7)} ms   p95 ${p95.padStart(7)} ms`)
}

export async function benchApi(): Promise<void> {
  if (!existsSync(file)) return console.log('Overgeslagen: ../shared met de 100.000 meldingen is er niet.')
  const dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-bench-'))
  // Everything here comes from one address.
  const meldbudget = { perAdresPerUur: 1_000_000, perToestelPerUur: 1_000_000 }
  const kernpunt = await startKernpunt({ port: 0, dataDir, gemeente: 'GM0373', leeg: true, meldbudget })
  try {
    const env = { ...process.env, DATA_DIR: dataDir, GEMEENTE: 'GM0373' }
    const script = join(root, 'infra/local/kernpunt.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, 'meldingen', 'importeer', file], {
      env,
    })
    console.log(stdout.trim())
    await kernpunt.drain()
    const get = (path: string) => () => fetch(kernpunt.url + path)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(eenMelding())
    await measure('POST melding', 300, () =>
      fetch(`${kernpunt.url}/v1/meldingen`, { method: 'POST', headers, body }),
    )
    await measure('heatmap, three years', 50, get('/v1/dichtheid'))
    await measure('heatmap, one year', 100, get('/v1/dichtheid?van=2024-01-01&tot=2024-12-31'))
    await measure('heatmap, one month', 100, get('/v1/dichtheid?van=2024-06-01&tot=2024-06-30'))
    await measure('activity, three years', 50, get('/v1/activiteit'))
    await measure('activity, one year', 100, get('/v1/activiteit?van=2024-01-01&tot=2024-12-31'))
    await measure('public list, 50 of all kernen', 100, get('/v1/meldingen?limiet=50'))
    await measure('public list, 50 of one kern', 100, get('/v1/meldingen?limiet=50&kern=schoorl'))
  } finally {
    await kernpunt.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

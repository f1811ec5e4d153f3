/** The whole product killed at any moment, again and again: list, history, counts and mail agree afterwards. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startKernpunt } from '../../infra/local/startKernpunt.ts'
import { eenMelding } from '../support/apiCaller.ts'
import { signIn } from '../support/apiLogin.ts'
import { root } from '../support/sources.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-gedood-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const plenty = { perAdresPerUur: 10_000, perToestelPerUur: 10_000 }
const options = () => ({ port: 0, dataDir, gemeente: 'GM0373', leeg: true, meldbudget: plenty })

/** In a process of its own, because only that can be killed. */
async function startKillable() {
  const url = pathToFileURL(join(root, 'infra/local/startKernpunt.ts')).href
  const script = `const { startKernpunt } = await import('${url}')
    const { url } = await startKernpunt(${JSON.stringify(options())})
    process.stdout.write(url)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address] = await once(child.stdout, 'data')
  return { child, url: String(address) }
}

const report = (url: string, n: number) =>
  fetch(`${url}/v1/meldingen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `melding-${n}` },
    body: JSON.stringify(eenMelding({ contact: { email: `melder${n}@voorbeeld.nl` } })),
  })

const perRound = 7
const moments = [20, 60, 110, 170, 240, 330]
const count = perRound * moments.length

it('killed six times while meldingen come in, it has each once, counts each once and mails each once', async () => {
  for (const [round, millis] of moments.entries()) {
    const { child, url } = await startKillable()
    const first = round * perRound
    const asked = Array.from({ length: perRound }, (_, i) => report(url, first + i).catch(() => undefined))
    await new Promise((resolve) => setTimeout(resolve, millis))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await Promise.all(asked)
  }
  // Who was killed while sending holds a mail for two minutes.
  const now = () => new Date(Date.now() + 5 * 60_000)
  const kernpunt = await startKernpunt({ ...options(), now })
  try {
    for (let n = 0; n < count; n++) expect((await report(kernpunt.url, n)).status).toBe(201)
    await kernpunt.drain()
    await kernpunt.drain()
    const token = (await signIn(kernpunt.url, 'noor')).access_token
    // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
    const get = async (path: string): Promise<any> =>
      (await fetch(`${kernpunt.url}/v1/${path}`, { headers: { authorization: `Bearer ${token}` } })).json()
    const { behandelingen } = await get('behandelingen?limiet=100')
    expect(behandelingen).toHaveLength(count)
    const { kernen } = await get('activiteit')
    const counted = kernen.reduce((sum: number, kern: { meldingen: number }) => sum + kern.meldingen, 0)
    expect(counted).toBe(count)
    const nummers: string[] = behandelingen.map(({ nummer }: { nummer: string }) => nummer)
    for (const nummer of nummers) {
      const { berichten, geschiedenis } = await get(`behandelingen/${nummer}`)
      expect(geschiedenis).toHaveLength(1)
      expect(berichten.map(({ soort, staat }: Record<string, string>) => [soort, staat])).toEqual([
        ['ontvangen', 'verzonden'],
      ])
    }
    const files = (await readdir(join(kernpunt.folder, 'mail'))).filter((name) => name.includes('_M-'))
    expect(files.map((name) => name.split('_')[1]).sort()).toEqual(nummers.sort())
  } finally {
    await kernpunt.stop()
  }
}, 90_000)

/**
 * The product as somebody starts it for the first time: `npm start` in an empty data folder on a free port, one
 * melding, the page it is on, and Ctrl-C. Leaves nothing running and nothing behind.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { routes } from '../functions/contract/routes.ts'

const patienceMs = 120_000

const findFreePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const dataDir = mkdtempSync(join(tmpdir(), 'kernpunt-smoke-'))
const port = await findFreePort()
const url = `http://127.0.0.1:${port}`
const child = spawn('npm', ['start', '--silent', '--', '--leeg'], {
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
})
const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))

/** The whole family: npm, its shell and the server. */
const signal = (name: NodeJS.Signals): void => {
  try {
    process.kill(-child.pid!, name)
  } catch {
    // Nobody left to stop.
  }
}

const get = (path: string, init?: RequestInit) =>
  fetch(url + path, { ...init, signal: AbortSignal.timeout(5_000) })

async function waitUntilUp(): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`npm start stopped with code ${child.exitCode}.`)
    const reply = await get(routes.getInstellingen.path).catch(() => undefined)
    if (reply?.ok) return
    await wait(200)
  }
  throw new Error(`Nothing answered at ${url} within ${patienceMs / 1000} seconds.`)
}

async function expectStatus(status: number, path: string, init?: RequestInit): Promise<Response> {
  const reply = await get(path, init)
  if (reply.status !== status)
    throw new Error(`${path} answered ${reply.status} instead of ${status}: ${await reply.text()}`)
  return reply
}

async function walk(): Promise<void> {
  const { kaart } = await (await expectStatus(200, routes.getInstellingen.path)).json()
  const { categorieen } = await (await expectStatus(200, routes.listCategorieen.path)).json()
  const created = await expectStatus(201, routes.createMelding.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'proef-1' },
    body: JSON.stringify({
      categorie: categorieen[0].code,
      omschrijving: 'Proefmelding.',
      geometrie: { type: 'Point', coordinates: kaart.middelpunt },
    }),
  })
  const { nummer } = await created.json()
  await expectStatus(200, routes.getMelding.path.replace('{nummer}', nummer))
  await expectStatus(200, '/', { headers: { accept: 'text/html' } })
}

/** As Ctrl-C does; only a family that does not listen is killed, because then its database lives on for a while. */
async function stop(): Promise<void> {
  signal('SIGINT')
  const stopped = await Promise.race([exited.then(() => true), wait(15_000, false)])
  if (stopped) return
  signal('SIGKILL')
  throw new Error('It did not stop on Ctrl-C.')
}

try {
  try {
    await waitUntilUp()
    await walk()
  } finally {
    await stop()
  }
  if (await get('/').catch(() => undefined)) throw new Error('Something still answers after the stop.')
  console.log(`Started, took a melding and stopped at ${url}.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
process.exit()

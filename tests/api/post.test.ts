/** Mail of the whole product: what residents do and staff answers, read back from the folder of mail. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Kernpunt, startKernpunt } from '../../infra/local/startKernpunt.ts'
import { eenMelding } from '../support/apiCaller.ts'
import { signIn } from '../support/apiLogin.ts'
import { parseMail } from '../support/parseMail.ts'

let dataDir: string
let kernpunt: Kernpunt
let token: string
const failures: unknown[] = []

const start = () =>
  startKernpunt({
    port: 0,
    dataDir,
    gemeente: 'GM0373',
    leeg: true,
    onError: (error) => failures.push(error),
    onMailError: (error) => failures.push(error),
  })

const login = async () => {
  token = (await signIn(kernpunt.url, 'noor')).access_token
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-post-'))
  kernpunt = await start()
  await login()
})
afterAll(async () => {
  await kernpunt?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function call(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${kernpunt.url}/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
  return { status: response.status, body: (await response.json()) as any }
}
const asStaff = (path: string, body?: unknown) => call(path, body, { authorization: `Bearer ${token}` })

/** Subject, receiver and text of each mail, in order of time. */
const readMails = async () => {
  await kernpunt.drain()
  const folder = join(kernpunt.folder, 'mail')
  const names = (await readdir(folder)).filter((name) => name.includes('_M-')).sort()
  return Promise.all(
    names.map(async (name) => {
      const { headers, parts } = parseMail(await readFile(join(folder, name)))
      return { name, to: headers.to, subject: headers.subject, text: parts[0]?.text ?? '' }
    }),
  )
}

const change = async (nummer: string, wijziging: object) => {
  const { body } = await asStaff(`behandelingen/${nummer}`)
  const answer = await asStaff(`behandelingen/${nummer}/wijzigingen`, { versie: body.versie, wijziging })
  expect([answer.status, answer.body.detail]).toEqual([answer.status < 300 ? answer.status : 0, undefined])
}

describe('mail at each step', () => {
  let nummer: string
  let volgcode: string

  it('reaches the reporter from receipt to "is it solved?", and staff sees that it went', async () => {
    const contact = { naam: 'Zoë Jansen', email: 'zoe@voorbeeld.nl' }
    const { body } = await call('meldingen', eenMelding({ contact }))
    nummer = body.nummer
    volgcode = body.volglink.split('.').at(-1)
    const volger = await call(`meldingen/${nummer}/volgers`, { contact: { email: 'volger@voorbeeld.nl' } })
    expect(volger.status).toBe(201)
    await change(nummer, { soort: 'notitie', tekst: 'Alleen voor ons.' })
    await change(nummer, { soort: 'vraag', tekst: 'Welke lamp is het?' })
    await call(`meldingen/${nummer}/reacties`, { soort: 'antwoord', tekst: 'De tweede.' }, { volgcode })
    await change(nummer, { soort: 'status', status: 'gesloten', reden: 'opgelost' })
    const mails = await readMails()
    // Those of one version in no order.
    const closed = mails.splice(2).sort((a, b) => (a.to! < b.to! ? 1 : -1))
    mails.push(...closed)
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['zoe@voorbeeld.nl', `Wij hebben uw melding ontvangen (${nummer})`],
      ['zoe@voorbeeld.nl', `Wij hebben een vraag over uw melding (${nummer})`],
      ['zoe@voorbeeld.nl', `Uw melding is opgelost (${nummer})`],
      ['volger@voorbeeld.nl', `De melding die u volgt is opgelost (${nummer})`],
    ])
    expect(mails[1]!.text).toContain('> Welke lamp is het?')
    const said = mails.map(({ text }) => text).join()
    for (const personal of ['Zoë', 'Alleen voor ons', 'De tweede', 'lantaarnpaal bij het fietspad'])
      expect(said).not.toContain(personal)
    expect(mails.at(-1)!.text).toContain(volger.body.volglink)
    expect(mails.at(-1)!.text).not.toContain(volgcode)
    const { berichten, postMislukt } = (await asStaff(`behandelingen/${nummer}`)).body
    expect(postMislukt).toBe(false)
    const seen = berichten.map(({ soort, aan, staat }: Record<string, string>) => `${soort} ${aan} ${staat}`)
    expect(seen.sort()).toEqual([
      'gesloten melder verzonden',
      'gesloten volger verzonden',
      'ontvangen melder verzonden',
      'vraag melder verzonden',
    ])
    expect(JSON.stringify(berichten)).not.toContain('@')
  })

  it('comes no second time after a restart that forgot how far it had read', async () => {
    const before = await readMails()
    await kernpunt.stop()
    await rm(join(kernpunt.folder, 'stroom.json'))
    await rm(join(kernpunt.folder, 'mail'), { recursive: true })
    kernpunt = await start()
    await login()
    const other = await call('meldingen', eenMelding({ contact: { email: 'nieuw@voorbeeld.nl' } }))
    const after = await readMails()
    expect(before).toHaveLength(4)
    expect(after.map(({ to, subject }) => [to, subject])).toEqual([
      ['nieuw@voorbeeld.nl', `Wij hebben uw melding ontvangen (${other.body.nummer})`],
    ])
  })

  it('stops for who has the address erased', async () => {
    const { status } = await call(`meldingen/${nummer}/reacties`, { soort: 'contact-wissen' }, { volgcode })
    expect(status).toBeLessThan(300)
    const before = new Set((await readMails()).map(({ name }) => name))
    await change(nummer, { soort: 'status', status: 'in-behandeling' })
    const fresh = (await readMails()).filter(({ name }) => !before.has(name))
    expect(fresh.map(({ to }) => to)).toEqual(['volger@voorbeeld.nl'])
  })

  it('left nothing that failed behind the screen', () => {
    expect(failures).toEqual([])
  })
})

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../functions/store/client.ts'
import { createStores } from '../../functions/store/stores.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { bergen, csvRows, writeCsv } from '../support/csv.ts'
import { cursorKey, testNow, useFolder } from '../support/engine.ts'
import { instantOf, makeMelding } from '../support/records.ts'

const root = useFolder()
const script = join(import.meta.dirname, '../../infra/local/kernpunt.ts')
const kernen = bergen.kernen.map(({ code }) => code)

type Outcome = { code: number; stdout: string; stderr: string }

const kernpunt = async (
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome> => {
  const env = { ...process.env, DATA_DIR: root.path, ...environment }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], { env })
    return { code: 0, stdout, stderr }
  } catch (error) {
    return error as Outcome
  }
}

const countInTable = async (dataDir: string): Promise<{ listed: number; counted: number }> => {
  const engine = await startEngine({ dataDir: join(dataDir, 'GM0373') })
  const client = createClient(engine.endpoint)
  const stores = createStores(client, 'kernpunt', { cursorKey, now: () => testNow })
  const { rijen } = await stores.meldingen.list({ kernen, limiet: 100_000 })
  const tellingen = await stores.activiteit.listTellingen({})
  await engine.stop()
  return { listed: rijen.length, counted: tellingen.reduce((sum, { aantal }) => sum + aantal, 0) }
}

describe('the command line', () => {
  test('explains itself', async () => {
    for (const args of [[], ['help']]) {
      const { code, stdout } = await kernpunt(args)
      expect(code).toBe(0)
      expect(stdout).toContain('meldingen importeer BESTAND')
      expect(stdout).toContain('activiteit herbouw')
      expect(stdout).toContain('bewaartermijn nalopen')
      expect(stdout).toContain('post nasturen')
      expect(stdout).toContain('dagbericht versturen')
    }
  })

  test.each([
    [['onzin'], {}, 2, 'Deze opdracht ken ik niet: onzin'],
    [['meldingen', 'importeer'], {}, 2, 'Deze opdracht ken ik niet'],
    [['meldingen', 'importeer', '/nergens.csv'], {}, 1, '/nergens.csv kan niet gelezen worden'],
    [['activiteit', 'herbouw'], { GEMEENTE: 'GM9999' }, 1, 'Gemeente GM9999 is er niet'],
  ])('%j ends with a sentence and not a stack', async (args, environment, exit, sentence) => {
    const { code, stderr } = await kernpunt(args, environment as Record<string, string>)
    expect(code).toBe(exit)
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('says in words that the database is away, and that nothing is lost', async () => {
    const { code, stderr } = await kernpunt(['activiteit', 'herbouw'], {
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
    })
    expect(code).toBe(1)
    expect(stderr.trim()).toBe(
      'De database is niet bereikbaar. Wat al klaar was, blijft bewaard: geef dezelfde opdracht opnieuw.',
    )
  })

  test('sends failed mails again as files, and the mail of the day once', async () => {
    const dataDir = join(root.path, 'post')
    const folder = join(dataDir, 'GM0373')
    const engine = await startEngine({ dataDir: folder })
    const client = createClient(engine.endpoint)
    await ensureTable(client, 'kernpunt')
    const { meldingen, berichten } = createStores(client, 'kernpunt', { cursorKey, now: () => testNow })
    const melding = makeMelding(1, { streefDatum: '2026-01-15' })
    const sleutel = { nummer: melding.nummer, versie: 1, ontvanger: 'melder' }
    await meldingen.add(melding, { email: 'zoe@voorbeeld.nl' })
    await berichten.add({ ...sleutel, soort: 'ontvangen', aan: 'melder', onderwerp: 'Proef' }, instantOf(0))
    await berichten.settle(sleutel, { staat: 'mislukt', uitleg: 'Storing.', naTeSturen: true }, instantOf(1))
    client.destroy()
    await engine.stop()
    const environment = { DATA_DIR: dataDir }
    const again = await kernpunt(['post', 'nasturen'], environment)
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('1 mail verstuurd naar ')])
    const nothing = await kernpunt(['post', 'nasturen'], environment)
    expect(nothing.stdout).toBe('Er zijn geen mails die mislukt zijn of ontbreken.\n')
    const mails = await readdir(join(folder, 'mail'))
    expect(mails.filter((name) => name.endsWith(`${melding.nummer}_0001_melder.eml`))).toHaveLength(1)
    // On a day that is no working day there is none, and it says so.
    const none = /^Er is niets te versturen: |^Vandaag is geen werkdag\. /
    const first = await kernpunt(['dagbericht', 'versturen'], environment)
    const second = await kernpunt(['dagbericht', 'versturen'], environment)
    expect([first.code, second.code]).toEqual([0, 0])
    if (!first.stdout.startsWith('Dagbericht verstuurd aan ')) expect(first.stdout).toMatch(none)
    expect(second.stdout).toMatch(none)
  })

  test('imports, counts and rebuilds, and a killed import goes on', async () => {
    const dataDir = join(root.path, 'gedood')
    const file = await writeCsv(join(root.path, 'veel.csv'), csvRows(3000))
    const env = { ...process.env, DATA_DIR: dataDir }
    const first = spawn(process.execPath, [script, 'meldingen', 'importeer', file], { env })
    // At the first note of progress, somewhere in the second thousand rows.
    await once(first.stderr, 'data')
    const enginePid = JSON.parse(readFileSync(join(dataDir, 'GM0373/engine.json'), 'utf8')).pid
    process.kill(enginePid, 'SIGKILL')
    await once(first.stderr, 'data')
    first.kill('SIGKILL')
    await once(first, 'exit')

    const second = await kernpunt(['meldingen', 'importeer', file], { DATA_DIR: dataDir })
    expect(second.stderr).not.toContain('Error')
    expect(second.stdout).toMatch(/Verder na rij [12]\.000/)
    expect(second.stdout).toContain('3.000 rijen: 3.000 ingelezen, 0 afgekeurd.')
    expect(second.stdout).toContain('3.000 gelijk aan onze indeling, 0 anders')
    expect(await countInTable(dataDir)).toEqual({ listed: 3000, counted: 3000 })

    const rebuilt = await kernpunt(['activiteit', 'herbouw'], { DATA_DIR: dataDir })
    expect(rebuilt.stdout).toContain('3.000 meldingen en initiatieven geteld')
    expect(await countInTable(dataDir)).toEqual({ listed: 3000, counted: 3000 })
    const again = await kernpunt(['meldingen', 'importeer', file], { DATA_DIR: dataDir })
    expect(again.stdout).toContain('al helemaal ingelezen')
  })
})

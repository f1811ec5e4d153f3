import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nummerOfKey } from '../../functions/domain/nummer.ts'
import { type ImportSettings, importMeldingen } from '../../functions/jobs/importMeldingen.ts'
import { openAfgekeurd } from '../../functions/jobs/inlezen/afgekeurd.ts'
import { bergen, csvRows, writeCsv } from '../support/csv.ts'
import { type Table, testNow, useEngine } from '../support/engine.ts'
import { changeMelding, makeMelding } from '../support/records.ts'

const engine = useEngine()
const kernen = bergen.kernen.map(({ code }) => code)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const inFolder = (name: string): string => join(engine.folder.path, name)

const run = ({ connection }: Table, file: string, more: Partial<ImportSettings> = {}) =>
  importMeldingen({
    file,
    afgekeurdFile: `${file}.afgekeurd.csv`,
    connection,
    lezer: { gemeente: bergen, findCategorie: bergen.findCategorie },
    now: () => testNow,
    newVolgcode: () => 'geheim-van-deze-proef',
    sha256,
    ...more,
  })

const listAll = async ({ stores }: Table) => {
  const { rijen, volgende } = await stores.meldingen.list({ kernen, limiet: 10_000 })
  expect(volgende).toBeUndefined()
  return rijen
}

describe('an import', () => {
  test('takes every row in, packed or not, once', async () => {
    const table = await engine.makeTable()
    const plain = await writeCsv(inFolder('heel.csv'), csvRows(250))
    expect(await run(table, plain)).toMatchObject({ rijen: 250, ingelezen: 250, afgekeurd: 0, klaar: true })
    expect(await listAll(table)).toHaveLength(250)
    const started: unknown[] = []
    await run(table, plain, { onStart: (voortgang) => started.push(voortgang) })
    expect(started).toEqual([])
    expect(await listAll(table)).toHaveLength(250)
    const packed = await writeCsv(inFolder('heel.csv.gz'), csvRows(20))
    expect(await run(table, packed)).toMatchObject({ ingelezen: 20 })
    expect(existsSync(`${plain}.afgekeurd.csv`)).toBe(false)
  })

  test('names each bad row as a spreadsheet counts, takes the others in and counts other kernen', async () => {
    const table = await engine.makeTable()
    const rows = csvRows(10)
    rows[2] = rows[2]!.replace('dumping', 'x').replace('afval', 'ufo')
    rows[5] = 'te,weinig'
    rows[7] = rows[7]!.replace(/[^,]*$/, 'elders')
    const file = await writeCsv(inFolder('slecht.csv'), rows)
    expect(await run(table, file)).toMatchObject({ ingelezen: 8, afgekeurd: 2, kernGelijk: 7, kernAnders: 1 })
    expect(readFileSync(`${file}.afgekeurd.csv`, 'utf8')).toBe(
      '\ufeffrij;reden\r\n4;"onbekende categorie: “ufo/x”"\r\n7;"de rij heeft 2 kolommen, de kop 7"\r\n',
    )
  })

  test('goes on after a stop at any point, with nothing double, lost or overwritten', async () => {
    const table = await engine.makeTable()
    const rows = csvRows(1300)
    rows[1150] = 'kapot'
    const file = await writeCsv(inFolder('stuk.csv'), rows)
    let changed: string | undefined
    for (const writesUntilCrash of [3, 7, 12, 1, 3]) {
      let writes = 0
      const send = table.connection.client.send.bind(table.connection.client) as (
        c: unknown,
      ) => Promise<unknown>
      const client = Object.assign(Object.create(table.connection.client), {
        send: async (command: object) => {
          const isWrite = /Put|Transact/.test(command.constructor.name)
          if (isWrite && writes++ === writesUntilCrash) throw new Error('stroom weg')
          return send(command)
        },
      })
      const broken = run(table, file, { connection: { ...table.connection, client } })
      await expect(broken).rejects.toThrow('stroom weg')
      const [regel] = await listAll(table)
      if (changed || !regel) continue
      changed = regel.nummer
      const melding = (await table.stores.meldingen.find(regel.nummer))!
      await table.stores.meldingen.replace(changeMelding(melding, { status: 'gesloten', reden: 'dubbel' }))
    }
    expect(await run(table, file)).toMatchObject({ rijen: 1300, ingelezen: 1299, afgekeurd: 1, klaar: true })
    const rijen = await listAll(table)
    expect(rijen).toHaveLength(1299)
    expect(rijen.find(({ nummer }) => nummer === changed)).toMatchObject({ reden: 'dubbel' })
    expect(readFileSync(`${file}.afgekeurd.csv`, 'utf8').match(/1152;/g)).toHaveLength(1)
  })

  test('gives a row its next number when somebody else has the first', async () => {
    const table = await engine.makeTable()
    const file = await writeCsv(inFolder('botsing.csv'), csvRows(3))
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
    const taken = makeMelding(1, { nummer: nummerOfKey('M', `${hash} 1`, 0, sha256) })
    await table.stores.meldingen.add(taken)
    await run(table, file)
    expect(await listAll(table)).toHaveLength(4)
    expect(await table.stores.meldingen.find(taken.nummer)).toEqual(taken)
    expect(await table.stores.meldingen.find(nummerOfKey('M', `${hash} 1`, 1, sha256))).toBeDefined()
  })

  test.each([
    ['a,b\n1,2\n', 'heeft geen kolom lon, lat, opened, category_slug of categorie. De kolommen zijn: a, b.'],
    ['', 'De kolommen zijn: (geen).'],
  ])('of a file that begins with %j is refused as a whole', async (text, message) => {
    const table = await engine.makeTable()
    const [heading = '', ...rows] = text.split('\n')
    const file = await writeCsv(inFolder('kolommen.csv'), rows, heading)
    await expect(run(table, file)).rejects.toThrow(message)
  })

  test('of a file that is not there or broken says so in one sentence', async () => {
    const table = await engine.makeTable()
    await expect(run(table, '/nergens.csv')).rejects.toThrow('/nergens.csv kan niet gelezen worden (ENOENT).')
    const file = await writeCsv(inFolder('nep.csv'), csvRows(2))
    const { rename } = await import('node:fs/promises')
    await rename(file, inFolder('nep.csv.gz'))
    await expect(run(table, inFolder('nep.csv.gz'))).rejects.toThrow('kan niet gelezen worden')
  })

  test('takes semicolons, quotes and a byte order mark', async () => {
    const table = await engine.makeTable()
    const { labelPunt, code } = bergen.kernen[0]!
    const row = `${labelPunt.join(';')};bomen;2026-01-01T10:00:00Z;"Tak, ""dik""; ligt\nover de weg"`
    const file = await writeCsv(inFolder('nl.csv'), [row], '\ufefflon;lat;categorie;opened;omschrijving')
    await run(table, file)
    const [regel] = await listAll(table)
    const melding = await table.stores.meldingen.find(regel!.nummer)
    expect(melding).toMatchObject({ kern: code, omschrijving: 'Tak, "dik"; ligt\nover de weg' })
  })
})

describe('the file with refused rows', () => {
  test('holds a row once, when a crash came after writing it and before noting that', async () => {
    const file = inFolder('afgekeurd.csv')
    const noted = await (await openAfgekeurd(file, 0)).add([{ rij: 2, reden: 'eerste' }], 0)
    for (let attempt = 0; attempt < 2; attempt++)
      await (await openAfgekeurd(file, noted)).add([{ rij: 1500, reden: 'tweede' }], noted)
    expect(readFileSync(file, 'utf8')).toBe('\ufeffrij;reden\r\n2;"eerste"\r\n1500;"tweede"\r\n')
  })

  test('holds a row once, when that crash came in the first thousand rows', async () => {
    const file = inFolder('afgekeurd-begin.csv')
    for (let attempt = 0; attempt < 2; attempt++)
      await (await openAfgekeurd(file, 0)).add([{ rij: 2, reden: 'eerste' }], 0)
    expect(readFileSync(file, 'utf8')).toBe('\ufeffrij;reden\r\n2;"eerste"\r\n')
  })
})

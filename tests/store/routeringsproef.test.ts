import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { tryRoutering } from '../../functions/jobs/routeringsproef.ts'
import { createClient } from '../../functions/store/client.ts'
import { createStores } from '../../functions/store/stores.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { cursorKey, testNow, useEngine, useFolder } from '../support/engine.ts'
import { makeMelding } from '../support/records.ts'

const bergen = loadGemeente('GM0373')
const meldingen = [
  { categorie: 'dieren', omschrijving: 'Geheime ratten bij de bak', team: 'Buitendienst' },
  { categorie: 'dieren', omschrijving: 'Ratten', team: 'Toezicht en handhaving' },
  { categorie: 'dieren', omschrijving: 'Een dode egel', team: 'Buitendienst' },
  { categorie: 'gevaarlijk-afval', omschrijving: 'Zakken', antwoorden: { soort: 'Drugsafval' } },
  { categorie: 'bomen', omschrijving: 'Tak', team: 'Groen', status: 'gesloten' as const },
].map((melding, n) => makeMelding(n, { ...melding, geregistreerdOp: `2026-10-${10 + n}T10:00:00.000Z` }))
const earlier = makeMelding(9, {
  categorie: 'dieren',
  omschrijving: 'rat',
  geregistreerdOp: '2026-09-30T10:00:00.000Z',
})

describe('trying rules on a period', () => {
  const engine = useEngine()

  test('counts per rule where each would go, and where that is not where it is', async () => {
    const { stores, connection } = await engine.makeTable()
    for (const melding of [...meldingen, earlier]) await stores.meldingen.add(melding)
    const period = { vanaf: '2026-10-01T00:00:00.000Z', voor: '2026-11-01T00:00:00.000Z' }
    const { gelezen, regels } = await tryRoutering({ connection, stores, gemeente: bergen, ...period })
    expect(gelezen).toBe(5)
    expect(regels.map(({ regel }) => regel)).toEqual([...bergen.routering.map(({ naam }) => naam), undefined])
    expect(regels.filter(({ aantal }) => aantal > 0)).toEqual([
      {
        regel: 'Drugsafval',
        naar: 'Toezicht en handhaving',
        aantal: 1,
        // It has no team of its own, so it is with that of its categorie.
        anders: [{ van: 'Afval', aantal: 1, nummers: [meldingen[3]!.nummer] }],
      },
      {
        regel: 'Plaagdieren',
        naar: 'Toezicht en handhaving',
        aantal: 2,
        anders: [{ van: 'Buitendienst', aantal: 1, nummers: [meldingen[0]!.nummer] }],
      },
      { naar: 'het vaste team van de categorie', aantal: 2, anders: [] },
    ])
    expect((await stores.meldingen.find(meldingen[0]!.nummer))?.team).toBe('Buitendienst')
  })
})

describe('on the command line', () => {
  const root = useFolder()
  const script = join(import.meta.dirname, '../../infra/local/kernpunt.ts')
  const kernpunt = async (...args: string[]) => {
    try {
      const env = { ...process.env, DATA_DIR: root.path }
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], { env })
      return { code: 0, stdout, stderr }
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string }
    }
  }

  beforeAll(async () => {
    const folder = join(root.path, 'GM0373')
    await mkdir(folder, { recursive: true })
    const engine = await startEngine({ dataDir: folder })
    const client = createClient(engine.endpoint)
    await ensureTable(client, 'kernpunt')
    const stores = createStores(client, 'kernpunt', { cursorKey, now: () => testNow })
    for (const melding of meldingen) await stores.meldingen.add(melding)
    client.destroy()
    await engine.stop()
  })

  test('routering proef says what the rules of another file would do, without a word of any melding', async () => {
    const file = join(root.path, 'nieuw.json')
    const settings = JSON.parse(await readFile('geodata/gemeenten/GM0373/instellingen.json', 'utf8'))
    settings.routering = [{ naam: 'Alle dieren', als: { categorieen: ['dieren'] }, dan: { team: 'Groen' } }]
    await writeFile(file, JSON.stringify(settings))
    const period = ['--van', '2026-10-01', '--tot', '2026-10-31']
    const { stdout } = await kernpunt('routering', 'proef', '--bestand', file, ...period)
    expect(stdout).toContain('5 meldingen van 2026-10-01 tot en met 2026-10-31; er is niets veranderd.')
    expect(stdout).toMatch(/Alle dieren +3 {2}naar Groen/)
    expect(stdout).toMatch(/2 {2}nu bij Buitendienst: M-\S+, M-\S+$/m)
    expect(stdout).not.toMatch(/geheim|ratten/i)
    settings.routering[0].dan.team = 'Bos'
    await writeFile(file, JSON.stringify(settings))
    const wrong = await kernpunt('routering', 'proef', '--bestand', file)
    expect([wrong.code, wrong.stderr.trim()]).toEqual([
      1,
      `${file}: routering: Alle dieren: het team Bos is er niet.`,
    ])
  })

  test('meldingen uitvoer writes exactly the filter of the screen, to a file or to the screen', async () => {
    const { stdout, stderr } = await kernpunt(
      'meldingen',
      'uitvoer',
      '--team',
      'Buitendienst',
      '--open',
      'true',
    )
    const rows = parse(stdout, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
    expect(rows.map(({ nummer }) => nummer)).toEqual([meldingen[2]!.nummer, meldingen[0]!.nummer])
    expect(stderr).toContain('2 meldingen.')
    const file = join(root.path, 'kaart.geojson')
    const kaart = await kernpunt(
      'meldingen',
      'uitvoer',
      '--formaat',
      'geojson',
      '--tekst',
      'RATTEN',
      '--naar',
      file,
    )
    expect(kaart.stdout).toBe('')
    expect(JSON.parse(await readFile(file, 'utf8')).features).toHaveLength(2)
  })

  test.each([
    [['meldingen', 'uitvoer', '--formaat', 'xml'], '--formaat xml is er niet; kies csv of geojson.'],
    [['meldingen', 'uitvoer', '--status', 'dicht'], 'Kies een status: ontvangen'],
    [['meldingen', 'uitvoer', '--kern', 'zand'], 'Bergen (NH.) heeft geen kern “zand”.'],
    [['meldingen', 'uitvoer', '--groep', 'zand'], '“zand” is geen groep van categorieën.'],
    [
      ['meldingen', 'uitvoer', '--naar', '/nergens/lijst.csv'],
      '/nergens/lijst.csv kan niet worden gemaakt (ENOENT).',
    ],
    [['meldingen', 'uitvoer', '--kleur', 'rood'], 'Dit begrijp ik niet: --kleur rood.'],
    [['routering', 'proef', '--van', 'gisteren'], 'gisteren is geen dag'],
    [['routering', 'proef', '--van', '2026-02-30'], '2026-02-30 is geen dag'],
    [['routering', 'proef', '--van', '2026-10-02', '--tot', '2026-10-01'], 'De periode loopt terug'],
  ])('%j is refused with a sentence', async (args, sentence) => {
    const { code, stderr } = await kernpunt(...args)
    expect(code).toBe(1)
    expect(stderr).toContain(sentence)
  })
})

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runGemeente } from '../../infra/local/gemeenteCommand.ts'
import { squareBuurt, toText } from './importBuilders.ts'

const folder = mkdtempSync(join(tmpdir(), 'kernpunt-opdracht-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'buurten.json')
writeFileSync(file, toText([squareBuurt(0), squareBuurt(1, 0.9)]))
const root = join(folder, 'gemeenten')

let said: string[]
beforeEach(() => {
  said = []
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line))
  }
})
afterEach(() => vi.restoreAllMocks())
const run = (...args: string[]) => runGemeente(args)

describe('gemeente', () => {
  test.each([
    [['importeer'], 'Noem één gemeente of bestand.'],
    [['importeer', 'GM0373', 'GM0851'], 'Noem één gemeente of bestand.'],
    [['importeer', 'Bergen'], 'Bergen is geen gemeentecode; die ziet eruit als GM0373.'],
    [['importeer', 'GM0373', '--van', 'elders'], '--van elders is er niet; kies pdok.'],
    [['importeer', 'GM0373', '--van', 'pdok', '--bestand', 'f'], 'Kies --van of --bestand, niet allebei.'],
    [['importeer', 'GM0373', '--herstel', '--weiger'], 'Kies --herstel of --weiger, niet allebei.'],
    [['importeer', 'GM0373', '--jaar', 'toen'], '--jaar toen is geen jaar.'],
    [['verwijder', 'GM0373'], 'Ik ken geen gemeente verwijder.'],
    [['importeer', 'GM0373', '--snel'], "Unknown option '--snel'"],
  ])('%j is not understood and explained', async (args, words) => {
    expect(await run(...args)).toBe(2)
    expect(said.join('\n')).toContain(words)
    expect(said.join('\n')).toContain('gemeente importeer GM0373 [--van pdok | --bestand F]')
  })

  test('importeer refuses a defect, with the report, and writes nothing', async () => {
    expect(await run('importeer', 'GM0373', '--bestand', file, '--map', root, '--weiger')).toBe(1)
    expect(said.join('\n')).toContain('1 keer: twee gebieden overlappen, samen 7,5 ha')
    expect(said.at(-1)).toBe(
      `${file} heeft 1 gebrek. Laat het herstellen met --herstel, of neem een ander bestand.`,
    )
    expect(readdirSync(folder)).toEqual(['buurten.json'])
  })

  test('importeer with --herstel mends it and says where it is', async () => {
    expect(await run('importeer', 'GM0373', '--bestand', file, '--map', root, '--herstel')).toBe(0)
    expect(said.join('\n')).toContain(`Klaar: GM0373 staat in ${join(root, 'GM0373')}.`)
  })

  test('controleer only judges', async () => {
    expect(await run('controleer', file)).toBe(0)
    expect(said.at(-1)).toContain('1 keer: twee gebieden overlappen')
    expect(said.at(-1)).not.toContain('hersteld')
  })

  test('help explains', async () => {
    expect(await run('help')).toBe(0)
    expect(said.join('\n')).toContain('--herstel        herstel gebreken en zeg welke')
  })
})

/** The list of staff: what each filter keeps, what a search reads, and that a walk meets each melding once. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../functions/contract/problem.ts'
import { findSignaal } from '../../functions/domain/belofte.ts'
import { addDagen } from '../../functions/domain/dag.ts'
import type { LijstVraag, MeldingRecord, MeldingRegel, Stores } from '../../functions/domain/ports.ts'
import { kiesLaat, kiesSignaal } from '../../functions/domain/termijnkeuze.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { createStores } from '../../functions/store/stores.ts'
import { zoekbudget } from '../../functions/store/zoeken.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { testNow, useEngine } from '../support/engine.ts'
import { addMeldingen, changeMelding, instantOf, makeMelding } from '../support/records.ts'

const engine = useEngine()
const bergen = loadGemeente('GM0373')
const now = testNow.toISOString()
const kernen = ['groet-camperduin', 'schoorl', 'bergen-aan-zee']
const categorieen = ['bomen', 'gladheid', 'straatverlichting', 'verdwenen']
const woorden = ['zeehond', 'één café', 'LAMP', 'brug']

/** Something of everything, so that each filter has what it keeps and what it leaves. */
const spread = (n: number): Partial<MeldingRecord> => ({
  kern: kernen[n % 3]!,
  categorie: categorieen[n % 4]!,
  streefDatum: addDagen('2026-11-22', ((n * 7) % 41) - 20),
  omschrijving: `Melding over ${woorden[n % 4]} nummer ${n}.`,
  ...(n % 2 === 0 && { team: 'Groen' }),
  ...(n % 6 === 0 && { medewerker: 'Jo Voorbeeld' }),
  ...(n % 7 === 0 && { wachtSinds: '2026-10-25T12:00:00.000Z' }),
  ...(n % 5 === 0 && { status: 'gesloten' as const, reden: 'opgelost' as const }),
  ...(n % 11 === 1 && { status: 'gepland' as const }),
})

const fill = (stores: Stores, count: number, first = 0) => addMeldingen(stores, spread, count, first)

const walk = async (
  stores: Stores,
  vraag: Partial<LijstVraag>,
  between: (page: number) => Promise<unknown> = async () => {},
): Promise<MeldingRegel[]> => {
  const rows: MeldingRegel[] = []
  let cursor: string | undefined
  for (let page = 0; page === 0 || cursor; page++) {
    const question: LijstVraag = { kernen, limiet: 7, ...vraag, ...(cursor && { cursor }) }
    const bladzijde = await stores.meldingen.list(question)
    expect(bladzijde.rijen.length).toBeLessThanOrEqual(question.limiet)
    // A short page says until where it looked, or is the last.
    if (bladzijde.rijen.length < question.limiet)
      expect(bladzijde.gezochtTot !== undefined).toBe(bladzijde.volgende !== undefined)
    rows.push(...bladzijde.rijen)
    cursor = bladzijde.volgende
    await between(page)
  }
  return rows
}

const nummers = (rows: readonly { nummer: string }[]): string[] => rows.map(({ nummer }) => nummer)
const isOpen = ({ status }: MeldingRecord) => status !== 'gesloten'
const signaal = (woord: 'op-tijd' | 'bijna' | 'te-laat' | 'veel-te-laat') => ({
  vraag: { termijn: kiesSignaal(woord, now, bergen) },
  fits: (m: MeldingRecord) => isOpen(m) && findSignaal(m, now, bergen) === woord,
})

type Filter = { vraag: Partial<LijstVraag>; fits(melding: MeldingRecord): boolean }
const filters: Filter[] = [
  { vraag: {}, fits: () => true },
  { vraag: { team: 'Groen' }, fits: ({ team }) => team === 'Groen' },
  { vraag: { team: 'Weg' }, fits: () => false },
  { vraag: { medewerker: 'Jo Voorbeeld' }, fits: ({ medewerker }) => medewerker === 'Jo Voorbeeld' },
  { vraag: { medewerker: '-' }, fits: ({ medewerker }) => medewerker === undefined },
  { vraag: { open: true }, fits: isOpen },
  { vraag: { open: true, status: 'gesloten' }, fits: () => false },
  { vraag: { open: true, status: 'gepland' }, fits: ({ status }) => status === 'gepland' },
  {
    vraag: { termijn: kiesLaat(now) },
    fits: (m) => isOpen(m) && m.streefDatum < (m.wachtSinds ?? now).slice(0, 10),
  },
  signaal('op-tijd'),
  signaal('bijna'),
  signaal('te-laat'),
  signaal('veel-te-laat'),
  { vraag: { tekst: 'lamp' }, fits: ({ omschrijving }) => omschrijving.includes('LAMP') },
  { vraag: { tekst: 'CAFE een' }, fits: ({ omschrijving }) => omschrijving.includes('café') },
]

describe('a filter of the list', () => {
  test('keeps what fits, newest first, also together with every other one', async () => {
    const { stores } = await engine.makeTable()
    const meldingen = await fill(stores, 90)
    for (const one of filters)
      for (const other of filters.filter(({ vraag }) =>
        Object.keys(vraag).every((key) => !(key in one.vraag)),
      )) {
        const fitting = meldingen.filter((m) => one.fits(m) && other.fits(m)).toReversed()
        const rows = await walk(stores, { ...one.vraag, ...other.vraag, limiet: 40 })
        expect(nummers(rows), JSON.stringify([one.vraag, other.vraag])).toEqual(nummers(fitting))
      }
  })

  test('has something to keep and something to leave', () => {
    const meldingen = Array.from({ length: 90 }, (_, n) => makeMelding(n, spread(n)))
    const never = filters.filter(({ fits }) => !meldingen.some(fits)).map(({ vraag }) => vraag)
    expect(never).toEqual([{ team: 'Weg' }, { open: true, status: 'gesloten' }])
  })
})

test('a walk with any filter meets each melding once while others come in, close, open and go to somebody', async () => {
  const law = async (filter: Filter, limiet: number, changes: number[]) => {
    const { stores } = await engine.makeTable()
    const current = await fill(stores, 40)
    const touched = new Set<number>()
    const change = async (page: number) => {
      await fill(stores, 2, 100 + 2 * page)
      for (const i of changes.splice(0, 6)) {
        touched.add(i)
        const status = isOpen(current[i]!) ? ('gesloten' as const) : ('in-behandeling' as const)
        current[i] = changeMelding(current[i]!, { status, team: i % 3 === 0 ? 'Wegen' : 'Groen' })
        await stores.meldingen.replace(current[i])
      }
    }
    const rows = nummers(await walk(stores, { ...filter.vraag, limiet }, change))
    expect(new Set(rows).size).toBe(rows.length)
    // What was left alone is there when it fits, and only then; nothing that came in later is.
    const untouched = current.filter((_, i) => !touched.has(i))
    const found = untouched.filter(({ nummer }) => rows.includes(nummer))
    expect(nummers(found)).toEqual(nummers(untouched.filter(filter.fits)))
    expect(rows.filter((nummer) => !nummers(current).includes(nummer))).toEqual([])
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...filters),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.nat(39), { maxLength: 40 }),
      law,
    ),
    { numRuns: 12, seed: 20_261_122 },
  )
})

/** The stores, and how many items a BatchGet of them gave. */
const watch = (connection: Connection) => {
  const seen = { items: 0 }
  type Answer = { Responses?: Record<string, unknown[]> }
  const send = connection.client.send.bind(connection.client) as (command: unknown) => Promise<Answer>
  const client = Object.assign(Object.create(connection.client), {
    send: async (command: unknown) => {
      const answer = await send(command)
      seen.items += Object.values(answer.Responses ?? {}).flat().length
      return answer
    },
  })
  const stores = createStores(client, connection.tableName, { cursorKey: 'x', now: () => testNow })
  return { stores, seen }
}

describe('a search', () => {
  const long = `${'woord '.repeat(40)}achteraan`
  const found = makeMelding(3, {
    kern: 'schoorl',
    omschrijving: long,
    waarom: 'Regel “Geheim”.',
    volgcode: 'volgcodegeheim',
    antwoorden: { paal: 'Paal 1203' },
    taken: [{ taak: 1, omschrijving: 'Hoogwerker regelen', team: 'Groen' }],
    geschiedenis: [
      { status: 'ontvangen', op: instantOf(3) },
      { soort: 'notitie', status: 'ontvangen', op: instantOf(4), toelichting: 'Gebeld met de netbeheerder' },
    ],
  })

  test.each([
    ['finds the end of a long text', 'ACHTERAAN', true],
    ['finds an answer', 'paal 1203', true],
    ['finds a note', 'netbeheerder', true],
    ['finds a task', 'hoogwerker', true],
    ['finds its number', found.nummer.toLowerCase(), true],
    ['finds words of different places', 'achteraan netbeheerder 1203', true],
    ['finds part of a word', 'werker', true],
    ['leaves one word of two', 'achteraan giraf', false],
    ['leaves why it went where it went', 'geheim', false],
    ['leaves the secret of its link', 'volgcodegeheim', false],
    ['leaves contact data', 'jansen', false],
  ])('%s', async (_, tekst, is) => {
    const { stores } = await engine.makeTable()
    await stores.meldingen.add(found, { naam: 'Jansen' })
    await fill(stores, 3)
    expect(nummers(await walk(stores, { tekst }))).toEqual(is ? [found.nummer] : [])
  })

  test('reads no item where the first words say enough', async () => {
    const { stores, connection } = await engine.makeTable()
    await fill(stores, 20)
    const watched = watch(connection)
    expect(await walk(watched.stores, { tekst: 'nummer' })).toHaveLength(20)
    expect(watched.seen.items).toBe(0)
  })

  test('stops when it has read its budget, says until where, and goes on from there', async () => {
    const { stores, connection } = await engine.makeTable()
    await stores.meldingen.add(found)
    await fill(stores, zoekbudget + 150, 10)
    const { stores: watched, seen } = watch(connection)
    const question: LijstVraag = { kernen, limiet: 50, tekst: 'achteraan' }
    const first = await watched.meldingen.list(question)
    expect(first.rijen).toEqual([])
    expect(seen.items).toBe(zoekbudget)
    expect(first.gezochtTot).toBe(instantOf(10 + 150))
    const second = await watched.meldingen.list({ ...question, cursor: first.volgende! })
    expect(nummers(second.rijen)).toEqual([found.nummer])
    expect(second.volgende).toBeUndefined()
    expect(seen.items).toBe(zoekbudget + 151)
  })
})

test('a cursor belongs to its team, person, signal and words', async () => {
  const { stores } = await engine.makeTable()
  await fill(stores, 60)
  const refused = (error: unknown) => error instanceof Problem && error.code === 'ongeldige-cursor'
  const vragen: Partial<LijstVraag>[] = [
    { open: true },
    { open: true, team: 'Groen' },
    { open: true, medewerker: '-' },
    { tekst: 'nummer' },
    { tekst: 'melding' },
    { termijn: kiesLaat(now) },
    { termijn: kiesLaat('2026-11-23T12:00:00Z') },
    { termijn: kiesSignaal('te-laat', now, bergen) },
  ]
  const cursors = await Promise.all(
    vragen.map(async (vraag) => (await stores.meldingen.list({ kernen, limiet: 2, ...vraag })).volgende),
  )
  for (const [i, vraag] of vragen.entries())
    for (const [j, cursor] of cursors.entries()) {
      const asked = stores.meldingen.list({ kernen, limiet: 2, ...vraag, cursor: cursor! })
      if (i === j) await expect(asked).resolves.toBeDefined()
      else await expect(asked).rejects.toSatisfy(refused)
    }
})

test('all open work comes with what counting needs, and nothing of what is closed or elsewhere', async () => {
  const { stores } = await engine.makeTable()
  const meldingen = await fill(stores, 60)
  const open = await stores.meldingen.listOpenWerk(['schoorl', 'groet-camperduin'])
  const expected = meldingen.filter((m) => isOpen(m) && m.kern !== 'bergen-aan-zee')
  const byNummer = (one: { nummer: string }, other: { nummer: string }) =>
    one.nummer < other.nummer ? -1 : 1
  expect(open.toSorted(byNummer)).toEqual(
    expected
      .map(({ nummer, kern, categorie, streefDatum, team, medewerker, wachtSinds }) => ({
        ...{ nummer, kern, categorie, streefDatum },
        ...(team && { team }),
        ...(medewerker && { medewerker }),
        ...(wachtSinds && { wachtSinds }),
      }))
      .toSorted(byNummer),
  )
})

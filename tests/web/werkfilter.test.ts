/** A filter of the inbox in the address, as a question to the service and as a sentence. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rangeOf } from '../../web/pages/werkplek/useSelectie.ts'
import {
  describeFilter,
  readFilter,
  toBestandsdeel,
  toVraag,
  type Werkfilter,
  writeFilter,
} from '../../web/pages/werkplek/werkfilter.ts'
import { readView, writeView } from '../../web/state/view.ts'

const namen = {
  kern: (code: string) => ({ schoorl: 'Schoorl' })[code] ?? code,
  categorie: (code: string) => ({ straatverlichting: 'Straatverlichting' })[code] ?? code,
  groep: (code: string) => ({ wegen: 'Wegen' })[code] ?? code,
  ik: 'Noor Visser',
}

const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text && text !== '')
const filters: fc.Arbitrary<Werkfilter> = fc
  .record(
    {
      kern: word,
      team: word,
      medewerker: word,
      tekst: word,
      status: fc.constantFrom('ontvangen', 'in-behandeling', 'gepland', 'gesloten', 'alle'),
      termijn: fc.constantFrom('laat', 'op-tijd', 'bijna', 'te-laat', 'veel-te-laat'),
      van: fc.constant('2026-01-01'),
      tot: fc.constant('2026-12-31'),
    },
    { requiredKeys: [] },
  )
  .chain((filter) =>
    fc.oneof(
      fc.constant(filter),
      word.map((groep) => ({ ...filter, groep })),
      word.map((categorie) => ({ ...filter, categorie })),
    ),
  ) as fc.Arbitrary<Werkfilter>

describe('a filter', () => {
  test('comes back from its address as it was', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const { view, other } = writeFilter(filter)
        const address = writeView({ ...readView({}), ...view }, other)
        const query = Object.fromEntries(new URLSearchParams(address))
        expect(readFilter(readView(query), query)).toEqual(filter)
      }),
    )
  })

  test('of an old link about what is late still holds', () => {
    expect(readFilter(readView({}), { laat: 'true' })).toEqual({ termijn: 'laat' })
  })

  test('overlooks words that it does not know', () => {
    expect(readFilter(readView({}), { status: 'weg', signaal: 'ooit' })).toEqual({})
  })

  test.each<[Werkfilter, Record<string, string>]>([
    [{}, { open: 'true' }],
    [{ status: 'alle' }, {}],
    [{ status: 'gesloten' }, { status: 'gesloten' }],
    [{ termijn: 'laat' }, { laat: 'true' }],
    [
      { termijn: 'bijna', team: 'Wegen' },
      { signaal: 'bijna', team: 'Wegen' },
    ],
    [
      { medewerker: '-', groep: 'wegen' },
      { medewerker: '-', groep: 'wegen', open: 'true' },
    ],
  ])('%j is asked as %j', (filter, vraag) => {
    expect(toVraag(filter)).toEqual(vraag)
  })

  test.each<[Werkfilter, string]>([
    [{}, 'Open meldingen.'],
    [{ status: 'alle' }, 'Alle meldingen.'],
    [{ kern: 'schoorl', termijn: 'laat' }, 'Open meldingen in Schoorl, die te laat zijn.'],
    [
      { status: 'ontvangen', categorie: 'straatverlichting', medewerker: 'Noor Visser' },
      'Meldingen met status ontvangen over straatverlichting van mij.',
    ],
    [
      { groep: 'wegen', team: 'Groen', medewerker: '-', tekst: 'scheve tegel' },
      'Open meldingen over wegen van team Groen van niemand, met “scheve tegel”.',
    ],
    [
      { medewerker: 'Wim', van: '2026-11-01', tot: '2026-11-30' },
      'Open meldingen van Wim, gemeld van 1 november 2026 tot en met 30 november 2026.',
    ],
  ])('%j reads “%s”', (filter, zin) => {
    expect(describeFilter(filter, namen)).toBe(zin)
  })

  test('names a file with nothing that a disk refuses', () => {
    expect(toBestandsdeel({ kern: 'schoorl', team: 'Water en riool', termijn: 'laat' })).toBe(
      'schoorl-water-en-riool-laat',
    )
    fc.assert(fc.property(filters, (filter) => /^[a-z0-9-]*$/.test(toBestandsdeel(filter))))
  })
})

describe('a range of rows', () => {
  const nummers = ['a', 'b', 'c', 'd']
  test.each([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['c', 'c', ['c']],
    [undefined, 'c', ['c']],
    ['weg', 'c', ['c']],
  ] as const)('from %s to %s is %j', (from, to, range) => {
    expect(rangeOf(nummers, from, to)).toEqual(range)
  })
})

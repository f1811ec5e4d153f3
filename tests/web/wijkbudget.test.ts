import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Kern } from '../../functions/contract/kern.ts'
import { BerekenVraag } from '../../functions/contract/wijkbudget.ts'
import { formatPct, makeRijen, type Rij, sumOf } from '../../web/pages/wijkbudget/rijen.ts'
import { formatCsvCenten, neutralise, toCsv } from '../../web/pages/wijkbudget/toCsv.ts'
import { bedragvelden, type Invoer, readInvoer, toVraag } from '../../web/pages/wijkbudget/toVraag.ts'
import { computeBlad } from '../../web/pages/wijkbudget/useBlad.ts'

const kern = (code: string, inwoners: number): Kern => ({
  code,
  naam: `Kern ${code}`,
  inwoners,
  peildatum: '2024-01-01',
  inwonersBron: 'CBS',
  inwonersMethode: '',
  buurtcodes: [],
  labelPunt: [4.7, 52.7],
  oppervlakteHa: 1,
  geometrie: { type: 'Polygon', coordinates: [] },
})
const kernen = [kern('a', 6477), kern('b', 335), kern('c', 0)]
const invoer = (change: Partial<Invoer>): Invoer => ({ ...readInvoer({}), ...change })
const alles = {
  totaal: '125.000,50',
  basis: '1.000',
  perInwoner: '2,50',
  ondergrens: '100',
  bovengrens: '90.000',
}

describe('what stands in the form', () => {
  test.each(Object.keys(bedragvelden) as Invoer['methode'][])(
    'is a question the service takes: %s',
    (methode) => {
      const stand = toVraag(invoer({ ...alles, methode }), kernen)
      expect(stand.soort).toBe('vraag')
      const { success } = BerekenVraag.safeParse(stand.soort === 'vraag' && stand.vraag)
      expect(success).toBe(true)
    },
  )

  test('asks for a total before it divides', () => {
    expect(toVraag(invoer({}), kernen)).toEqual({ soort: 'leeg' })
  })

  test('names the field whose amount cannot be read', () => {
    expect(toVraag(invoer({ totaal: 'tien' }), kernen)).toMatchObject({
      soort: 'fout',
      fouten: { totaal: expect.stringContaining('"tien" is geen bedrag') },
    })
  })

  test('ignores amounts that belong to another method', () => {
    const stand = toVraag(invoer({ ...alles, basis: 'tien', methode: 'naar-rato' }), kernen)
    expect(stand).toMatchObject({ soort: 'vraag', vraag: { totaalCenten: 12_500_050 } })
  })
})

describe('the sheet', () => {
  const rows = (vorig?: Record<string, number>): Rij[] => {
    const blad = computeBlad(invoer({ totaal: '100' }), kernen)
    return makeRijen(blad.antwoord!, kernen, blad.inwoners, vorig)
  }

  test('adds up to the total for any total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_00 }), (centen) => {
        const blad = computeBlad(invoer({ totaal: formatCsvCenten(centen) }), kernen)
        const rijen = makeRijen(blad.antwoord!, kernen, blad.inwoners, undefined)
        expect(sumOf(rijen, (rij) => rij.bedragCenten)).toBe(centen)
      }),
    )
  })

  test('leaves last year open when nothing was adopted then', () => {
    expect(rows().map((rij) => [rij.vorigCenten, rij.verschilCenten, rij.verschilPct])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ])
  })

  test('says the difference with last year, and nothing per inwoner where nobody lives', () => {
    const [a, , c] = rows({ a: 10_000, b: 0, c: 0 })
    expect([a!.bedragCenten, a!.vorigCenten, a!.verschilCenten]).toEqual([9508, 10_000, -492])
    expect(c!.perInwonerCenten).toBeNull()
  })

  test.each([
    [null, '–'],
    [0, '0,0%'],
    [1250, '+12,5%'],
    [-3, '0,0%'],
    [-1996, '-20,0%'],
  ])('shows %s hundredths of a percent as %s', (pct, expected) => {
    expect(formatPct(pct)).toBe(expected)
  })
})

describe('the CSV', () => {
  const rij = (change: Partial<Rij>): Rij => ({
    kern: 'a',
    naam: 'Kern a',
    inwoners: 1,
    bedragCenten: 2_410_710,
    vorigCenten: 2_500_000,
    verschilCenten: -89_290,
    verschilPct: -357,
    perInwonerCenten: 5,
    uitleg: 'Eén zin; met een puntkomma, een "aanhaling" en\neen regel.',
    ...change,
  })

  test('has a BOM, semicolons, decimal commas and CRLF', () => {
    const [header, first] = toCsv([rij({ uitleg: '' })], 2027).split('\r\n')
    expect(header).toBe(
      '\uFEFFKern;Kerncode;Jaar;Inwoners;Bedrag;Bedrag 2026;Verschil;Verschil in %;Per inwoner;Uitleg',
    )
    expect(first).toBe('Kern a;a;2027;1;24107,10;25000,00;-892,90;-3,57;0,05;')
  })

  test('comes back the same from a reader', () => {
    const [row] = parse(toCsv([rij({})], 2027), { delimiter: ';', bom: true, columns: true }) as Record<
      string,
      string
    >[]
    expect(row).toMatchObject({ Uitleg: rij({}).uitleg, Verschil: '-892,90' })
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+31 6', "'+31 6"],
    ['-1', "'-1"],
    ['@naam', "'@naam"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['Schoorl', 'Schoorl'],
    ['', ''],
  ])('lets the text %j be no formula', (text, expected) => {
    expect(neutralise(text)).toBe(expected)
  })

  test('keeps a negative amount a number', () => {
    expect(formatCsvCenten(-5)).toBe('-0,05')
  })
})

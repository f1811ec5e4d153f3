import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BerekenVraag } from '../../functions/contract/wijkbudget.ts'
import { neutralise } from '../../functions/domain/csv.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'
import { bladToCsv } from '../../web/export/bladToCsv.ts'
import {
  type Invoer,
  methodeVelden,
  readInvoer,
  readParen,
  writeInvoer,
  writeParen,
} from '../../web/pages/wijkbudget/invoer.ts'
import { readAantal, readProcent, readTarief, writeTarief } from '../../web/pages/wijkbudget/lezen.ts'
import { formatPct, makeRijen, type Rij, sumOf } from '../../web/pages/wijkbudget/rijen.ts'
import { rijenBlad } from '../../web/pages/wijkbudget/rijenBlad.ts'
import { formatCsvCenten } from '../../web/pages/wijkbudget/toCsv.ts'
import { toInvoer } from '../../web/pages/wijkbudget/toInvoer.ts'
import { type BladKern, toVraag } from '../../web/pages/wijkbudget/toVraag.ts'
import { computeBlad } from '../../web/pages/wijkbudget/useBlad.ts'

const kern = (code: string, inwoners: number | undefined): BladKern => ({
  code,
  naam: `Kern ${code}`,
  inwoners,
  oppervlakteHa: 12.5,
})
const kernen = [kern('a', 6477), kern('b', 335), kern('c', 0)]
const invoer = (change: Partial<Invoer>): Invoer => ({ ...readInvoer({}), ...change })
const alles = {
  totaal: '125.000,50',
  basis: '1.000',
  perInwoner: '2,50',
  ondergrens: '100',
  bovengrens: '90.000',
  plafond: '10.000',
  grens: '0,825',
  stap: '1',
  stappen: '4',
  pctInwoners: '62,5',
  pctOppervlakte: '20',
  pctGelijk: '17,5',
  klassen: '500:5.000;2.500:7.500,50;:10.000',
  typen: 'dorp:5.000;stad:7.500',
  type: 'a:stad;b:dorp;c:dorp',
}
const vorig = { a: 5_000_000, b: 1_000_000, c: 0 }
const methoden = Object.keys(methodeVelden) as Invoer['methode'][]
const vraagOf = (change: Partial<Invoer>) => {
  const stand = toVraag(invoer({ ...alles, ...change }), kernen, vorig)
  if (stand.soort !== 'vraag') throw new Error(JSON.stringify(stand))
  return stand.vraag
}

describe('what stands in the form', () => {
  test.each(methoden)('is a question the service takes and the engine answers: %s', (methode) => {
    const vraag = vraagOf({ methode })
    expect(BerekenVraag.safeParse(vraag).error?.issues).toBeUndefined()
    const { aandelen, totaalCenten, onverdeeldCenten } = computeVerdeling(vraag)
    expect(aandelen.reduce((sum, { bedragCenten }) => sum + bedragCenten, 0) + onverdeeldCenten).toBe(
      totaalCenten,
    )
  })

  test('counts only the inwoners for whom the kernoverleg speaks when that is the weight', () => {
    const gewicht = 'vertegenwoordigde-inwoners'
    const vraag = vraagOf({ methode: 'naar-rato', gewicht, vertegenwoordigd: 'a:100;b:300;c:0' })
    expect(BerekenVraag.safeParse(vraag).success).toBe(true)
    expect(computeVerdeling(vraag).aandelen.map(({ bedragCenten }) => bedragCenten)).toEqual([
      3_125_012, 9_375_038, 0,
    ])
  })

  test('is the same after it went through the address', () => {
    for (const methode of methoden) {
      const typed = invoer({ ...alles, methode })
      const query = Object.fromEntries(
        Object.entries(writeInvoer(typed)).filter((entry): entry is [string, string] => Boolean(entry[1])),
      )
      expect(readInvoer(query)).toEqual(typed)
    }
  })

  test.each(methoden.filter((methode) => !/^(ingroei|korten)/.test(methode)))(
    'comes back from a stored question: %s',
    (methode) => {
      const vraag = vraagOf({ methode })
      expect(toVraag(toInvoer(vraag)!, kernen, vorig)).toEqual({ soort: 'vraag', vraag })
    },
  )

  test('asks for a total before it divides', () => {
    expect(toVraag(invoer({}), kernen)).toEqual({ soort: 'leeg' })
  })

  test.each<[string, Partial<Invoer>, string, RegExp]>([
    ['a total in words', { totaal: 'tien' }, 'totaal', /"tien" is geen bedrag/],
    ['a negative total', { totaal: '-5' }, 'totaal', /lager dan nul/],
    [
      'a floor above the cap',
      { methode: 'naar-rato-met-grenzen', ondergrens: '90.001' },
      'ondergrens',
      /hoger dan het maximum/,
    ],
    [
      'a cap that does not fit the unit',
      { methode: 'naar-rato-met-grenzen', bovengrens: '500,50', eenheid: '100' },
      'bovengrens',
      /hele euro/,
    ],
    [
      'parts that are not 100%',
      { methode: 'gewogen-maatstaven', pctGelijk: '10' },
      'pctInwoners',
      /Samen is dit 92,5%/,
    ],
    [
      'limits that go down',
      { methode: 'staffel', klassen: '500:1;400:2' },
      'klassen',
      /grenzen moeten oplopen/,
    ],
    [
      'a kern without type',
      { methode: 'basis-per-type-plus-per-inwoner', type: 'a:stad' },
      'type',
      /Kern b, Kern c/,
    ],
    ['a year after the last', { methode: 'ingroei-lineair', stap: '5' }, 'stap', /na het laatste jaar/],
  ])('is refused at its field: %s', (_name, change, veld, sentence) => {
    expect(toVraag(invoer({ ...alles, ...change }), kernen, vorig)).toEqual({
      soort: 'fout',
      fouten: { [veld]: expect.stringMatching(sentence) },
    })
  })

  test('names the kern without a figure, which never counts as 0', () => {
    const stand = toVraag(invoer({ totaal: '100' }), [...kernen, kern('d', undefined)])
    expect(stand).toEqual({ soort: 'fout', fouten: { bevolking: expect.stringContaining('Kern d') } })
  })

  test('starts phase-in nowhere when nothing was adopted the year before', () => {
    const stand = toVraag(invoer({ ...alles, methode: 'ingroei-lineair' }), kernen)
    expect(stand).toMatchObject({ soort: 'fout', fouten: { methode: expect.any(String) } })
  })

  test('ignores amounts that belong to another method', () => {
    const stand = toVraag(invoer({ ...alles, basis: 'tien', methode: 'naar-rato' }), kernen)
    expect(stand).toMatchObject({ soort: 'vraag', vraag: { totaalCenten: 12_500_050 } })
  })
})

describe('typed numbers', () => {
  test.each([
    ['0,825', '82.5'],
    ['2,50', '250'],
    ['1.000', '100000'],
    ['€ 0,05', '5'],
    ['0,00000001', '0.000001'],
  ])('%s per inwoner is %s cents', (text, centen) => {
    expect(readTarief(text)).toBe(centen)
    expect(readTarief(writeTarief(centen))).toBe(centen)
  })

  test.each(['', '1.5', '0,123456789', '-1', 'x'])('%j is no amount per inwoner', (text) => {
    expect(() => readTarief(text)).toThrow('geen bedrag per inwoner')
  })

  test('are whole people and parts of a hundred', () => {
    expect([readAantal('2.500'), readProcent('62,5'), readProcent('60 %')]).toEqual([2500, '62.5', '60'])
    expect(() => readAantal('2,5')).toThrow('geen aantal')
    expect(() => readProcent('veel')).toThrow('geen percentage')
  })

  test('pairs come back, without the signs that tie them', () => {
    expect(
      readParen(
        writeParen([
          ['a;b', '1:2'],
          ['c', ''],
        ]),
      ),
    ).toEqual([
      ['ab', '12'],
      ['c', ''],
    ])
  })
})

describe('the sheet', () => {
  const rows = (before?: Record<string, number>): Rij[] => {
    const blad = computeBlad(invoer({ totaal: '100' }), kernen)
    return makeRijen(blad.antwoord!, kernen, blad.inwoners, before)
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

  test('is taken along with the same columns and amounts', () => {
    const [header, first] = bladToCsv([rijenBlad(rows({ a: 10_000, b: 0, c: 0 }), 2027)]).split('\r\n')
    expect(header).toBe(
      '\uFEFFKern;Kerncode;Jaar;Inwoners;Bedrag;Bedrag 2026;Verschil;Verschil in %;Per inwoner;Uitleg',
    )
    expect(first).toMatch(/^Kern a;a;2027;6477;95,08;100,00;-4,92;-4,92;0,01;/)
  })
})

describe('cells for Excel', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+31 6', "'+31 6"],
    ['-1', "'-1"],
    ['@naam', "'@naam"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['Schoorl', 'Schoorl'],
    ['', ''],
  ])('let the text %j be no formula', (text, expected) => {
    expect(neutralise(text)).toBe(expected)
  })

  test('keep a negative amount a number', () => {
    expect(formatCsvCenten(-5)).toBe('-0,05')
  })
})

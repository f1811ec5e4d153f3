import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Grootboek } from '../../functions/contract/grootboek.ts'
import type { Blad } from '../../web/export/blad.ts'
import { grootboekBlad, vergelijkingBladen } from '../../web/export/bladen.ts'
import { bladToCsv } from '../../web/export/bladToCsv.ts'
import { toXlsx } from '../../web/export/toXlsx.ts'

const blad = (naam: string, centen: number[]): Blad => ({
  naam,
  kolommen: [
    { kop: 'Kern', soort: 'tekst' },
    { kop: 'Bedrag', soort: 'bedrag', som: true },
    { kop: 'Deel', soort: 'procent' },
    { kop: 'Datum', soort: 'datum' },
  ],
  rijen: centen.map((bedrag, i) => [`Kern ${i + 1}`, bedrag, 1250, '2026-11-01']),
})
const boek = [blad('2025', [2_410_710, -1_234]), blad('2026', [100_000_000_000_001, 5])]

describe('a spreadsheet', () => {
  test('has a sheet per year, amounts as numbers in euros and their sum as a formula', async () => {
    const { sheets } = await readXlsx(await toXlsx(boek), { readStyles: true })
    expect(sheets.map(({ name }) => name)).toEqual(['2025', '2026'])
    const [first, second] = sheets
    const dag = new Date('2026-11-01T00:00:00.000Z')
    expect(first?.rows).toEqual([
      ['Kern', 'Bedrag', 'Deel', 'Datum'],
      ['Kern 1', 24_107.1, 0.125, dag],
      ['Kern 2', -12.34, 0.125, dag],
      ['Totaal', 24_094.76, null, null],
    ])
    const sum = first?.cells?.get('3,1')
    expect(sum).toMatchObject({ formula: 'SUM(B2:B3)', style: { numFmt: expect.stringContaining('€') } })
    expect(second?.rows[3]?.[1]).toBe(1_000_000_000_000.06)
  })

  test('of the same tables has the same bytes, whenever it is made', async () => {
    const first = await toXlsx(boek)
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(await toXlsx(structuredClone(boek))).toEqual(first)
    expect(await toXlsx([...boek].reverse())).not.toEqual(first)
  })

  test('without rows has its heading and no sum', async () => {
    const { sheets } = await readXlsx(await toXlsx([blad('2026', [])]))
    expect(sheets[0]?.rows).toEqual([['Kern', 'Bedrag', 'Deel', 'Datum']])
  })

  test('keeps text that looks like a formula as text', async () => {
    const evil = { ...blad('x', []), rijen: [['=HYPERLINK("http://kwaad.nl")', 1, 1, '2026-01-01']] }
    const { sheets } = await readXlsx(await toXlsx([evil]), { readStyles: true })
    expect(sheets[0]?.rows[1]?.[0]).toBe('=HYPERLINK("http://kwaad.nl")')
    expect(sheets[0]?.cells?.get('1,0')?.formula).toBeUndefined()
  })
})

describe('CSV', () => {
  test('is what Dutch Excel reads: ; decimal comma, CRLF, a byte order mark, one heading for all years', () => {
    expect(bladToCsv(boek)).toBe(
      [
        '\ufeffKern;Bedrag;Deel;Datum',
        'Kern 1;24107,10;12,50;2026-11-01',
        'Kern 2;-12,34;12,50;2026-11-01',
        'Kern 1;1000000000000,01;12,50;2026-11-01',
        'Kern 2;0,05;12,50;2026-11-01',
        '',
      ].join('\r\n'),
    )
  })

  test('makes text that Excel would run harmless, and leaves negative amounts as they are', () => {
    const evil = { ...blad('x', []), rijen: [['@SUM(A1)', -5, null, '2026-01-01']] }
    expect(bladToCsv([evil]).split('\r\n')[1]).toBe("'@SUM(A1);-0,05;;2026-01-01")
  })
})

describe('a ledger as a table', () => {
  const regel = (
    volgnummer: number,
    rest: Partial<Grootboek['regels'][number]>,
  ): Grootboek['regels'][number] => ({
    volgnummer,
    soort: 'toekenning',
    bedragCenten: 1_000,
    omschrijving: 'x',
    datum: '2026-04-07',
    op: '2026-04-07T10:00:00.000Z',
    door: 'fatima',
    saldoCenten: 0,
    vrijCenten: 0,
    ...rest,
  })
  const regels = [
    regel(1, {}),
    regel(2, { soort: 'verplichting', nummer: 'V', bedragCenten: 600 }),
    regel(3, { soort: 'betaling', nummer: 'V', bedragCenten: 400 }),
    regel(4, { soort: 'betaling', bedragCenten: 50 }),
    regel(5, { soort: 'betaling', bedragCenten: 50, tegenVan: 4 }),
    regel(6, { soort: 'vrijval', nummer: 'V', bedragCenten: 200 }),
    regel(7, { soort: 'slot', bedragCenten: 600 }),
  ]

  test('adds up to the saldo by In and Uit, and to nothing promised when all was paid or released', () => {
    const { kolommen, rijen } = grootboekBlad({ jaar: 2026, regels })
    const sumOf = (kop: string) => {
      const at = kolommen.findIndex((kolom) => kolom.kop === kop)
      return rijen.reduce((som, rij) => som + Number(rij[at] ?? 0), 0)
    }
    expect([sumOf('In'), sumOf('Uit'), sumOf('Toegezegd')]).toEqual([1_000, 400, 0])
  })

  test('names no person', () => {
    expect(bladToCsv([grootboekBlad({ jaar: 2026, regels })])).not.toContain('fatima')
  })
})

test('scenario’s get sheets with names that a spreadsheet takes, also when two have the same name', () => {
  const scenario = {
    scenario: '0123456789ab',
    versie: 1,
    naam: 'Basis [a/b]: een heel lange naam van een scenario',
    totaalCenten: 0,
    onverdeeldCenten: 0,
    rijen: [],
  }
  const namen = vergelijkingBladen({ basis: null, extraInwoners: 100, scenarios: [scenario, scenario] }).map(
    ({ naam }) => naam,
  )
  expect(new Set(namen).size).toBe(2)
  expect(namen.every((naam) => naam.length <= 31 && !/[:\\/?*[\]]/.test(naam))).toBe(true)
})

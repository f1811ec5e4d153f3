import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatAantal, formatEuro, parseEuro } from '../../functions/domain/geld.ts'

it.each([
  [0, '€\u00a00,00'],
  [1, '€\u00a00,01'],
  [-1, '-€\u00a00,01'],
  [-100, '-€\u00a01,00'],
  [99_999, '€\u00a0999,99'],
  [100_000, '€\u00a01.000,00'],
  [2_410_710, '€\u00a024.107,10'],
  [-123_456_789, '-€\u00a01.234.567,89'],
  [1_000_000_000_000_000, '€\u00a010.000.000.000.000,00'],
  [90_071_992_547_409_930n, '€\u00a0900.719.925.474.099,30'],
])('writes %s cents as %s', (centen, tekst) => {
  expect(formatEuro(centen)).toBe(tekst)
})

it('does not write half a cent', () => {
  expect(() => formatEuro(0.5)).toThrow(RangeError)
})

it.each([
  [0, '0'],
  [999, '999'],
  [29_935, '29.935'],
  [-1_000, '-1.000'],
  [1_234_567, '1.234.567'],
])('groups %s as %s', (aantal, tekst) => {
  expect(formatAantal(aantal)).toBe(tekst)
})

it.each([
  ['125.000', 12_500_000],
  ['125000', 12_500_000],
  ['125000,50', 12_500_050],
  ['€ 125.000,00', 12_500_000],
  ['€\u00a024.107,10', 2_410_710],
  ['€1,5', 150],
  ['1.000,-', 100_000],
  ['0,01', 1],
  ['007', 700],
  [' 12 ', 1_200],
  ['-€ 1,00', -100],
  ['€ -1,00', -100],
  ['-0', 0],
  ['9.999.999.999.999,99', 999_999_999_999_999],
])('reads "%s" as %s cents', (tekst, centen) => {
  expect(parseEuro(tekst)).toBe(centen)
})

it.each([
  '',
  '€',
  'vijf',
  '125.50',
  '1.25.000',
  '12,345',
  '1,000.00',
  '1.000.00',
  '--1',
  '-€ -1',
  '1e3',
  '12 500',
  'NaN',
])('refuses "%s" instead of guessing', (tekst) => {
  expect(() => parseEuro(tekst)).toThrow(
    expect.objectContaining({ code: 'ongeldige-invoer', message: expect.stringContaining('is geen bedrag') }),
  )
})

it('refuses more than € 9.999.999.999.999,99', () => {
  expect(() => parseEuro('10.000.000.000.000')).toThrow('is hoger dan')
})

it('reads back every amount that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (centen) => {
      expect(parseEuro(formatEuro(centen))).toBe(centen)
    }),
    { seed: 20_261_122, numRuns: 2000 },
  )
})

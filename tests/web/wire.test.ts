import { describe, expect, test } from 'vitest'
import { Problem } from '../../functions/contract/problem.ts'
import { toFouten } from '../../web/state/toFouten.ts'
import { parseVolglink } from '../../web/state/volglink.ts'
import { buildUrl, toProblem } from '../../web/wire.ts'

describe('an address', () => {
  test('has its parameters filled in and its empty questions left out', () => {
    expect(
      buildUrl('/a/{jaar}/b/{versie}', {
        params: { jaar: 2026, versie: 'x/y' },
        query: { kern: '', van: '1' },
      }),
    ).toBe('/a/2026/b/x%2Fy?van=1')
  })
})

describe('a refusal', () => {
  test('is the Problem the server threw', () => {
    const problem = toProblem(409, { code: 'versie-verouderd', detail: 'Te laat.', huidigeVersie: 3 })
    expect(problem).toBeInstanceOf(Problem)
    expect([problem.code, problem.message, problem.extra.huidigeVersie]).toEqual([
      'versie-verouderd',
      'Te laat.',
      3,
    ])
  })

  test.each([
    [401, 'niet-aangemeld'],
    [500, 'storing'],
    [502, 'even-niet-bereikbaar'],
    [504, 'even-niet-bereikbaar'],
  ])('without a known code and status %i is %s', (status, code) => {
    expect(toProblem(status, { code: 'proxy' }).code).toBe(code)
    expect(toProblem(status, { code: 'constructor' }).code).toBe(code)
  })
})

describe('field errors', () => {
  const ids = { '/geometrie': 'zoek', '/omschrijving': 'omschrijving' }

  test('go to the field they are about, the first one of each', () => {
    const errors = [
      { pointer: '/omschrijving', code: 'a', detail: 'Vul in.' },
      { pointer: '/omschrijving', code: 'b', detail: 'Te lang.' },
      { pointer: '/geometrie/coordinates/0', code: 'c', detail: 'Geen getal.' },
      { pointer: '/anders', code: 'd', detail: 'Onbekend.' },
    ]
    expect(toFouten(new Problem('ongeldige-invoer', '', { errors }), ids)).toEqual({
      omschrijving: 'Vul in.',
      zoek: 'Geen getal.',
    })
  })

  test('of a place outside the gemeente go to the place', () => {
    expect(toFouten(new Problem('buiten-gemeente', 'Te ver.'), ids)).toEqual({ zoek: 'Te ver.' })
  })
})

describe('a volglink', () => {
  const code = 'AbCdEfGhIjKlMnOpQrStUv'
  test.each([
    [`https://kernpunt.nl/volg#M-4F7K-2M9Q.${code}`, { nummer: 'M-4F7K-2M9Q', code }],
    [`#M-4F7K-2M9Q.${code}`, { nummer: 'M-4F7K-2M9Q', code }],
    [`  M-4F7K-2M9Q.${code} `, { nummer: 'M-4F7K-2M9Q', code }],
    ['https://kernpunt.nl/volg', undefined],
    ['M-4F7K-2M9Q', undefined],
    [`#M-4F7I-2M9Q.${code}`, undefined],
  ])('%s gives %j', (text, expected) => {
    expect(parseVolglink(text)).toEqual(expected)
  })
})

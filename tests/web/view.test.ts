import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indelingen, kolommen, lagen, readView, type View, writeView } from '../../web/state/view.ts'

const day = fc.constantFrom('2026-01-01', '2025-12-31', undefined)
const views: fc.Arbitrary<View> = fc.record({
  laag: fc.constantFrom(...lagen),
  indeling: fc.constantFrom(...indelingen),
  per1000: fc.boolean(),
  van: day,
  tot: day,
  kern: fc.constantFrom('schoorl', 'egmond-aan-zee', undefined),
  kolom: fc.constantFrom(...kolommen),
  aflopend: fc.boolean(),
})

describe('the view in the address', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(views, (view) => {
        const query = Object.fromEntries(new URLSearchParams(writeView(view)))
        expect(readView(query)).toEqual(view)
      }),
    )
  })

  test('is empty for the view a visitor starts with', () => {
    expect(writeView(readView({}))).toBe('')
  })

  test('keeps other parameters and drops empty ones', () => {
    expect(writeView(readView({ kern: 'schoorl' }), { melding: 'M-4F7K-2M9Q', status: undefined })).toBe(
      '?kern=schoorl&melding=M-4F7K-2M9Q',
    )
  })

  test.each([
    [{ laag: 'raket' }, { laag: 'vlakken' }],
    [{ van: 'gisteren' }, { van: undefined }],
    [{ kolom: '__proto__' }, { kolom: 'meldingen' }],
  ])('reads %j as the default', (query, expected) => {
    expect(readView(query as Record<string, string>)).toMatchObject(expected)
  })
})

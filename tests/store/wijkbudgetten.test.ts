import { describe, expect, test } from 'vitest'
import { useEngine } from '../support/engine.ts'
import { makeVerdeling } from '../support/records.ts'

const engine = useEngine()

describe('the verdelingen of a year', () => {
  test('are versions 1, 2, 3 in order, each as it was proposed', async () => {
    const { stores } = await engine.makeTable()
    for (const hash of ['a', 'b', 'c']) await stores.wijkbudgetten.append(makeVerdeling({ hash }))
    await stores.wijkbudgetten.append(makeVerdeling({ jaar: 2027 }))
    const verdelingen = await stores.wijkbudgetten.list(2026)
    expect(verdelingen).toStrictEqual(
      ['a', 'b', 'c'].map((hash, i) => ({ ...makeVerdeling({ hash }), versie: i + 1 })),
    )
    expect(await stores.wijkbudgetten.list(2025)).toEqual([])
  })

  test('that are proposed at once all get a version of their own', async () => {
    const { stores } = await engine.makeTable()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        stores.wijkbudgetten.append(makeVerdeling({ toelichting: `nr ${i}` })),
      ),
    )
    expect(outcomes.map(({ versie }) => versie).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
  })

  test('with the same sleutel are one', async () => {
    const { stores } = await engine.makeTable()
    const first = await stores.wijkbudgetten.append(makeVerdeling({ sleutel: 's', hash: 'eerste' }))
    const second = await stores.wijkbudgetten.append(makeVerdeling({ sleutel: 's', hash: 'tweede' }))
    expect(first).toEqual({ soort: 'nieuw', versie: 1 })
    expect(second).toMatchObject({ soort: 'bestaat', versie: 1, aanwezig: { hash: 'eerste' } })
  })
})

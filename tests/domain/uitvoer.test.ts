import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { neutralise, toCsvRegel } from '../../functions/domain/csv.ts'
import { kolommen, toCsv, toGeoJson, walkBladzijden } from '../../functions/domain/uitvoer.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'

const bergen = loadGemeente('GM0373')
type Rij = Parameters<typeof toCsv>[0] extends AsyncIterable<readonly (infer R)[]> ? R : never

const rij = (n: number, over: Partial<Rij> = {}): Rij => ({
  nummer: `M-${n}`,
  categorie: 'straatverlichting',
  kern: 'schoorl',
  status: n % 3 === 0 ? 'gesloten' : 'ontvangen',
  ...(n % 3 === 0 && { reden: 'opgelost' as const }),
  geregistreerdOp: '2026-07-07T22:30:00.000Z',
  gewijzigdOp: '2026-12-07T23:30:00.000Z',
  streefDatum: '2026-07-14',
  geometrie: { type: 'Point', coordinates: [Number((4.7 + n / 1e6).toFixed(6)), 52.67] },
  team: n % 2 === 0 ? 'Wegen' : 'Team; met "tekens"\nen regels',
  ...over,
})

/** Pages of a list of this length, and how often one was asked for. */
function listOf(count: number, size: number) {
  const asked: number[] = []
  const bladzijden = walkBladzijden(async (cursor) => {
    const from = Number(cursor ?? 0)
    asked.push(from)
    const rijen = Array.from({ length: Math.min(size, count - from) }, (_, i) => rij(from + i))
    return { rijen, ...(from + size < count && { volgende: String(from + size) }) }
  })
  return { bladzijden, asked }
}

const whole = async (pieces: AsyncIterable<string>) => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
async function* pagesOf(...pages: Rij[][]) {
  yield* pages
}
const parseCsv = (text: string) =>
  parse(text, { bom: true, delimiter: ';', columns: true, record_delimiter: '\r\n' }) as Record<
    string,
    string
  >[]

describe('the file for Excel', () => {
  test('of 100,000 rows comes a page at a time, and reads back as the list', async () => {
    const { bladzijden, asked } = listOf(100_000, 500)
    let pieces = 0
    let longest = 0
    let first = ''
    const kept: string[] = []
    for await (const piece of toCsv(bladzijden, bergen)) {
      // No piece is made before it is asked for: one page ahead at most.
      expect(asked.length).toBeLessThanOrEqual(pieces + 1)
      pieces++
      longest = Math.max(longest, piece.length)
      first ||= piece
      kept.push(piece)
    }
    expect(pieces).toBe(201)
    expect(asked).toHaveLength(200)
    expect(longest).toBeLessThan(100_000)
    expect(first.charCodeAt(0)).toBe(0xfeff)
    const rows = parseCsv(kept.join(''))
    expect(rows).toHaveLength(100_000)
    expect(rows.findIndex((row, n) => row.nummer !== `M-${n}` || row.team !== rij(n).team)).toBe(-1)
  })

  test('has names for codes, Dutch clock time and decimal commas', async () => {
    const rijen = [rij(3, { signaal: 'bijna', medewerker: 'Jo' }), rij(1, { categorie: 'weg', kern: 'zand' })]
    const text = await whole(toCsv(pagesOf(rijen), bergen))
    expect(Object.keys(parseCsv(text)[0]!)).toEqual([...kolommen])
    expect(parseCsv(text)).toMatchObject([
      {
        categorie: 'Straatverlichting',
        groep: 'Wegen en verkeer',
        kern: 'Schoorl',
        status: 'gesloten',
        reden: 'opgelost',
        geregistreerd: '2026-07-08 00:30',
        gewijzigd: '2026-12-08 00:30',
        signaal: 'bijna',
        medewerker: 'Jo',
        lon: '4,700003',
        lat: '52,67',
      },
      { categorie: 'weg', groep: '', kern: 'zand', reden: '', medewerker: '' },
    ])
  })

  test('of an empty list is its heading', async () => {
    expect(parseCsv(await whole(toCsv(pagesOf([]), bergen)))).toEqual([])
    expect(await whole(toCsv(pagesOf([]), bergen))).toMatch(/^\uFEFFnummer;categorie;.*lat\r\n$/)
  })

  test.each(['=1+1', '+31', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|"/c calc"!A1', '＝1', '=1;2'])(
    'never runs %j as a formula',
    async (team) => {
      const text = await whole(toCsv(pagesOf([rij(1, { team })]), bergen))
      expect(parseCsv(text)[0]?.team).toBe(`'${team}`)
    },
  )

  test.each(['Wegen', "'t Groen", 'a=b', ' =1', '1-2', 'é', ''])('leaves %j as it is', (text) => {
    expect(neutralise(text)).toBe(text)
  })

  test('writes real negative numbers as numbers', () => {
    expect(toCsvRegel([-1.5, '-1,5', undefined, 0])).toBe("-1,5;'-1,5;;0\r\n")
  })
})

describe('the file for a map', () => {
  test('of many pages is one collection of all features, without text', async () => {
    const { bladzijden } = listOf(1234, 500)
    const collection = JSON.parse(await whole(toGeoJson(bladzijden, bergen)))
    expect(collection.type).toBe('FeatureCollection')
    expect(collection.features).toHaveLength(1234)
    expect(collection.features[4]).toEqual({
      type: 'Feature',
      id: 'M-4',
      geometry: { type: 'Point', coordinates: [4.700004, 52.67] },
      properties: {
        ...{ nummer: 'M-4', categorie: 'Straatverlichting', groep: 'Wegen en verkeer', kern: 'Schoorl' },
        ...{ status: 'ontvangen', team: 'Wegen', streefdatum: '2026-07-14' },
        ...{ geregistreerd: '2026-07-07T22:30:00.000Z', gewijzigd: '2026-12-07T23:30:00.000Z' },
      },
    })
  })

  test.each([
    ['no page', []],
    ['an empty page', [[]]],
    ['an empty page between', [[rij(1)], [], [rij(2)]]],
  ])('of %s is valid', async (_, pages) => {
    const collection = JSON.parse(await whole(toGeoJson(pagesOf(...pages), bergen)))
    expect(collection.features).toHaveLength(pages.flat().length)
  })

  test('never holds the first words of a melding, in neither form', async () => {
    const met = { ...rij(1), kop: 'Mijn buurman Jan' }
    for (const toStukken of [toCsv, toGeoJson])
      expect(await whole(toStukken(pagesOf([met]), bergen))).not.toContain('Jan')
  })
})

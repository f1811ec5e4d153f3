/**
 * Whether a melding nearby is the same one, on 120 pairs in `dubbelParen.json` that were made up for it, with how far and
 * how long they lie apart. The split: of the 60 that are the same and the 60 that are not, every other one is in
 * `bouwen`, on which the weights and the limit were chosen, and the rest in `meten`, which is only measured. Who wrote
 * the pairs wrote the score too, so real ones will score lower.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createDubbelscore,
  dubbelgrens,
  listKernenRond,
  toAfstand,
  toBox,
} from '../../functions/domain/dubbel.ts'
import { toKop } from '../../functions/domain/meldingBeeld.ts'
import type { Positie } from '../../functions/domain/ports.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import paren from './dubbelParen.json' with { type: 'json' }

const bergen = loadGemeente('GM0373')
const nu = '2026-11-22T12:00:00Z'
const hier: Positie = [4.7, 52.67]
const day = 86_400_000

type Dubbelscore = typeof createDubbelscore
const scoreDubbel = (
  nieuw: Parameters<Dubbelscore>[0],
  ander: Parameters<ReturnType<Dubbelscore>>[0],
  ...rest: [soorten: Parameters<Dubbelscore>[1], nu: string]
) => createDubbelscore(nieuw, ...rest)(ander)

type Paar = (typeof paren.meten)[number]

/** As the endpoint asks it: of the melding that is there, only its first words are known. */
const scoreOf = ({ een, ander, meter, dagen }: Paar) =>
  scoreDubbel(
    { ...een, positie: hier },
    {
      categorie: ander.categorie,
      positie: [hier[0], hier[1] + meter / 111_195],
      tekst: toKop(ander.tekst),
      op: new Date(Date.parse(nu) - dagen * day).toISOString(),
    },
    bergen.categorieen,
    nu,
  )

const measure = (half: readonly Paar[]) => {
  const shown = half.filter((paar) => scoreOf(paar) >= dubbelgrens)
  const zelfde = half.filter((paar) => paar.zelfde).length
  const gevonden = shown.filter((paar) => paar.zelfde).length
  return {
    recall: gevonden / zelfde,
    vals: (shown.length - gevonden) / (half.length - zelfde),
    said: `${gevonden} of ${zelfde} found, ${shown.length - gevonden} of ${half.length - zelfde} shown for nothing`,
  }
}

describe('the score of two meldingen', () => {
  it('finds 29 of 30 that are the same and 1 of 30 that are not, in the half that was not looked at', () => {
    const { recall, vals, said } = measure(paren.meten)
    expect(recall, said).toBeGreaterThan(0.9)
    expect(vals, said).toBeLessThan(0.1)
  })

  it('finds 28 of 30 and 5 of 30 in the half it was built with', () => {
    const { recall, vals, said } = measure(paren.bouwen)
    expect(recall, said).toBeGreaterThan(0.9)
    expect(vals, said).toBeLessThan(0.2)
  })

  it('is measured on at least a hundred pairs, none of them in both halves', () => {
    const key = ({ een, ander }: Paar) => `${een.tekst} ${ander.tekst}`
    const bouwen = new Set(paren.bouwen.map(key))
    expect(paren.bouwen.length + paren.meten.length).toBeGreaterThanOrEqual(100)
    expect(paren.meten.filter((paar) => bouwen.has(key(paar)))).toEqual([])
    const codes = bergen.categorieen.map(({ code }) => code)
    for (const { een, ander } of [...paren.bouwen, ...paren.meten])
      expect(codes).toEqual(expect.arrayContaining([een.categorie, ander.categorie]))
  })

  const lamp = { categorie: 'straatverlichting', positie: hier, tekst: 'De lamp brandt niet' }
  const score = (changes: Partial<typeof lamp & { op: string }>) =>
    scoreDubbel(lamp, { ...lamp, op: nu, ...changes }, bergen.categorieen, nu)

  it.each([
    ['farther away', score({ positie: [4.7, 52.6702] })],
    ['older', score({ op: '2026-05-01T12:00:00Z' })],
    ['said in other words', score({ tekst: 'Kastje staat open' })],
    [
      'at another house number',
      scoreDubbel(
        { ...lamp, tekst: 'lamp bij 4' },
        { ...lamp, tekst: 'lamp bij 8', op: nu },
        bergen.categorieen,
        nu,
      ),
    ],
    ['of another categorie of the group', score({ categorie: 'weg-en-stoep' })],
  ])('is lower for what is %s', (_, lower) => {
    expect(lower).toBeLessThan(score({}))
  })

  it.each([
    ['of another group', score({ categorie: 'bomen' })],
    ['farther than its categorie allows', score({ positie: [4.7, 52.6703] })],
    [
      'of another categorie, beyond half of that',
      score({ categorie: 'weg-en-stoep', positie: [4.7, 52.67015] }),
    ],
    ['of a categorie that is gone', score({ categorie: 'zand' })],
  ])('is nothing for what is %s', (_, none) => {
    expect(none).toBe(0)
  })

  it('looks at no more than the first 1,000 characters of either', () => {
    const end = (tekst: string) => `${'x '.repeat(500)}${tekst}`
    expect(score({ tekst: end('De lamp brandt niet') })).toBe(score({ tekst: end('Kastje 7 staat open') }))
    const typed = (tekst: string) =>
      scoreDubbel({ ...lamp, tekst }, { ...lamp, op: nu }, bergen.categorieen, nu)
    expect(typed(end('De lamp brandt niet bij 4'))).toBe(typed(end('')))
  })

  it('of one against many is that of each pair, and reads the words of the one once', () => {
    let read = 0
    const nieuw = {
      ...lamp,
      get tekst() {
        read++
        return lamp.tekst
      },
    }
    const others = paren.meten.map(({ ander }) => ({ ...ander, positie: hier, op: nu }))
    const scoreOf = createDubbelscore(nieuw, bergen.categorieen, nu)
    expect(others.map(scoreOf)).toEqual(
      others.map((ander) => scoreDubbel(lamp, ander, bergen.categorieen, nu)),
    )
    expect(read).toBe(1)
  })

  it('shows what is very near before anything is typed, and asks no more than the words of both', () => {
    expect(scoreDubbel({ ...lamp, tekst: '' }, { ...lamp, op: nu }, bergen.categorieen, nu)).toBeGreaterThan(
      dubbelgrens,
    )
    expect(scoreDubbel(lamp, { ...lamp, tekst: '?!', op: nu }, bergen.categorieen, nu)).toBeGreaterThan(
      dubbelgrens,
    )
  })
})

describe('what lies near', () => {
  const place = fc.tuple(
    fc.double({ min: 4.6, max: 4.76, noNaN: true }),
    fc.double({ min: 52.57, max: 52.76, noNaN: true }),
  )

  it('is in the box around the place', () => {
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 500 }), (one, other, meter) => {
        const [west, zuid, oost, noord] = toBox(one, meter)
        const inBox = other[0] >= west && other[0] <= oost && other[1] >= zuid && other[1] <= noord
        expect(toAfstand(one, other) <= meter * 0.999 && !inBox).toBe(false)
      }),
      { numRuns: 500, seed: 20_261_122 },
    )
  })

  it('is in one of the kernen that are looked in', () => {
    const near = fc.tuple(
      place,
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(near, ([one, dx, dy]) => {
        const [west, zuid, oost, noord] = toBox(one, 200)
        const other = [one[0] + (dx * (oost - west)) / 2, one[1] + (dy * (noord - zuid)) / 2] as const
        const found = bergen.findKern(...other)
        if (found.soort !== 'buiten') expect(listKernenRond(one, 200, bergen)).toContain(found.kern)
      }),
      { numRuns: 500, seed: 20_261_122 },
    )
  })

  it('has the distance that RD metres give', () => {
    expect(toAfstand([4.7, 52.67], [4.701, 52.671])).toBeCloseTo(130.2, 0)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Routeregel, routeMelding, weekdagen } from '../../functions/domain/routering.ts'
import { findRouteringsfouten } from '../../functions/domain/routeringControle.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'

const bergen = loadGemeente('GM0373')
const monday = '2026-11-23T12:00:00Z'

const route = (als: Routeregel['als'], categorie: string, tekst: string, op = monday, kern = 'schoorl') =>
  routeMelding({ categorie, omschrijving: tekst }, kern, op, {
    ...bergen,
    routering: [{ naam: 'Proef', als, dan: { team: 'Verkeer', medewerker: 'Jo' } }],
  })

describe('a rule', () => {
  test.each<
    [string, Routeregel['als'], Parameters<typeof route> extends [unknown, ...infer R] ? R : never, boolean]
  >([
    ['of a categorie', { categorieen: ['bomen'] }, ['bomen', 'x'], true],
    ['of another categorie', { categorieen: ['bomen'] }, ['dieren', 'x'], false],
    ['of a group', { groepen: ['afval'] }, ['gedumpt-afval', 'x'], true],
    ['of another group', { groepen: ['afval'] }, ['dieren', 'x'], false],
    ['of a kern', { kernen: ['schoorl'] }, ['dieren', 'x'], true],
    ['of another kern', { kernen: ['schoorl'] }, ['dieren', 'x', monday, 'egmond-binnen'], false],
    ['with a word, in capitals and accents', { woorden: ['cafe'] }, ['dieren', 'Bij het CAFÉ'], true],
    ['with the beginning of a word', { woorden: ['rat'] }, ['dieren', 'er lopen ratten'], true],
    ['with what only ends a word', { woorden: ['rat'] }, ['dieren', 'de karat is weg'], false],
    ['with two words', { woorden: ['wild kamperen'] }, ['dieren', 'Wild, kamperen!'], true],
    ['with any of its words', { woorden: ['muis', 'rat'] }, ['dieren', 'een rat'], true],
    ['on a day', { dagen: ['ma'] }, ['dieren', 'x'], true],
    ['on a day that began in Amsterdam', { dagen: ['di'] }, ['dieren', 'x', '2026-11-23T23:30:00Z'], true],
    ['on a day that did not end there', { dagen: ['ma'] }, ['dieren', 'x', '2026-11-23T23:30:00Z'], false],
    ['in a month', { maanden: [11] }, ['dieren', 'x'], true],
    ['in another month', { maanden: [12] }, ['dieren', 'x'], false],
    ['from an hour', { van: '13:00' }, ['dieren', 'x'], true],
    ['up to an hour, which is not in it', { tot: '13:00' }, ['dieren', 'x'], false],
    ['in summer time', { van: '14:00', tot: '14:01' }, ['dieren', 'x', '2026-07-18T12:00:00Z'], true],
    [
      'over midnight, before it',
      { van: '22:00', tot: '06:00' },
      ['dieren', 'x', '2026-11-23T22:00:00Z'],
      true,
    ],
    [
      'over midnight, after it',
      { van: '22:00', tot: '06:00' },
      ['dieren', 'x', '2026-11-23T04:59:00Z'],
      true,
    ],
    [
      'over midnight, at its end',
      { van: '22:00', tot: '06:00' },
      ['dieren', 'x', '2026-11-23T05:00:00Z'],
      false,
    ],
    ['with one condition that fails', { categorieen: ['dieren'], maanden: [1] }, ['dieren', 'x'], false],
  ])('%s', (_, als, melding, fits) => {
    expect(route(als, ...melding).team === 'Verkeer').toBe(fits)
  })

  test('gives its team and person, and says what of the melding made it fit', () => {
    const als = {
      groepen: ['afval'],
      kernen: ['schoorl'],
      woorden: ['zak'],
      maanden: [11],
      dagen: ['ma' as const],
      van: '08:00',
    }
    expect(route(als, 'gedumpt-afval', 'Twee zakken')).toEqual({
      team: 'Verkeer',
      medewerker: 'Jo',
      regel: 'Proef',
      waarom:
        'Regel “Proef”: het gaat over Gedumpt afval, in Schoorl, met het woord “zak”, in november, op maandag, om 13:00 uur.',
    })
  })
})

test('answers count as text', () => {
  const melding = {
    categorie: 'gevaarlijk-afval',
    omschrijving: 'Zakken',
    antwoorden: { soort: 'Drugsafval' },
  }
  expect(routeMelding(melding, 'schoorl', monday, bergen)).toMatchObject({ regel: 'Drugsafval' })
})

test('without a rule that fits it is the team of the categorie, and the reason says so', () => {
  expect(route({ maanden: [1] }, 'bomen', 'x')).toEqual({
    team: 'Groen',
    waarom: 'Groen is het vaste team voor Bomen.',
  })
})

test.each([
  ['strandafval', 'bergen-aan-zee', '2026-07-18T12:00:00Z', 'Strandteam zomer'],
  ['strandafval', 'bergen-aan-zee', '2026-09-18T12:00:00Z', 'Strandbeheer'],
  ['strandafval', 'schoorl', '2026-07-18T12:00:00Z', 'Strandbeheer'],
  ['duinbrand', 'schoorl', '2026-08-15T12:00:00Z', 'Toezicht en handhaving'],
  ['duinbrand', 'bergen-aan-zee', '2026-08-17T12:00:00Z', 'Strandteam zomer'],
])('in Bergen %s in %s at %s goes to the right team', (categorie, kern, op, team) => {
  expect(routeMelding({ categorie, omschrijving: 'x' }, kern, op, bergen).team).toBe(team)
})

const some = <T>(values: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { nil: undefined })
const hours = ['00:00', '06:00', '12:00', '18:00']
const voorwaarden = fc
  .record({
    categorieen: some(['bomen', 'dieren', 'gladheid']),
    kernen: some(['schoorl', 'egmond-binnen']),
    woorden: some(['rat', 'ratten', 'boom']),
    dagen: some(weekdagen),
    maanden: some([1, 6, 11]),
    van: fc.option(fc.constantFrom(...hours), { nil: undefined }),
    tot: fc.option(fc.constantFrom('06:00', '12:00', '18:00'), { nil: undefined }),
  })
  .filter(({ van, tot }) => van === undefined || van !== tot)
const names = { ...bergen, kernen: bergen.kernen.map(({ code }) => code) }
const melding = fc.record({
  categorie: fc.constantFrom('bomen', 'dieren', 'gladheid', 'weg-en-stoep'),
  omschrijving: fc.constantFrom('een rat', 'veel ratten', 'boom en rat', 'niets'),
  kern: fc.constantFrom('schoorl', 'egmond-binnen', 'bergen-aan-zee'),
  op: fc.integer({ min: 0, max: 365 * 24 }).map((hour) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString()),
})

test('a rule that is called out of reach is never reached', () => {
  fc.assert(
    fc.property(
      fc.array(voorwaarden, { minLength: 2, maxLength: 4 }),
      fc.array(melding, { minLength: 20 }),
      (alle, meldingen) => {
        const routering = alle.map((als, i) => ({ naam: `r${i}`, als, dan: { team: 'Wegen' } }))
        const dead = findRouteringsfouten(routering, names)
          .filter(({ fout }) => fout.startsWith('wordt nooit bereikt'))
          .map(({ regel }) => regel)
        for (const { kern, op, ...body } of meldingen)
          expect(dead).not.toContain(routeMelding(body, kern, op, { ...bergen, routering }).regel)
      },
    ),
    { numRuns: 300, seed: 20_261_122 },
  )
})

test('a rule behind a copy of itself is out of reach', () => {
  fc.assert(
    fc.property(voorwaarden, (als) => {
      const routering = ['een', 'twee'].map((naam) => ({ naam, als, dan: { team: 'Wegen' } }))
      expect(findRouteringsfouten(routering, names).map(({ regel }) => regel)).toEqual(['twee'])
    }),
    { numRuns: 100, seed: 20_261_122 },
  )
})

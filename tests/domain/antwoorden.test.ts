import { expect, test } from 'vitest'
import { checkAntwoorden } from '../../functions/domain/antwoorden.ts'
import { checkMelding } from '../../functions/domain/melding.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'

const bergen = loadGemeente('GM0373')

test.each<[string, unknown, [pointer: string, code: string][]]>([
  ['all that is needed', { categorie: 'dieren', antwoorden: { leeft: 'Ja' } }, []],
  ['all there is', { categorie: 'dieren', antwoorden: { leeft: 'Nee', 'soort-dier': 'Egel' } }, []],
  ['a categorie without questions', { categorie: 'bomen' }, []],
  ['no answers at all', { categorie: 'dieren' }, [['/antwoorden/leeft', 'ontbreekt']]],
  [
    'a choice that is not there',
    { categorie: 'dieren', antwoorden: { leeft: 'Misschien' } },
    [['/antwoorden/leeft', 'onbekende-keuze']],
  ],
  [
    'a question of another categorie',
    { categorie: 'bomen', antwoorden: { leeft: 'Ja' } },
    [['/antwoorden/leeft', 'onbekende-vraag']],
  ],
  [
    'a made-up code with signs of a pointer',
    { categorie: 'bomen', antwoorden: { 'a/b~c': 'x' } },
    [['/antwoorden/a~1b~0c', 'onbekende-vraag']],
  ],
  [
    'the name of something every object has',
    { categorie: 'bomen', antwoorden: { constructor: 'x' } },
    [['/antwoorden/constructor', 'onbekende-vraag']],
  ],
  [
    'two things wrong',
    { categorie: 'dieren', antwoorden: { kleur: 'rood' } },
    [
      ['/antwoorden/kleur', 'onbekende-vraag'],
      ['/antwoorden/leeft', 'ontbreekt'],
    ],
  ],
  [
    'an answer that is no text, for the schema to name',
    { categorie: 'dieren', antwoorden: { leeft: 1 } },
    [],
  ],
  ['answers that are a list, for the schema to name', { categorie: 'bomen', antwoorden: ['Ja'] }, []],
  ['an unknown categorie', { categorie: 'zand', antwoorden: { leeft: 'Ja' } }, []],
  ['nothing', undefined, []],
])('%s: the right errors at the right answers', (_, body, expected) => {
  expect(checkAntwoorden(body, bergen).map(({ pointer, code }) => [pointer, code])).toEqual(expected)
})

test('a melding is checked for its answers together with its place', () => {
  const body = { categorie: 'dieren', geometrie: { type: 'Point', coordinates: [4, 50] } }
  expect(checkMelding(body, bergen).map(({ pointer }) => pointer)).toEqual([
    '/geometrie/coordinates',
    '/antwoorden/leeft',
  ])
})

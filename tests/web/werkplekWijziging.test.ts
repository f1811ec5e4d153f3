/** What is typed in the inbox to the change that is sent, and the standard texts to begin with. */
import { describe, expect, test } from 'vitest'
import type { Categorie } from '../../functions/contract/instellingen.ts'
import { Wijziging } from '../../functions/contract/wijziging.ts'
import { fillTekst, findVeld, listTeksten } from '../../web/pages/werkplek/standaardtekst.ts'
import {
  type Concept,
  checkConcept,
  type Formuliersoort,
  formuliersoorten,
  leegConcept,
  toVeldIds,
  toWijziging,
} from '../../web/pages/werkplek/wijziging.ts'

const lamp = {
  code: 'straatverlichting',
  naam: 'Straatverlichting',
  groep: { code: 'wegen', naam: 'Wegen' },
} as Categorie

const full: Concept = {
  status: 'gepland',
  reden: 'opgelost',
  geplandeDatum: '2026-12-01',
  tekst: ' Wij komen. ',
  team: 'Wegen',
  medewerker: 'Noor',
  categorie: 'bomen',
}

describe('a form', () => {
  test.each(formuliersoorten)('of %s that is filled in makes what the service takes', (soort) => {
    expect(checkConcept(soort, full, 'x')).toEqual({})
    expect(Wijziging.safeParse(toWijziging(soort, full)).success).toBe(true)
  })

  test.each<[Formuliersoort, string[]]>([
    ['status', ['x-status']],
    ['bericht', ['x-tekst']],
    ['vraag', ['x-tekst']],
    ['notitie', ['x-tekst']],
    ['toewijzing', ['x-team']],
    ['categorie', ['x-categorie']],
    ['taak', ['x-tekst', 'x-team']],
    ['hervatting', []],
  ])('of %s that is empty says so at %j', (soort, velden) => {
    expect(Object.keys(checkConcept(soort, leegConcept, 'x'))).toEqual(velden)
  })

  test('asks the reason of closing and the date of planning', () => {
    expect(checkConcept('status', { ...leegConcept, status: 'gesloten' }, 'x')).toHaveProperty('x-reden')
    expect(checkConcept('status', { ...leegConcept, status: 'gepland' }, 'x')).toHaveProperty('x-datum')
  })

  test('sends no reason and no date that belong to another status', () => {
    expect(toWijziging('status', { ...full, status: 'in-behandeling' })).toEqual({
      soort: 'status',
      status: 'in-behandeling',
      toelichting: 'Wij komen.',
    })
  })

  test('is not sent while a field of a standard text is empty, but a note may hold braces', () => {
    const typed = { ...full, tekst: 'Wij komen op {geplandeDatum}.' }
    expect(checkConcept('bericht', typed, 'x')['x-tekst']).toContain('{geplandeDatum}')
    expect(checkConcept('notitie', typed, 'x')).toEqual({})
  })

  test('has a field for everything that the service may refuse', () => {
    const ids = Object.values(toVeldIds('x'))
    for (const soort of formuliersoorten)
      for (const id of Object.keys(checkConcept(soort, leegConcept, 'x'))) expect(ids).toContain(id)
  })
})

describe('a standard text', () => {
  const teksten = [
    { titel: 'altijd', tekst: 'a', bij: ['gesloten' as const] },
    { titel: 'lampen', tekst: 'b', bij: ['gesloten' as const], categorieen: ['straatverlichting'] },
    { titel: 'wegen', tekst: 'c', bij: ['gesloten' as const], groepen: ['wegen'] },
    { titel: 'bomen', tekst: 'd', bij: ['gesloten' as const], categorieen: ['bomen'] },
    { titel: 'opgelost', tekst: 'e', bij: ['gesloten' as const], reden: 'opgelost' as const },
    { titel: 'vraag', tekst: 'f', bij: ['vraag' as const] },
  ]
  const titels = (found: { titel: string }[]) => found.map(({ titel }) => titel)

  test('is offered with its categorie, its groep, its moment and its reason', () => {
    expect(titels(listTeksten(teksten, { moment: 'gesloten', categorie: lamp }))).toEqual([
      'altijd',
      'lampen',
      'wegen',
    ])
    expect(
      titels(listTeksten(teksten, { moment: 'gesloten', reden: 'opgelost', categorie: undefined })),
    ).toEqual(['altijd', 'opgelost'])
    expect(titels(listTeksten(teksten, { moment: 'vraag', categorie: lamp }))).toEqual(['vraag'])
  })

  test('is filled in with what is known; the rest stays to be seen', () => {
    const tekst =
      'Melding {nummer} over {categorie} in {kern}: uiterlijk {streefdatum}, gepland {geplandeDatum}.'
    const filled = fillTekst(tekst, {
      nummer: 'M-4F7K-2M9Q',
      categorie: lamp,
      kern: 'Schoorl',
      streefDatum: '2026-12-01',
    })
    expect(filled).toBe(
      'Melding M-4F7K-2M9Q over straatverlichting in Schoorl: uiterlijk 1 december 2026, gepland {geplandeDatum}.',
    )
    expect(findVeld(filled)).toBe('{geplandeDatum}')
    expect(findVeld(fillTekst(filled, { geplandeDatum: '2026-12-02' }))).toBeUndefined()
  })
})

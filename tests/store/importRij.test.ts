import { describe, expect, test } from 'vitest'
import { readRij, toMelding } from '../../functions/jobs/inlezen/rij.ts'
import { bergen } from '../support/csv.ts'
import { testNow } from '../support/engine.ts'

const schoorl = bergen.kernen.find(({ code }) => code === 'schoorl')!
const lezer = { gemeente: bergen, findCategorie: bergen.findCategorie, now: testNow }
const cells = (overrides: Record<string, string> = {}): Record<string, string> => ({
  lon: String(schoorl.labelPunt[0]),
  lat: String(schoorl.labelPunt[1]),
  category_slug: 'afval',
  subcategory_slug: 'dumping',
  opened: '2026-01-05T10:00:00Z',
  closed: '',
  ...overrides,
})
const read = (overrides: Record<string, string> = {}) => {
  const rij = readRij(cells(overrides), lezer)
  if ('afgekeurd' in rij) throw new Error(rij.afgekeurd)
  return rij
}
const identity = { nummer: 'M-0000-0001', sleutel: 's', volgcode: 'v' }

describe('a row of an import', () => {
  test('gets our kern, our categorie and a text that says what it was called', () => {
    expect(read()).toMatchObject({
      kern: 'schoorl',
      kernHerkomst: 'binnen',
      categorie: 'gedumpt-afval',
      omschrijving: 'Ingelezen zonder omschrijving: afval, dumping',
      opened: '2026-01-05T10:00:00.000Z',
    })
  })

  test('compares its own kern with ours, when it names one', () => {
    expect(read()).not.toHaveProperty('kernGelijk')
    expect(read({ kern: 'schoorl' }).kernGelijk).toBe(true)
    expect(read({ kern: 'groet-camperduin' }).kernGelijk).toBe(false)
  })

  test('knows our own codes and keeps its own text', () => {
    expect(read({ categorie: 'bomen', omschrijving: ' Tak\nligt los ' })).toMatchObject({
      categorie: 'bomen',
      omschrijving: 'Tak\nligt los',
    })
  })

  test.each([
    ['2026-07-01 09:15', '2026-07-01T07:15:00.000Z', 'clock time in summer'],
    ['2026-01-01T09:15:30', '2026-01-01T08:15:30.000Z', 'clock time in winter'],
    ['2026-01-01', '2025-12-31T23:00:00.000Z', 'a day'],
    ['2026-01-01T09:15:00+05:00', '2026-01-01T04:15:00.000Z', 'another offset'],
  ])('reads %s as %s (%s)', (text, instant) => expect(read({ opened: text }).opened).toBe(instant))

  test('takes a decimal comma', () =>
    expect(read({ lon: cells().lon!.replace('.', ','), lat: cells().lat!.replace('.', ',') }).kern).toBe(
      'schoorl',
    ))

  test('with a closing time is solved, with both moments in its history', () => {
    const melding = toMelding(read({ closed: '2026-01-07T10:00:00Z' }), identity, lezer)
    expect(melding).toMatchObject({ status: 'gesloten', reden: 'opgelost', versie: 2 })
    expect(melding.geschiedenis.map(({ status, op }) => [status, op])).toEqual([
      ['ontvangen', '2026-01-05T10:00:00.000Z'],
      ['gesloten', '2026-01-07T10:00:00.000Z'],
    ])
  })

  test('that will only be closed later is open', () => {
    const melding = toMelding(read({ closed: '2027-01-01T00:00:00Z' }), identity, lezer)
    expect(melding).toMatchObject({ status: 'ontvangen', versie: 1 })
  })

  test.each<[what: string, cells: Record<string, string>, reason: string | RegExp]>([
    ['a word for a number', { lon: 'vier' }, 'lon is geen getal: “vier”'],
    ['no latitude', { lat: '' }, 'lat is geen getal: “”'],
    ['lon and lat swapped', { lon: '52.7', lat: '4.69' }, 'lon en lat zijn omgewisseld'],
    ['RD metres', { lon: '108515', lat: '520503' }, 'lon en lat zijn RD-meters; geef graden (WGS84)'],
    ['a place elsewhere', { lon: '5.1', lat: '52.1' }, /^het punt ligt \d+ meter buiten Bergen \(NH\.\)$/],
    ['an unknown categorie', { category_slug: 'ufo', subcategory_slug: 'x' }, 'onbekende categorie: “ufo/x”'],
    ['no opening time', { opened: '' }, 'opened ontbreekt'],
    ['a word for a time', { opened: 'gisteren' }, 'opened is geen tijdstip: “gisteren”'],
    ['a day that is not there', { opened: '2026-13-45' }, 'opened is geen tijdstip: “2026-13-45”'],
    ['a time to come', { opened: '2030-01-01T00:00:00Z' }, /^opened .* ligt in de toekomst$/],
    ['closed before opened', { closed: '2025-01-01T00:00:00Z' }, /^closed .* ligt voor opened/],
    ['a text that is too long', { omschrijving: 'x'.repeat(4001) }, /^Omschrijving is te lang/],
    ['control characters', { omschrijving: 'a\u0000b' }, /^Omschrijving bevat tekens/],
  ])('with %s is refused and says so', (_what, overrides, reason) => {
    const rij = readRij(cells(overrides), lezer)
    const expected = typeof reason === 'string' ? reason : expect.stringMatching(reason)
    expect(rij).toEqual({ afgekeurd: expected })
  })
})

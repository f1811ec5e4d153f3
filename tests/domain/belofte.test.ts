import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asAfterChange } from '../../functions/domain/behandeling/geschiedenis.ts'
import { changeStatus } from '../../functions/domain/behandeling/status.ts'
import { findSignaal, promiseDatum } from '../../functions/domain/belofte.ts'
import { addDagen } from '../../functions/domain/dag.ts'
import { dueDate, signaalOf, signaalOfDatum } from '../../functions/domain/deadline.ts'
import { openWerkdagen } from '../../functions/domain/feestdagen.ts'
import { startMelding } from '../../functions/domain/melding.ts'
import { toBehandeling, toKop, toMelding } from '../../functions/domain/meldingBeeld.ts'
import { toOpvolging } from '../../functions/domain/opvolgingBeeld.ts'
import type { GemeenteFeiten, MeldingRecord } from '../../functions/domain/ports.ts'

const categorie = (code: string, aantal: number, eenheid: 'werkdagen' | 'dagen') => ({
  code,
  naam: code,
  groep: { code: 'g', naam: 'G' },
  omschrijving: '',
  openbaar: true,
  termijn: { aantal, eenheid },
})
const isWerkdag = openWerkdagen({
  bevrijdingsdag: 'nee',
  goedeVrijdag: false,
  sluitingsdagen: ['2026-12-24'],
})
const gemeente = {
  categorieen: [
    categorie('lamp', 5, 'werkdagen'),
    categorie('gladheid', 1, 'dagen'),
    categorie('boom', 20, 'werkdagen'),
  ],
  isWerkdag,
  signaalgrenzen: { bijna: 0.8, veelTeLaat: 3 },
  findKern: () => ({ soort: 'binnen', kern: 'schoorl' }),
} as unknown as GemeenteFeiten

describe('the promised date', () => {
  it.each([
    ['lamp', '2026-11-24T09:00:00Z', '2026-12-01', 'five working days after a Tuesday'],
    ['lamp', '2026-11-27T23:30:00Z', '2026-12-04', 'after midnight in Amsterdam it came in on Saturday'],
    ['gladheid', '2026-11-28T08:00:00Z', '2026-11-29', 'one day, also on a Sunday'],
    ['lamp', '2026-12-18T09:00:00Z', '2026-12-29', 'no Christmas, no closing day of the gemeente'],
    ['ufo', '2026-11-23T09:00:00Z', '2026-12-21', 'a categorie that is gone: the longest term there is'],
  ])('of %s at %s is %s: %s', (code, vanaf, expected) => {
    expect(promiseDatum(code, vanaf, gemeente)).toBe(expected)
  })
})

const start = (op = '2026-11-24T09:00:00.000Z'): MeldingRecord =>
  startMelding(
    {
      categorie: 'lamp',
      omschrijving: 'De lamp is stuk.',
      geometrie: { type: 'Point', coordinates: [4.7, 52.67] },
    },
    { kern: 'schoorl', herkomst: 'binnen', afstandMeter: 0 },
    { nummer: 'M-0000-0001', volgcode: 'geheim', op },
    gemeente,
  )
type Change = Parameters<typeof changeStatus>[1]
const change = (melding: MeldingRecord, op: string, to: Change, sleutel?: string): MeldingRecord =>
  changeStatus(melding, to, { op, door: 'Noor', ...(sleutel && { sleutel }) }, gemeente)

describe('a melding', () => {
  const closed = change(
    start(),
    '2026-12-10T10:00:00.000Z',
    { status: 'gesloten', reden: 'opgelost' },
    'sluiten',
  )
  const reopened = change(closed, '2026-12-14T10:00:00.000Z', { status: 'in-behandeling' }, 'heropenen')

  it('has its date from the start, and the first line of its history says so', () => {
    expect(start().streefDatum).toBe('2026-12-01')
    expect(start().geschiedenis[0]).toMatchObject({ status: 'ontvangen', streefDatum: '2026-12-01' })
  })

  it('keeps its date through every change but opening again', () => {
    const planned = change(start(), '2026-11-25T10:00:00.000Z', {
      status: 'gepland',
      geplandeDatum: '2027-01-15',
    })
    expect([planned.streefDatum, closed.streefDatum]).toEqual(['2026-12-01', '2026-12-01'])
    expect(closed.geschiedenis.at(-1)).not.toHaveProperty('streefDatum')
  })

  it('gets a new term when it opens again, and the history says when and which', () => {
    expect(reopened.streefDatum).toBe('2026-12-21')
    expect(reopened.geschiedenis.map(({ streefDatum }) => streefDatum)).toEqual([
      '2026-12-01',
      undefined,
      '2026-12-21',
    ])
  })

  it('shows a retry the date of then', () => {
    expect(asAfterChange(reopened, 'sluiten')?.streefDatum).toBe('2026-12-01')
    expect(asAfterChange(reopened, 'heropenen')).toEqual(reopened)
  })

  it('tells everybody, the reporter and the coördinator the same date', () => {
    const klok = { gemeente, now: () => new Date('2026-12-02T10:00:00Z') }
    expect(toMelding(start()).streefDatum).toBe('2026-12-01')
    const seen = toOpvolging(
      reopened,
      { heeftContact: false, aantalVolgers: 0, fotos: [] },
      reopened.gewijzigdOp,
      gemeente,
    )
    expect(seen.geschiedenis.at(-1)?.streefDatum).toBe('2026-12-21')
    const row = { ...start(), kop: toKop('De lamp is stuk.') }
    expect(toBehandeling(row, klok)).toMatchObject({ streefDatum: '2026-12-01', signaal: 'te-laat' })
    expect(toBehandeling({ ...row, status: 'gesloten' }, klok)).not.toHaveProperty('signaal')
  })
})

describe('the signal of a melding in a list', () => {
  it.each([
    ['2026-11-24T12:00:00Z', 'op-tijd', 'the day it came in'],
    ['2026-11-30T12:00:00Z', 'bijna', 'the fourth of five working days'],
    ['2026-12-01T22:59:00Z', 'bijna', 'the last minute of its last day'],
    ['2026-12-01T23:00:00Z', 'te-laat', 'midnight in Amsterdam'],
    ['2026-12-15T12:00:00Z', 'veel-te-laat', 'three times its term'],
  ])('at %s is %s: %s', (now, expected) => {
    expect(findSignaal({ categorie: 'lamp', streefDatum: '2026-12-01' }, now, gemeente)).toBe(expected)
  })

  it('without a categorie says only whether it is late', () => {
    const gone = { categorie: 'ufo', streefDatum: '2026-12-01' }
    expect(findSignaal(gone, '2026-12-01T12:00:00Z', gemeente)).toBe('op-tijd')
    expect(findSignaal(gone, '2026-12-02T12:00:00Z', gemeente)).toBe('te-laat')
  })

  it('is that of the whole term, though only its last day is known', () => {
    const termijn = fc.record({
      aantal: fc.integer({ min: 1, max: 40 }),
      eenheid: fc.constantFrom('werkdagen' as const, 'dagen' as const),
    })
    fc.assert(
      fc.property(
        termijn,
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 150 }),
        (term, day, later) => {
          const from = `${addDagen('2026-01-01', day)}T10:00:00Z`
          const now = `${addDagen('2026-01-01', day + later)}T10:00:00Z`
          const looptijd = { from, termijn: term, pauzes: [] }
          const grenzen = gemeente.signaalgrenzen
          expect(signaalOfDatum(dueDate(looptijd, isWerkdag), term, isWerkdag, now, grenzen)).toBe(
            signaalOf(looptijd, isWerkdag, now, grenzen),
          )
        },
      ),
    )
  })
})

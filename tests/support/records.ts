/** Builders of records as the domain knows them. Overrides win; numbers and places follow from `n`. */

import { toNummer } from '../../functions/domain/nummer.ts'
import type {
  InitiatiefRecord,
  MeldingRecord,
  Stores,
  VerdelingRecord,
} from '../../functions/domain/ports.ts'

const bits = (n: number): Uint8Array => Uint8Array.from([0, n >>> 24, n >>> 16, n >>> 8, n])

export const nummerOf = (soort: 'M' | 'I', n: number): string => toNummer(soort, bits(n))

/** One minute after the other from 1 January 2026. */
export const instantOf = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()

export const makeMelding = (n: number, overrides: Partial<MeldingRecord> = {}): MeldingRecord => {
  const op = overrides.geregistreerdOp ?? instantOf(n)
  return {
    nummer: nummerOf('M', n),
    categorie: 'straatverlichting',
    omschrijving: `De lantaarn brandt niet (${n}).`,
    positie: [4.7 + (n % 10) / 1000, 52.67],
    kern: 'schoorl',
    kernHerkomst: 'binnen',
    status: 'ontvangen',
    versie: 1,
    geregistreerdOp: op,
    gewijzigdOp: op,
    streefDatum: '2026-01-15',
    geschiedenis: [{ status: 'ontvangen', op, streefDatum: '2026-01-15' }],
    volgcode: `volgcode-${n}`,
    ...overrides,
  }
}

/** Stores meldingen number `first` and on, each with what `spread` says of its number. */
export const addMeldingen = async (
  { meldingen }: Pick<Stores, 'meldingen'>,
  spread: (n: number) => Partial<MeldingRecord>,
  count: number,
  first = 0,
): Promise<MeldingRecord[]> => {
  const made = Array.from({ length: count }, (_, i) => makeMelding(first + i, spread(first + i)))
  await Promise.all(made.map((melding) => meldingen.add(melding)))
  return made
}

/** The next version of a melding, as a coördinator would make it. */
export const changeMelding = (melding: MeldingRecord, overrides: Partial<MeldingRecord>): MeldingRecord => {
  const versie = melding.versie + 1
  const op = overrides.gewijzigdOp ?? instantOf(10_000 + versie)
  const status = overrides.status ?? melding.status
  const geschiedenis = [...melding.geschiedenis, { status, op, door: 'Coördinator' }]
  return { ...melding, gewijzigdOp: op, geschiedenis, ...overrides, versie }
}

export const makeInitiatief = (n: number, overrides: Partial<InitiatiefRecord> = {}): InitiatiefRecord => ({
  nummer: nummerOf('I', n),
  titel: `Pluktuin ${n}`,
  omschrijving: 'Een tuin waar iedereen mag oogsten.',
  hulp: ['geld', 'ruimte'],
  kern: 'schoorl',
  kernHerkomst: 'binnen',
  status: 'ingediend',
  geregistreerdOp: instantOf(n),
  positie: [4.7, 52.67],
  versie: 1,
  ...overrides,
})

export const makeVerdeling = (
  overrides: Partial<Omit<VerdelingRecord, 'versie'>> = {},
): Omit<VerdelingRecord, 'versie'> => ({
  jaar: 2026,
  status: 'concept',
  vraag: {
    methode: 'naar-rato',
    totaalCenten: 100,
    eenheidCenten: 1,
    gewicht: 'inwoners',
    kernen: [{ kern: 'schoorl', inwoners: 10 }],
  },
  antwoord: {
    methode: 'naar-rato',
    methodeVersie: 1,
    totaalCenten: 100,
    aandelen: [{ kern: 'schoorl', naam: 'Schoorl', bedragCenten: 100, exact: '100', uitleg: 'Alles.' }],
    onverdeeldCenten: 0,
  },
  bevolking: [{ kern: 'schoorl', inwoners: 10, peildatum: '2026-01-01', bron: 'CBS' }],
  hash: 'a'.repeat(64),
  voorgesteldDoor: 'Financiën',
  voorgesteldOp: instantOf(0),
  voorstellerId: 'financien-1',
  ...overrides,
})

/** Facts of the methods that bound, phase in, cut or redistribute amounts, and of method versions. */
import { describe, expect, it } from 'vitest'
import { type BerekenVraag, methoden } from '../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'
import { amounts, compute, refusal, sentence, withInwoners } from '../support/askWijkbudget.ts'
import { perKern } from '../support/budgetCases.ts'

describe('floor and cap', () => {
  it('leave undistributed what does not fit under the caps', () => {
    const antwoord = compute({
      methode: 'naar-rato-met-grenzen',
      totaalCenten: 1000,
      bovengrensCenten: 300,
      kernen: withInwoners(5, 2, 0),
    })
    expect(perKern(antwoord)).toEqual({ a: 300, b: 300, c: 0 })
    expect(antwoord.onverdeeldCenten).toBe(400)
  })

  it('work at once: raising a small kern lowers the others, also those that were near the cap', () => {
    const vraag = {
      methode: 'naar-rato-met-grenzen',
      totaalCenten: 1000,
      ondergrensCenten: 200,
      bovengrensCenten: 500,
      kernen: withInwoners(60, 30, 10),
    }
    expect(amounts(vraag)).toEqual([500, 300, 200])
    expect(sentence(vraag, 1)).toBe(
      'b heeft 30 van de 100 inwoners en krijgt € 3,00, per inwoner evenveel als elke kern tussen de grenzen.',
    )
    expect(sentence(vraag, 2)).toBe(
      'c heeft 10 van de 100 inwoners en krijgt de ondergrens van € 2,00, want het deel naar inwoners is niet hoger.',
    )
  })
})

describe('floor and cap that are just what naar rato gives', () => {
  it('name the floor, not the cap', () => {
    const vraag = { methode: 'naar-rato-met-grenzen', totaalCenten: 400, kernen: withInwoners(3, 1) }
    const grenzen = (bounds: object) => compute({ ...vraag, ...bounds }).aandelen.map(({ grens }) => grens)
    expect(grenzen({ ondergrensCenten: 100 })).toEqual([undefined, 'ondergrens'])
    expect(grenzen({ bovengrensCenten: 300 })).toEqual([undefined, undefined])
  })
})

describe('phase-in', () => {
  const vraag = {
    methode: 'ingroei-lineair',
    jaar: 1,
    jaren: 2,
    oudCenten: { a: 100, b: 0 },
    nieuwCenten: { a: 0, b: 100 },
  }

  it('needs no list of kernen', () => {
    expect(perKern(compute(vraag))).toEqual({ a: 50, b: 50 })
    expect(sentence(vraag)).toBe('a krijgt in jaar 1 van 2 € 0,50, op weg van € 1,00 naar € 0,00.')
  })

  it('moves the total along when old and new differ', () => {
    expect(compute({ ...vraag, nieuwCenten: { a: 0, b: 201 } }).totaalCenten).toBe(151)
  })

  it('refuses a kern without amount and an amount without kern', () => {
    expect(() => compute({ ...vraag, oudCenten: { a: 1 } })).toThrow(
      refusal('/oudCenten', 'bedrag-ontbreekt'),
    )
    expect(() => compute({ ...vraag, kernen: [{ kern: 'a' }] })).toThrow(
      refusal('/oudCenten', 'kern-onbekend'),
    )
  })

  it('with a limit refuses totals that differ, because gains cannot equal losses then', () => {
    const begrensd = {
      methode: 'ingroei-begrensd',
      grensPerInwonerCenten: 50,
      kernen: withInwoners(1, 1),
      oudCenten: { a: 1, b: 1 },
      nieuwCenten: { a: 1, b: 2 },
    }
    expect(() => compute(begrensd)).toThrow(refusal('/nieuwCenten', 'totalen-verschillen'))
  })

  it('with a limit that nobody reaches gives the new amounts', () => {
    const begrensd = {
      methode: 'ingroei-begrensd',
      grensPerInwonerCenten: '100',
      kernen: withInwoners(1, 1),
      oudCenten: { a: 100, b: 0 },
      nieuwCenten: { a: 0, b: 100 },
    }
    expect(amounts(begrensd)).toEqual([0, 100])
  })
})

describe('a ceiling', () => {
  const vraag = { methode: 'korten-naar-rato', formuleCenten: { a: 100, b: 50 } }

  it('cuts all formulas by the same part when they exceed it', () => {
    expect(perKern(compute({ ...vraag, plafondCenten: 100 }))).toEqual({ a: 67, b: 33 })
    expect(sentence({ ...vraag, plafondCenten: 100 })).toBe(
      'a krijgt € 0,67 in plaats van € 1,00, want alles samen (€ 1,50) past niet onder het plafond van € 1,00.',
    )
  })

  it('that is just reached cuts and rounds nothing', () => {
    expect(perKern(compute({ ...vraag, plafondCenten: 150, eenheidCenten: 100 }))).toEqual(
      vraag.formuleCenten,
    )
  })

  it('that is not reached leaves the room undistributed', () => {
    const antwoord = compute({ ...vraag, plafondCenten: 200 })
    expect(perKern(antwoord)).toEqual(vraag.formuleCenten)
    expect(antwoord.onverdeeldCenten).toBe(50)
  })
})

describe('onderbesteding', () => {
  const kern = (name: string, toegekendCenten: number, verplichtCenten: number, openAanvraagCenten = 0) => ({
    kern: name,
    toegekendCenten,
    verplichtCenten,
    openAanvraagCenten,
  })

  it('divides the pot in proportion to what is still asked', () => {
    const antwoord = compute({
      methode: 'onderbesteding',
      kernen: [kern('a', 1000, 400), kern('b', 500, 500, 500), kern('c', 500, 500, 300)],
    })
    expect(antwoord).toMatchObject({ potCenten: 600, totaalCenten: 600, onverdeeldCenten: 0 })
    expect(perKern(antwoord)).toEqual({ a: 0, b: 375, c: 225 })
  })

  it('lets a kern use its own room before the pot', () => {
    const vraag = {
      methode: 'onderbesteding',
      kernen: [kern('a', 100, 20, 50), kern('b', 100, 90, 30), kern('c', 100, 120)],
    }
    expect(compute(vraag)).toMatchObject({ potCenten: 30, onverdeeldCenten: 10 })
    expect(amounts(vraag)).toEqual([0, 20, 0])
    expect(sentence(vraag)).toBe('a heeft nog € 0,80, vraagt € 0,50 en legt € 0,30 in de pot.')
    expect(sentence(vraag, 1)).toBe(
      'b vraagt € 0,30, heeft zelf nog € 0,10 en krijgt € 0,20 extra uit de pot van € 0,30.',
    )
  })
})

describe('versions', () => {
  it.each([...methoden])('of %s start at 1', (methode) => {
    const vraag = { methode } as BerekenVraag
    expect(() => computeVerdeling(vraag, 0)).toThrow(`Van methode ${methode} bestaat geen versie 0.`)
  })

  it('are named in the answer and can be asked for', () => {
    const vraag = { methode: 'gelijk', totaalCenten: 1, aantal: 1 }
    expect(compute(vraag, 1)).toEqual(compute(vraag))
    expect(compute(vraag).methodeVersie).toBe(1)
    expect(() => compute(vraag, 2)).toThrow(refusal('/methode', 'versie-onbekend'))
  })
})

import { describe, expect, it } from 'vitest'
import type { Kern } from '../../functions/contract/kern.ts'
import type { GemeenteFeiten, VerdelingRecord } from '../../functions/domain/ports.ts'
import {
  adoptVerdeling,
  asProposed,
  checkKernen,
  findGeldende,
  freezeBevolking,
  withKernen,
} from '../../functions/domain/verdeling.ts'

const kernen = [
  { code: 'a', naam: 'Adorp', inwoners: 10, peildatum: '2024-01-01', inwonersBron: 'CBS' },
  { code: 'b', naam: 'Bdorp', inwoners: 0, peildatum: '2024-01-01', inwonersBron: 'CBS' },
] as Kern[]
const gemeente = { naam: 'Proefstad', kernen } as unknown as GemeenteFeiten
const besluit = { orgaan: 'College', besluitnummer: '1', besluitDatum: '2026-04-07' }
const wim = { medewerker: { id: 'wim', naam: 'Wim' }, op: '2026-04-07T10:00:00.000Z' }

const record = (versie: number, overrides: Partial<VerdelingRecord> = {}) =>
  ({
    jaar: 2026,
    versie,
    status: 'concept',
    voorstellerId: 'fatima',
    vraag: { methode: 'naar-rato' },
    ...overrides,
  }) as VerdelingRecord

describe('the kernen of a proposal', () => {
  it('are those of the gemeente when none are given', () => {
    expect(withKernen({ methode: 'gelijk' }, gemeente)).toEqual({
      methode: 'gelijk',
      kernen: [
        { kern: 'a', naam: 'Adorp', inwoners: 10 },
        { kern: 'b', naam: 'Bdorp', inwoners: 0 },
      ],
    })
  })

  it('are each of the gemeente, and no other', () => {
    expect(checkKernen([{ kern: 'b' }, { kern: 'a' }], gemeente, '/kernen')).toEqual([])
    expect(checkKernen([{ kern: 'a' }, { kern: 'x' }], gemeente, '/kernen')).toEqual([
      { pointer: '/kernen/1/kern', code: 'onbekende-kern', detail: '“x” is geen kern van Proefstad.' },
      { pointer: '/kernen', code: 'kern-ontbreekt', detail: 'Elke kern hoort erin. Nu ontbreekt: Bdorp.' },
    ])
  })

  it('keep zero inhabitants as zero, and name a figure that is not the gemeente’s', () => {
    const vraag = { methode: 'gelijk', kernen: [{ kern: 'a', inwoners: 12 }, { kern: 'b' }] } as never
    expect(freezeBevolking(vraag, kernen, '2026-04-07')).toEqual([
      { kern: 'a', inwoners: 12, peildatum: '2026-04-07', bron: 'opgave bij het voorstel' },
      { kern: 'b', inwoners: 0, peildatum: '2024-01-01', bron: 'CBS' },
    ])
  })
})

describe('adopting', () => {
  const adopted = record(2, { status: 'vastgesteld' })

  it.each<[string, VerdelingRecord[], number, string]>([
    ['a version that is not there', [record(1)], 2, 'niet-gevonden'],
    ['an own proposal', [record(1, { voorstellerId: 'wim' })], 1, 'vier-ogen'],
    [
      'an own proposal that was adopted',
      [record(1, { voorstellerId: 'wim', status: 'vastgesteld' })],
      1,
      'vier-ogen',
    ],
    ['an own old proposal', [record(1, { voorstellerId: 'wim' }), adopted], 1, 'vier-ogen'],
    ['what was adopted', [adopted], 2, 'al-vastgesteld'],
    ['something older than what is in force', [record(1), adopted], 1, 'versie-verouderd'],
  ])('refuses %s', (_name, verdelingen, versie, code) => {
    expect(() => adoptVerdeling(verdelingen, versie, besluit, wim)).toThrowError(
      expect.objectContaining({ code }),
    )
  })

  it('records body, number, date, person and moment, and changes nothing else', () => {
    const result = adoptVerdeling([adopted, record(3, { toelichting: 'x' })], 3, besluit, wim)
    expect(result).toMatchObject({
      toelichting: 'x',
      status: 'vastgesteld',
      vaststellerId: 'wim',
      vaststelling: { ...besluit, vastgesteldDoor: 'Wim', vastgesteldOp: wim.op },
    })
    expect(asProposed(result)).toEqual(record(3, { toelichting: 'x' }))
  })

  it('puts the highest adopted version in force', () => {
    expect(findGeldende([record(1, { status: 'vastgesteld' }), adopted, record(3)])?.versie).toBe(2)
    expect(findGeldende([record(1)])).toBeUndefined()
  })

  it('never puts a redistribution in force, and adopts one also after a newer verdeling', () => {
    const vraag = { methode: 'onderbesteding' } as VerdelingRecord['vraag']
    const moved = adoptVerdeling([record(1, { vraag }), adopted], 1, besluit, wim)
    expect(findGeldende([moved, record(3, { status: 'vastgesteld', vraag })])).toBeUndefined()
  })

  it('is refused when the inhabitants differ from the control total, with both in the sentence', () => {
    const controle = { som: 23_381, controletotaal: 23_981, verschil: -600 }
    expect(() => adoptVerdeling([record(1, { controle })], 1, besluit, wim)).toThrowError(
      expect.objectContaining({
        code: 'controletotaal-wijkt-af',
        message: expect.stringMatching(/23\.381.*23\.981.*600/),
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ontwerp } from '../../functions/contract/kernindeling.ts'
import { Problem } from '../../functions/contract/problem.ts'
import { checkOntwerp, checkVolledig } from '../../functions/domain/kernindeling/controle.ts'
import {
  countKern,
  divideNaarRato,
  estimateBuurten,
  inwonersOf,
} from '../../functions/domain/kernindeling/inwoners.ts'
import {
  adoptKernindeling,
  changeKernindeling,
  draftKernindeling,
  findGeldendeIndeling,
  proposeKernindeling,
} from '../../functions/domain/kernindeling/versies.ts'
import {
  buurten,
  indelingen,
  makeOntwerp,
  makeRecord,
  moveBuurten,
  ringSnede,
  welbergBuurt,
  withoutWelberg,
  withSnede,
} from '../support/ontwerpen.ts'

const bekend = { gemeente: 'Steenbergen', maxKernen: 6, buurten }
const dag = '2026-11-22'
const codesOf = (errors: { code: string }[]) => errors.map(({ code }) => code)
const check = (ontwerp: Ontwerp) => [...checkOntwerp(ontwerp, bekend), ...checkVolledig(ontwerp, bekend, dag)]

const kern = (code: string, buurtcodes: string[] = []) => ({ code, naam: code, buurtcodes })
const [eerste] = makeOntwerp().kernen
if (!eerste) throw new Error('Steenbergen has kernen.')

describe('a draft', () => {
  test.each<[string, Ontwerp, string[]]>([
    ['of the kernen there are is right', makeOntwerp(), []],
    ['without Welberg is right', withoutWelberg(), []],
    ['that cuts a buurt over two kernen is right', withSnede(), []],
    ['that leaves a buurt out by name is right', moveOut(welbergBuurt), ['kern-leeg']],
    ['has one kern too many', addKern(kern('zevende')), ['te-veel-kernen', 'kern-leeg']],
    [
      'has two kernen with one code',
      { ...makeOntwerp(), kernen: makeOntwerp().kernen.map((each) => ({ ...each, code: 'kern' })) },
      ['dubbel', 'dubbel', 'dubbel', 'dubbel', 'dubbel'],
    ],
    ['names a buurt of another gemeente', addBuurt('BU03730101'), ['onbekende-buurt']],
    ['has a buurt in two kernen', addBuurt(welbergBuurt), ['dubbel']],
    ['forgets a buurt', moveBuurten(makeOntwerp(), ['BU08510004']), ['buurt-ontbreekt']],
    ['cuts a buurt that a kern has whole', { ...makeOntwerp(), sneden: [ringSnede] }, ['dubbel']],
    ['cuts a buurt twice', { ...withSnede(), sneden: [ringSnede, ringSnede] }, ['dubbel']],
    [
      'has one kern on both sides of a line',
      withSnede({ ...ringSnede, rechts: 'kruisland' }),
      ['zelfde-kern'],
    ],
    ['has an unknown kern beside a line', withSnede({ ...ringSnede, links: 'atlantis' }), ['onbekende-kern']],
    ['has no kern', makeOntwerp({ kernen: [] }), ['buurt-ontbreekt', 'kern-ontbreekt']],
    ['holds from yesterday', makeOntwerp({ geldigVanafDatum: '2026-11-21' }), ['voorbij']],
    ['holds from today, which is right', makeOntwerp({ geldigVanafDatum: dag }), []],
  ])('%s', (_name, ontwerp, errors) => expect(codesOf(check(ontwerp))).toEqual(errors))

  test('may be half done, but not say two things about one buurt', () => {
    const half = moveBuurten(makeOntwerp({ geldigVanafDatum: '2020-01-01' }), [welbergBuurt])
    expect(checkOntwerp(half, bekend)).toEqual([])
    expect(checkOntwerp(addBuurt(welbergBuurt), bekend)[0]?.detail).toBe(
      'De buurt Welberg staat er twee keer in: bij Steenbergen en bij Welberg.',
    )
  })

  test('says with both numbers that a ninth kern is one too many', () => {
    const nine = makeOntwerp({ kernen: Array.from({ length: 9 }, (_, n) => kern(`kern-${n}`)) })
    expect(checkOntwerp(nine, { ...bekend, gemeente: 'Bergen (NH.)', maxKernen: 8 })[0]?.detail).toBe(
      'Bergen (NH.) heeft hoogstens 8 kernen; dit zijn er 9.',
    )
  })
})

describe('a version', () => {
  const sanne = { medewerker: { id: 'sanne', naam: 'Sanne' }, op: '2026-11-22T09:00:00.000Z' }
  const wim = { medewerker: { id: 'wim', naam: 'Wim' }, op: '2026-11-22T10:00:00.000Z' }
  const besluit = { rev: 2, orgaan: 'College', besluitnummer: 'B-1', besluitDatum: dag }
  const draft = { ...draftKernindeling(withoutWelberg(), bekend, sanne), versie: 2 }
  const proposed = proposeKernindeling(draft, 1, bekend, sanne, dag)
  const adopt = (records = [indelingen.eerste, proposed], by = wim, day = dag) =>
    adoptKernindeling(records, 2, besluit, bekend, by, day)
  const adopted = adopt()
  const codeOf = (work: () => unknown): string => {
    try {
      work()
      return 'done'
    } catch (error) {
      return error instanceof Problem ? error.code : String(error)
    }
  }

  test('is drafted and proposed by one person and adopted by another', () => {
    expect([draft.status, proposed.status, adopted.status]).toEqual(['concept', 'voorgesteld', 'vastgesteld'])
    expect([draft.rev, proposed.rev, adopted.rev]).toEqual([1, 2, 3])
    expect(codeOf(() => adopt(undefined, sanne))).toBe('vier-ogen')
  })

  test('that was adopted never changes', () => {
    expect(codeOf(() => changeKernindeling(adopted, { ...withoutWelberg(), rev: 3 }, bekend, sanne))).toBe(
      'al-vastgesteld',
    )
    expect(codeOf(() => proposeKernindeling(adopted, 3, bekend, sanne, dag))).toBe('al-vastgesteld')
    expect(codeOf(() => adopt([indelingen.eerste, adopted]))).toBe('al-vastgesteld')
    expect(
      codeOf(() => changeKernindeling(indelingen.eerste, { ...makeOntwerp(), rev: 1 }, bekend, sanne)),
    ).toBe('al-vastgesteld')
  })

  test('that is changed after its proposal must be proposed again', () => {
    const changed = changeKernindeling(proposed, { ...makeOntwerp(), rev: 2 }, bekend, wim)
    expect(changed).toMatchObject({ status: 'concept', rev: 3, gewijzigdDoor: 'Wim' })
    expect(changed.voorstellerId).toBeUndefined()
    expect(codeOf(() => adoptKernindeling([changed], 2, { ...besluit, rev: 3 }, bekend, wim, dag))).toBe(
      'overgang-niet-toegestaan',
    )
  })

  test('refuses a second writer, who hears who was first', () => {
    expect(() => changeKernindeling(proposed, { ...makeOntwerp(), rev: 1 }, bekend, wim)).toThrow(
      'U keek naar wijziging 1 van versie 2, maar Sanne heeft intussen wijziging 2 bewaard.',
    )
  })

  test('is refused when its day went by while it waited, or another holds from that day', () => {
    expect(codeOf(() => adopt(undefined, wim, '2026-12-02'))).toBe('ongeldige-invoer')
    const other = makeRecord({ versie: 3, status: 'vastgesteld' })
    expect(() => adopt([indelingen.eerste, proposed, other])).toThrow(
      'Vanaf 2026-12-01 geldt al een andere vastgestelde indeling.',
    )
  })

  test('is in force from its day on, whatever the order of adoption', () => {
    const later = makeRecord({ versie: 2, status: 'vastgesteld', geldigVanafDatum: '2027-01-01' })
    const sooner = makeRecord({ versie: 3, status: 'vastgesteld', geldigVanafDatum: '2026-12-01' })
    const concept = makeRecord({ versie: 4, geldigVanafDatum: '2026-11-01' })
    const onDay = (day: string) =>
      findGeldendeIndeling([indelingen.eerste, later, sooner, concept], day).versie
    expect([onDay('2026-11-30'), onDay('2026-12-01'), onDay('2026-12-31'), onDay('2027-01-01')]).toEqual([
      1, 3, 3, 2,
    ])
  })

  test('is never replaced by files of a later day: version 1 is the beginning', () => {
    const file = { ...indelingen.eerste, geldigVanafDatum: '2028-01-01' }
    const adoptedOnce = makeRecord({ status: 'vastgesteld', geldigVanafDatum: '2026-12-01' })
    expect(findGeldendeIndeling([file, adoptedOnce], '2028-06-01').versie).toBe(2)
    expect(findGeldendeIndeling([file], '2026-06-01').versie).toBe(1)
  })
})

describe('inwoners', () => {
  test('come out as they went in, in the ratio of the weights', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (aantal, gewichten) => {
          const parts = divideNaarRato(aantal, gewichten)
          const sum = gewichten.reduce((total, gewicht) => total + gewicht, 0)
          expect(parts.reduce((total, part) => total + part, 0)).toBe(aantal)
          if (sum > 1e-6)
            for (const [i, part] of parts.entries())
              expect(Math.abs(part - (aantal * gewichten[i]!) / sum)).toBeLessThan(1.001)
        },
      ),
    )
    expect(divideNaarRato(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(divideNaarRato(7, [0, 0])).toEqual([7, 0])
  })

  test('of a buurt are those of CBS, else the rest of its kern by area, and it says which', () => {
    const dorp = {
      naam: 'Dorp',
      inwoners: 1000,
      inwonersBron: 'CBS',
      inwonersMethode: 'WK',
      buurtcodes: ['a', 'b', 'c'],
    }
    const figures = estimateBuurten(
      [dorp],
      [
        { code: 'a', inwoners: 700, oppervlakteHa: 10 },
        { code: 'b', inwoners: null, oppervlakteHa: 200 },
        { code: 'c', inwoners: null, oppervlakteHa: 100 },
      ],
    )
    expect(figures.get('a')).toEqual({ inwoners: 700, geschat: false, inwonersMethode: 'CBS' })
    expect(figures.get('b')).toEqual({
      inwoners: 200,
      geschat: true,
      inwonersMethode: 'geschat naar oppervlakte, uit de 1.000 inwoners van Dorp',
    })
    expect(figures.get('c')?.inwoners).toBe(100)
  })

  test.each([
    ['ontbreekt', undefined],
    ['CBS, onvolledig', undefined],
    ['CBS', 0],
    ['schatting', 0],
  ])('of a kern whose source is %j are %j when it says 0', (inwonersBron, known) => {
    expect(inwonersOf({ inwoners: 0, inwonersBron })).toBe(known)
  })

  test('of a buurt without a figure are unknown, and a kern drawn of such buurten has none', () => {
    const dorp = { naam: 'Dorp', inwonersMethode: 'som', buurtcodes: ['a', 'b', 'c'] }
    const measured = [
      { code: 'a', inwoners: 700, oppervlakteHa: 10 },
      { code: 'b', inwoners: null, oppervlakteHa: 200 },
      { code: 'c', inwoners: null, oppervlakteHa: 100 },
    ]
    const figures = estimateBuurten([{ ...dorp, inwoners: 700, inwonersBron: 'CBS, onvolledig' }], measured)
    expect([...figures.values()].map(({ onbekend }) => onbekend)).toEqual([undefined, true, true])
    const known = measured.map(({ code }) => ({ code, ...figures.get(code)! }))
    const drawn = (buurtcodes: string[], cut: Parameters<typeof countKern>[2] = []) =>
      countKern(kern('nieuw', buurtcodes), known, cut, () => undefined, '2024-01-01')
    expect(drawn(['a'])).toMatchObject({ inwoners: 700, inwonersBron: 'CBS' })
    expect(drawn(['a', 'b'])).toMatchObject({
      inwoners: 700,
      inwonersBron: 'CBS, onvolledig',
      inwonersMethode: 'som van 2 buurten, van 1 is er geen cijfer',
    })
    const half = { buurtcode: 'c', links: 'nieuw', rechts: 'oud', aandelen: [0.5, 0.5] } as const
    expect(drawn(['b'], [half])).toMatchObject({ inwoners: 0, inwonersBron: 'ontbreekt' })
  })

  test('of all buurten of the three gemeenten add up to those of their kernen', () => {
    const total = buurten.reduce((sum, { inwoners }) => sum + inwoners, 0)
    expect(total).toBe(24_465)
  })

  const count = (ontwerp: Ontwerp, code: string, aandelen: [number, number] = [0.5, 0.5]) =>
    countKern(
      ontwerp.kernen.find((each) => each.code === code)!,
      buurten,
      ontwerp.sneden.map((snede) => ({ ...snede, aandelen })),
      (codes) => (codes.length === 1 && codes[0] === welbergBuurt ? known : undefined),
      '2024-01-01',
    )
  const known = {
    inwoners: 1366,
    peildatum: '2024-01-01',
    inwonersBron: 'schatting',
    inwonersMethode: 'telling',
  }

  test('of a kern that stays as it was stay what they were, with their source', () => {
    expect(count(makeOntwerp(), 'welberg')).toEqual(known)
  })

  test('of both parts of a cut buurt are all its people', () => {
    const whole = buurten.find(({ code }) => code === ringSnede.buurtcode)?.inwoners ?? 0
    const cut = withSnede()
    const without = withSnede()
    without.sneden = []
    const gained = (code: string, aandelen: [number, number]) =>
      count(cut, code, aandelen).inwoners - count(without, code).inwoners
    for (const share of [0.5, 0.333, 0.999999, 1e-9])
      expect(gained('kruisland', [share, 1 - share]) + gained('steenbergen', [share, 1 - share])).toBe(whole)
    expect(count(cut, 'kruisland').inwonersMethode).toBe(
      'som van 1 buurt, 1 geschat, 1 gesneden buurt naar oppervlakte',
    )
  })

  test('that the gemeente states itself go before every estimate', () => {
    const ontwerp = withoutWelberg()
    const opgave = { inwoners: 13_400, peildatum: '2026-01-01', bron: 'BRP' }
    ontwerp.kernen[0] = { ...ontwerp.kernen[0]!, opgave }
    expect(count(ontwerp, 'steenbergen')).toEqual({
      inwoners: 13_400,
      peildatum: '2026-01-01',
      inwonersBron: 'opgave gemeente',
      inwonersMethode: 'BRP',
    })
  })
})

function addKern(extra: Ontwerp['kernen'][number]): Ontwerp {
  const ontwerp = makeOntwerp()
  return { ...ontwerp, kernen: [...ontwerp.kernen, extra] }
}
function addBuurt(code: string): Ontwerp {
  const ontwerp = makeOntwerp()
  const [first, ...rest] = ontwerp.kernen
  return { ...ontwerp, kernen: [{ ...first!, buurtcodes: [...first!.buurtcodes, code] }, ...rest] }
}
function moveOut(code: string): Ontwerp {
  return { ...moveBuurten(makeOntwerp(), [code]), weggelaten: [code] }
}

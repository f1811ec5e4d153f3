/** Random, valid questions to the wijkbudget engine, with many ties, zeros and whole-unit roundings. */
import fc from 'fast-check'
import type { BerekenVraag } from '../../functions/contract/wijkbudget.ts'

/** Small numbers give ties, large ones give sizes of real kernen. */
const inwoners = fc.oneof(fc.nat(9), fc.nat(30_000))
const eenheidCenten = fc.constantFrom(1, 1, 7, 100, 10_000)
/** From nothing through real budgets to the highest total there is. */
export const bedrag = fc.oneof(
  fc.nat(50),
  fc.nat(20_000_000),
  fc.maxSafeNat().map((n) => n % 1_000_000_000_000_001),
)

const list = <T extends object>(row: fc.Arbitrary<T>): fc.Arbitrary<(T & { kern: string })[]> =>
  fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => rows.map((r, i) => ({ ...r, kern: `k${i}` })))

/** Kernen of which at least one has inhabitants. */
export const kernen = list(fc.record({ inwoners })).map((rows) =>
  rows.some((row) => row.inwoners > 0) ? rows : rows.map((row) => ({ ...row, inwoners: 1 })),
)

const decimaal = fc.oneof(
  fc.nat(500).map(String),
  fc.nat(99_999).map((n) => `${Math.floor(n / 1000)}.${n % 1000}`),
)

const perKern = (rows: readonly { kern: string }[], amounts: readonly number[]) =>
  Object.fromEntries(rows.map(({ kern }, i) => [kern, amounts[i % amounts.length]!]))

const amounts = fc.array(fc.nat(5_000_000), { minLength: 12, maxLength: 12 })
const common = { gewicht: fc.constant('inwoners' as const), eenheidCenten, kernen }

type Vraag<M extends BerekenVraag['methode']> = Extract<BerekenVraag, { methode: M }>

export const naarRato: fc.Arbitrary<Vraag<'naar-rato'>> = fc.record({
  methode: fc.constant('naar-rato' as const),
  ...common,
  totaalCenten: bedrag,
})

export const basisPlusRest: fc.Arbitrary<Vraag<'basis-plus-rest-naar-rato'>> = fc
  .record({ ...common, rest: bedrag, basisCenten: fc.nat(1_000_000) })
  .map(({ rest, ...vraag }) => ({
    methode: 'basis-plus-rest-naar-rato',
    ...vraag,
    totaalCenten: Math.min(1e15, rest) + vraag.basisCenten * vraag.kernen.length,
  }))

/** Bounds in whole units; floors that fit in the total. */
export const metGrenzen: fc.Arbitrary<Vraag<'naar-rato-met-grenzen'>> = fc
  .record({
    ...common,
    totaalCenten: bedrag,
    ondergrens: fc.nat(1_000_000),
    boven: fc.option(fc.nat(1_000_000)),
  })
  .map(({ ondergrens, boven, ...vraag }) => {
    const eenheden = Math.floor(vraag.totaalCenten / vraag.eenheidCenten / vraag.kernen.length)
    const ondergrensCenten = (ondergrens % (eenheden + 1)) * vraag.eenheidCenten
    return {
      methode: 'naar-rato-met-grenzen',
      ...vraag,
      ondergrensCenten,
      bovengrensCenten:
        boven === null ? null : ondergrensCenten + (boven % (2 * eenheden + 2)) * vraag.eenheidCenten,
    }
  })

export const ingroeiLineair: fc.Arbitrary<Vraag<'ingroei-lineair'>> = fc
  .record({
    eenheidCenten,
    kernen,
    jaren: fc.integer({ min: 1, max: 9 }),
    jaar: fc.nat(9),
    oud: amounts,
    nieuw: amounts,
  })
  .map(({ oud, nieuw, ...vraag }) => ({
    methode: 'ingroei-lineair',
    ...vraag,
    jaar: Math.min(vraag.jaar, vraag.jaren),
    oudCenten: perKern(vraag.kernen, oud),
    nieuwCenten: perKern(vraag.kernen, nieuw),
  }))

/** Old and new have the same total: new is old, handed one kern further. */
export const ingroeiBegrensd: fc.Arbitrary<Vraag<'ingroei-begrensd'>> = fc
  .record({ kernen, grensPerInwonerCenten: decimaal, oud: amounts })
  .map(({ oud, ...vraag }) => {
    const oudCenten = perKern(vraag.kernen, oud)
    const [eerste, ...rest] = vraag.kernen.map(({ kern }) => oudCenten[kern]!)
    return {
      methode: 'ingroei-begrensd',
      eenheidCenten: 1,
      ...vraag,
      oudCenten,
      nieuwCenten: perKern(vraag.kernen, [...rest, eerste!]),
    }
  })

export const korten: fc.Arbitrary<Vraag<'korten-naar-rato'>> = fc
  .record({ eenheidCenten, kernen, plafondCenten: fc.nat(20_000_000), formule: amounts })
  .map(({ formule, ...vraag }) => ({
    methode: 'korten-naar-rato',
    ...vraag,
    formuleCenten: perKern(vraag.kernen, formule),
  }))

const klein = fc.oneof(fc.constant(0), fc.nat(20), fc.nat(900_000))
export const onderbesteding: fc.Arbitrary<Vraag<'onderbesteding'>> = fc.record({
  methode: fc.constant('onderbesteding' as const),
  eenheidCenten,
  kernen: list(fc.record({ toegekendCenten: klein, verplichtCenten: klein, openAanvraagCenten: klein })),
})

const gelijk: fc.Arbitrary<BerekenVraag> = fc.record({
  methode: fc.constant('gelijk' as const),
  eenheidCenten,
  kernen,
  totaalCenten: bedrag,
})

const maatstaven: fc.Arbitrary<BerekenVraag> = fc
  .record({
    eenheidCenten,
    totaalCenten: bedrag,
    pct: fc.nat(100),
    kernen: list(
      fc.record({ inwoners: fc.integer({ min: 1, max: 9999 }), waarden: fc.record({ ha: decimaal }) }),
    ),
  })
  .map(({ pct, ...vraag }) => ({
    methode: 'gewogen-maatstaven',
    ...vraag,
    kernen: vraag.kernen.map((kern, i) => (i === 0 ? { ...kern, waarden: { ha: 2.5 } } : kern)),
    maatstaven: [
      { maatstaf: 'inwoners', aandeelPct: pct },
      { maatstaf: 'ha', aandeelPct: String(100 - pct) },
    ],
  }))

const klassen = [{ totEnMetInwoners: 5 }, { totEnMetInwoners: 1000 }, { totEnMetInwoners: null }]
const formule: fc.Arbitrary<BerekenVraag> = fc
  .record({ ...common, basisCenten: fc.nat(900_000), perInwonerCenten: decimaal, welke: fc.nat(3) })
  .map(({ welke, basisCenten, perInwonerCenten, ...vraag }): BerekenVraag => {
    if (welke === 0) return { methode: 'basis-plus-per-inwoner', ...vraag, basisCenten, perInwonerCenten }
    if (welke === 1)
      return {
        methode: 'staffel',
        ...vraag,
        klassen: klassen.map((k, i) => ({ ...k, bedragCenten: basisCenten + i })),
      }
    if (welke === 2)
      return {
        methode: 'basis-per-klasse-plus-per-inwoner',
        ...vraag,
        perInwonerCenten,
        klassen: klassen.map((k, i) => ({ ...k, basisCenten: basisCenten + i })),
      }
    return {
      methode: 'basis-per-type-plus-per-inwoner',
      ...vraag,
      kernen: vraag.kernen.map((kern) => ({ ...kern, type: 'dorp' })),
      basisCentenPerType: { dorp: basisCenten },
      perInwonerCenten,
    }
  })

/** A question by any method. */
export const eenVraag: fc.Arbitrary<BerekenVraag> = fc.oneof(
  naarRato,
  basisPlusRest,
  metGrenzen,
  ingroeiLineair,
  ingroeiBegrensd,
  korten,
  onderbesteding,
  gelijk,
  maatstaven,
  formule,
)

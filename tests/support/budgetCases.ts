/**
 * The worked budget cases, in the words of the API. The same cases run against the engine and through HTTP,
 * so the translation of names is here once.
 */
import source from '../domain/budgetCases.json' with { type: 'json' }

type Json = Record<string, unknown>

/** A case as published: `input` and `expected` in the English names of the source. */
export type BudgetCase = { id: string; name: string; kind: string; input: Json; expected: Json }

export const budgetCases: readonly BudgetCase[] = source.cases

export const findCase = (id: string): BudgetCase => {
  const found = budgetCases.find((budgetCase) => budgetCase.id === id)
  if (!found) throw new Error(`There is no budget case ${id}.`)
  return found
}

const names: Record<string, string> = {
  method: 'methode',
  totalCents: 'totaalCenten',
  unitCents: 'eenheidCenten',
  weight: 'gewicht',
  compareWith: 'vergelijkMet',
  kernen: 'kernen',
  id: 'kern',
  name: 'naam',
  population: 'inwoners',
  type: 'type',
  values: 'waarden',
  wijken: 'wijken',
  aangesloten: 'aangesloten',
  baseCents: 'basisCenten',
  perInhabitantCents: 'perInwonerCenten',
  baseCentsByType: 'basisCentenPerType',
  classes: 'klassen',
  fromPopulation: 'vanInwoners',
  toPopulation: 'totEnMetInwoners',
  amountCents: 'bedragCenten',
  floorCents: 'ondergrensCenten',
  capCents: 'bovengrensCenten',
  measures: 'maatstaven',
  sharePct: 'aandeelPct',
  oldCents: 'oudCenten',
  newCents: 'nieuwCenten',
  year: 'jaar',
  years: 'jaren',
  limitPerInhabitantCents: 'grensPerInwonerCenten',
  ceilingCents: 'plafondCenten',
  rawCents: 'formuleCenten',
  allocatedCents: 'toegekendCenten',
  committedCents: 'verplichtCenten',
  openRequestCents: 'openAanvraagCenten',
  count: 'aantal',
}
/** What `id` means depends on the list it stands in. */
const idOf: Record<string, string> = { wijken: 'wijk', measures: 'maatstaf' }
/** Keyed by kern, type or measure: their keys are data, not names. */
const keyed = new Set(['oldCents', 'newCents', 'rawCents', 'baseCentsByType', 'values'])

/** The input of a case → the body of `POST /v1/wijkbudgetten/_bereken`. Unknown names throw. */
export function toVraag(input: Json, list = 'kernen'): Json {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const naam = name === 'id' ? (idOf[list] ?? 'kern') : names[name]
      if (naam === undefined) throw new Error(`The case field ${name} has no translation.`)
      return [
        naam,
        Array.isArray(value) && !keyed.has(name) ? value.map((row: Json) => toVraag(row, name)) : value,
      ]
    }),
  )
}

/** Cases that are one question to the engine, with that question. */
export const verdelingCases = (): (BudgetCase & { vraag: Json })[] =>
  budgetCases
    .filter(({ kind, input }) => kind === 'verdeling' && 'method' in input && !('totalsCents' in input))
    .map((budgetCase) => ({ ...budgetCase, vraag: toVraag(budgetCase.input) }))

type Antwoord = { aandelen: readonly { kern: string; bedragCenten: number }[] }

/** Amounts by kern, as the cases write them. */
export const perKern = ({ aandelen }: Antwoord): Record<string, number> =>
  Object.fromEntries(aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten]))

/** From what a person writes of a scenario to what is kept: kernen and inwoners filled in, and computable. */
import { type FieldError, ofFields } from '../contract/problem.ts'
import type { Samenvoeging } from '../contract/scenario.ts'
import { findBevolking, withBevolking } from '../domain/bevolking/bevolking.ts'
import type { Deps, GemeenteFeiten, ScenarioRecord } from '../domain/ports.ts'
import { computeVerdeling } from '../domain/wijkbudget/computeVerdeling.ts'
import { joinKernen } from '../domain/wijkbudget/scenario.ts'
import { listFittingBevolking } from './readBevolking.ts'
import { checkVraag, errorsOf, readVraag } from './readVraag.ts'

type Inhoud = {
  berekening: Record<string, unknown>
  samenvoegingen?: readonly Samenvoeging[] | undefined
  bevolkingVersie?: number | undefined
}

/** @throws Problem with every error, or what the engine refuses */
export async function makeScenario(
  jaar: number,
  { berekening, samenvoegingen = [], bevolkingVersie }: Inhoud,
  deps: Deps,
): Promise<Pick<ScenarioRecord, 'vraag' | 'samenvoegingen' | 'bevolkingVersie' | 'methodeVersie'>> {
  const versies = await listFittingBevolking(bevolkingVersie, deps)
  const { value, errors } = errorsOf(() => findBevolking(versies, jaar, bevolkingVersie))
  const bevolking = value ?? versies[0]!
  const kernen = joinKernen(withBevolking(deps.gemeente.kernen, bevolking), samenvoegingen)
  const wrong = checkSamenvoegingen({ samenvoegingen }, deps.gemeente)
  const vraag = readVraag({ berekening }, kernen, [...errors, ...wrong])
  const { methodeVersie } = computeVerdeling(vraag)
  return { vraag, methodeVersie, samenvoegingen: [...samenvoegingen], bevolkingVersie: bevolking.versie }
}

/** Every error that only the gemeente can see; takes any body. */
export const checkScenario = (body: unknown, gemeente: GemeenteFeiten): FieldError[] => [
  ...checkVraag(body, gemeente.kernen),
  ...checkSamenvoegingen(body, gemeente),
]

/** Parts are kernen of the gemeente, each in one whole at most. */
function checkSamenvoegingen(body: unknown, { kernen, naam }: GemeenteFeiten): FieldError[] {
  const given = (body as { samenvoegingen?: unknown } | null)?.samenvoegingen
  if (!Array.isArray(given)) return []
  const delen = given.flatMap((each: { van?: unknown } | null, i) =>
    Array.isArray(each?.van)
      ? each.van.map((kern: unknown, j) => ({ kern, pointer: `/samenvoegingen/${i}/van/${j}` }))
      : [],
  )
  return delen.flatMap(({ kern, pointer }, at) => {
    if (typeof kern !== 'string') return []
    if (!kernen.some(({ code }) => code === kern))
      return [{ pointer, code: 'onbekende-kern', detail: `“${kern.slice(0, 80)}” is geen kern van ${naam}.` }]
    return delen.findIndex((each) => each.kern === kern) < at
      ? [{ pointer, code: 'dubbel', detail: `De kern ${kern} staat twee keer in de samenvoegingen.` }]
      : []
  })
}

/** @throws Problem when a change names nothing to change */
export function assertSomething(changes: readonly unknown[]): void {
  if (changes.some((change) => change !== undefined)) return
  throw ofFields([
    { pointer: '', code: 'leeg', detail: 'Noem wat er verandert: naam, berekening of verwijderd.' },
  ])
}

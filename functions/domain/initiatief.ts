/** The rules of an initiatief: how it starts and what everybody sees of it. Its text is meant to be public. */
import type { Initiatief, NieuwInitiatief } from '../contract/initiatief.ts'
import type { FieldError } from '../contract/problem.ts'
import { checkPlaats, type Plaats } from './plaats.ts'
import type { GemeenteFeiten, InitiatiefRecord } from './ports.ts'

/** Field errors that need the gemeente to see them; `body` may be anything, the schema names the rest. */
export const checkInitiatief = (body: unknown, gemeente: GemeenteFeiten): FieldError[] =>
  checkPlaats((body as { geometrie?: unknown } | null)?.geometrie, gemeente)

export function startInitiatief(
  body: NieuwInitiatief,
  plaats: Plaats,
  geboorte: { nummer: string; op: string; sleutel?: string; inhoud?: string },
): InitiatiefRecord {
  const { op, ...rest } = geboorte
  return {
    ...rest,
    titel: body.titel,
    omschrijving: body.omschrijving,
    hulp: body.hulp,
    kern: plaats.kern,
    kernHerkomst: plaats.herkomst,
    status: 'ingediend',
    geregistreerdOp: op,
    positie: body.geometrie.coordinates,
    versie: 1,
  }
}

export const toInitiatief = (initiatief: InitiatiefRecord): Initiatief => ({
  nummer: initiatief.nummer,
  titel: initiatief.titel,
  omschrijving: initiatief.omschrijving,
  hulp: initiatief.hulp,
  kern: initiatief.kern,
  kernHerkomst: initiatief.kernHerkomst,
  status: initiatief.status,
  geregistreerdOp: initiatief.geregistreerdOp,
  geometrie: { type: 'Point', coordinates: [...initiatief.positie] },
  ...(initiatief.kernwijzigingen && { kernwijzigingen: initiatief.kernwijzigingen }),
})

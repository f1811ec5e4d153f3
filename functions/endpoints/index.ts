/** Every route and its endpoint. A route without one does not compile. */
import type { FieldError } from '../contract/problem.ts'
import type { RouteName, Routes } from '../contract/routes.ts'
import { checkInitiatief } from '../domain/initiatief.ts'
import { checkMelding } from '../domain/melding.ts'
import type { GemeenteFeiten } from '../domain/ports.ts'
import { addMeldingStatus } from './addMeldingStatus.ts'
import { adoptVerdeling } from './adoptVerdeling.ts'
import { computeWijkbudget } from './computeWijkbudget.ts'
import { createInitiatief } from './createInitiatief.ts'
import { createMelding } from './createMelding.ts'
import type { Endpoint } from './endpoint.ts'
import { findKern } from './findKern.ts'
import { followMelding } from './followMelding.ts'
import { getActiviteit } from './getActiviteit.ts'
import { getBehandeling } from './getBehandeling.ts'
import { getDichtheid } from './getDichtheid.ts'
import { getInstellingen } from './getInstellingen.ts'
import { getKern } from './getKern.ts'
import { getMelding } from './getMelding.ts'
import { getOpenapi } from './getOpenapi.ts'
import { getWijkbudget } from './getWijkbudget.ts'
import { listBehandelingen } from './listBehandelingen.ts'
import { listCategorieen } from './listCategorieen.ts'
import { listInitiatieven } from './listInitiatieven.ts'
import { listKernen } from './listKernen.ts'
import { listMeldingen } from './listMeldingen.ts'
import { listVerdelingen } from './listVerdelingen.ts'
import { checkBerekening, proposeVerdeling } from './proposeVerdeling.ts'

export const endpoints: { readonly [Name in RouteName]: Endpoint<Routes[Name]> } = {
  getOpenapi,
  getInstellingen,
  listCategorieen,
  listKernen,
  findKern,
  getKern,
  createMelding,
  listMeldingen,
  getMelding,
  followMelding,
  listBehandelingen,
  getBehandeling,
  addMeldingStatus,
  createInitiatief,
  listInitiatieven,
  getActiviteit,
  getDichtheid,
  computeWijkbudget,
  getWijkbudget,
  listVerdelingen,
  proposeVerdeling,
  adoptVerdeling,
}

/**
 * Errors in a body that only the gemeente can see (its categories, kernen and border). They are asked for a body
 * that the schema refused too, so that the caller hears everything at once; each takes any value.
 */
export const bodyChecks: Partial<
  Record<RouteName, (body: unknown, gemeente: GemeenteFeiten) => FieldError[]>
> = {
  createMelding: checkMelding,
  createInitiatief: checkInitiatief,
  proposeVerdeling: checkBerekening,
}

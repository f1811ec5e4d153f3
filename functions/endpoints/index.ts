/** Every route and its endpoint. A route without one does not compile. */
import type { FieldError } from '../contract/problem.ts'
import type { RouteName, Routes } from '../contract/routes.ts'
import { checkCijfers } from '../domain/bevolking/bevolking.ts'
import { checkInitiatief } from '../domain/initiatief.ts'
import { checkMelding, checkPlek } from '../domain/melding.ts'
import type { GemeenteFeiten } from '../domain/ports.ts'
import { addBevolkingsversie } from './addBevolkingsversie.ts'
import { addGrootboekregel } from './addGrootboekregel.ts'
import { addMeldingStatus } from './addMeldingStatus.ts'
import { addReactie } from './addReactie.ts'
import { addVolger } from './addVolger.ts'
import { adoptKernindeling } from './adoptKernindeling.ts'
import { adoptVerdeling } from './adoptVerdeling.ts'
import { auditVerdeling } from './auditVerdeling.ts'
import { changeBehandeling } from './changeBehandeling.ts'
import { changeBehandelingen } from './changeBehandelingen.ts'
import { changeKernindeling } from './changeKernindeling.ts'
import { changeScenario } from './changeScenario.ts'
import { closeGrootboek } from './closeGrootboek.ts'
import { compareKernindelingen } from './compareKernindelingen.ts'
import { compareScenarios } from './compareScenarios.ts'
import { computeWijkbudget } from './computeWijkbudget.ts'
import { createFoto } from './createFoto.ts'
import { createInitiatief } from './createInitiatief.ts'
import { createKernindeling } from './createKernindeling.ts'
import { createMelding } from './createMelding.ts'
import { createScenario } from './createScenario.ts'
import type { Endpoint } from './endpoint.ts'
import { findKern } from './findKern.ts'
import { findNabij } from './findNabij.ts'
import { followMelding } from './followMelding.ts'
import { getActiviteit } from './getActiviteit.ts'
import { getBehandeling } from './getBehandeling.ts'
import { getContact } from './getContact.ts'
import { getDichtheid } from './getDichtheid.ts'
import { getFoto } from './getFoto.ts'
import { getGrootboek } from './getGrootboek.ts'
import { getHertoewijzing } from './getHertoewijzing.ts'
import { getInstellingen } from './getInstellingen.ts'
import { getKern } from './getKern.ts'
import { getKernindeling } from './getKernindeling.ts'
import { getMelding } from './getMelding.ts'
import { getOnderbesteding } from './getOnderbesteding.ts'
import { getOpenapi } from './getOpenapi.ts'
import { getWerkinstellingen } from './getWerkinstellingen.ts'
import { getWijkbudget } from './getWijkbudget.ts'
import { listBehandelingen } from './listBehandelingen.ts'
import { listBevolkingsversies } from './listBevolkingsversies.ts'
import { listBuurten } from './listBuurten.ts'
import { listCategorieen } from './listCategorieen.ts'
import { listGrootboekstanden } from './listGrootboekstanden.ts'
import { listInitiatieven } from './listInitiatieven.ts'
import { listKernen } from './listKernen.ts'
import { listKernindelingen } from './listKernindelingen.ts'
import { listKernindelingontwerpen } from './listKernindelingontwerpen.ts'
import { listMeldingen } from './listMeldingen.ts'
import { listScenarios } from './listScenarios.ts'
import { listSignaleringen } from './listSignaleringen.ts'
import { listVerdelingen } from './listVerdelingen.ts'
import { listVernietigingen } from './listVernietigingen.ts'
import { checkScenario } from './makeScenario.ts'
import { checkAanvragen, proposeHerverdeling } from './proposeHerverdeling.ts'
import { proposeKernindeling } from './proposeKernindeling.ts'
import { checkBerekening, proposeVerdeling } from './proposeVerdeling.ts'

export const endpoints: { readonly [Name in RouteName]: Endpoint<Routes[Name]> } = {
  getOpenapi,
  getInstellingen,
  listCategorieen,
  listKernen,
  findKern,
  getKern,
  listBuurten,
  listKernindelingen,
  getKernindeling,
  listKernindelingontwerpen,
  createKernindeling,
  changeKernindeling,
  compareKernindelingen,
  proposeKernindeling,
  adoptKernindeling,
  getHertoewijzing,
  createMelding,
  listMeldingen,
  getMelding,
  followMelding,
  addReactie,
  addVolger,
  findNabij,
  createFoto,
  getFoto,
  changeBehandeling,
  changeBehandelingen,
  listSignaleringen,
  getWerkinstellingen,
  listVernietigingen,
  listBehandelingen,
  getBehandeling,
  getContact,
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
  auditVerdeling,
  listBevolkingsversies,
  addBevolkingsversie,
  listScenarios,
  createScenario,
  changeScenario,
  compareScenarios,
  listGrootboekstanden,
  getGrootboek,
  addGrootboekregel,
  closeGrootboek,
  getOnderbesteding,
  proposeHerverdeling,
}

/**
 * Errors in a body that only the gemeente can see (its categories, kernen and border). They are asked for a body
 * that the schema refused too, so that the caller hears everything at once; each takes any value.
 */
export const bodyChecks: Partial<
  Record<RouteName, (body: unknown, gemeente: GemeenteFeiten) => FieldError[]>
> = {
  createMelding: checkMelding,
  findNabij: checkPlek,
  createInitiatief: checkInitiatief,
  proposeVerdeling: checkBerekening,
  addBevolkingsversie: checkCijfers,
  createScenario: checkScenario,
  changeScenario: checkScenario,
  proposeHerverdeling: checkAanvragen,
}

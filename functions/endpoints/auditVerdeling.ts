import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { canonicalJson } from '../domain/wijkbudget/canonicalJson.ts'
import { computeVerdeling } from '../domain/wijkbudget/computeVerdeling.ts'
import { auditVerdeling as audit } from '../domain/wijkbudget/verdelingControle.ts'
import type { Endpoint } from './endpoint.ts'
import { listBevolking } from './readBevolking.ts'

/** Everything an auditor asks of one verdeling, computed again now. */
export const auditVerdeling: Endpoint<Routes['auditVerdeling']> = async ({ params }, deps) => {
  const { jaar, versie } = params
  const verdelingen = await deps.stores.wijkbudgetten.list(jaar)
  const verdeling = verdelingen.find((each) => each.versie === versie)
  if (!verdeling) throw new Problem('niet-gevonden', `Versie ${versie} van ${jaar} bestaat niet.`)
  const { vraag } = verdeling
  const { methodeVersie } = verdeling.antwoord
  const antwoord = computeVerdeling(vraag, methodeVersie)
  const hash = deps.sha256(canonicalJson({ vraag, methodeVersie, antwoord }))
  const [versies, boeking] = await Promise.all([
    listBevolking(deps),
    deps.stores.grootboeken.findVaststelling(jaar, versie),
  ])
  const bevolking = versies.find((each) => each.versie === verdeling.bevolkingVersie) ?? null
  return { body: audit(verdeling, verdelingen, { hash, antwoord }, bevolking, boeking?.regels ?? []) }
}

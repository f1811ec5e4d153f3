import type { Routes } from '../contract/routes.ts'
import type { VerdelingRecord } from '../domain/ports.ts'
import { findGeldende } from '../domain/verdeling.ts'
import type { Endpoint } from './endpoint.ts'

/** The adopted verdeling of a year, without names, beside the amounts of the year before. */
export const getWijkbudget: Endpoint<Routes['getWijkbudget']> = async ({ params }, { stores }) => {
  const { jaar } = params
  const [now, before] = await Promise.all([
    stores.wijkbudgetten.list(jaar).then(findGeldende),
    stores.wijkbudgetten.list(jaar - 1).then(findGeldende),
  ])
  const vorigJaar = before && {
    jaar: before.jaar,
    versie: before.versie,
    bedragen: Object.fromEntries(
      before.antwoord.aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten]),
    ),
  }
  return { body: { jaar, geldend: withoutNames(now), vorigJaar: vorigJaar ?? null } }
}

/** The decision is public, who at the office entered it is not. */
const withoutNames = (verdeling: VerdelingRecord | undefined) => {
  if (!verdeling?.vaststelling) return null
  const { orgaan, besluitnummer, besluitDatum } = verdeling.vaststelling
  return { ...verdeling, vaststelling: { orgaan, besluitnummer, besluitDatum } }
}

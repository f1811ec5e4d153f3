import type { Routes } from '../contract/routes.ts'
import { defaultPeildatum, foldOnderbesteding } from '../domain/wijkbudget/herverdeling.ts'
import type { Endpoint } from './endpoint.ts'

/** What kernen bound and spent at the end of a day, and what was free. */
export const getOnderbesteding: Endpoint<Routes['getOnderbesteding']> = async (
  call,
  { gemeente, stores },
) => {
  const { jaar } = call.params
  const { peildatum = defaultPeildatum(jaar) } = call.query
  const kerncodes = gemeente.kernen.map(({ code }) => code)
  const regels = await stores.grootboeken.listRegels(jaar, kerncodes)
  return { body: foldOnderbesteding(jaar, peildatum, gemeente.kernen, regels) }
}

import type { Routes } from '../contract/routes.ts'
import { startStand } from '../domain/wijkbudget/boeking.ts'
import { toGrootboek } from '../domain/wijkbudget/grootboekBeeld.ts'
import type { Endpoint } from './endpoint.ts'
import { findKernOfGrootboek } from './findKernOfGrootboek.ts'

/** The ledger of a kern, line by line, with the stand added up again from its lines. */
export const getGrootboek: Endpoint<Routes['getGrootboek']> = async ({ params }, { gemeente, stores }) => {
  const { jaar, kerncode } = params
  const kern = findKernOfGrootboek(kerncode, gemeente)
  const standen = await stores.grootboeken.listStanden(jaar)
  const stand = standen.find((each) => each.kern === kern.code) ?? startStand({ jaar, kern: kern.code })
  return { body: toGrootboek(stand, kern, await stores.grootboeken.listRegels(jaar, [kern.code])) }
}

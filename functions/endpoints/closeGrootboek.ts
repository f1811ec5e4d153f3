import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { writeBoeking } from '../domain/wijkbudget/boeking.ts'
import { toGrootboekstand } from '../domain/wijkbudget/grootboekBeeld.ts'
import { closeJaar } from '../domain/wijkbudget/jaarafsluiting.ts'
import type { Endpoint } from './endpoint.ts'
import { findKernOfGrootboek } from './findKernOfGrootboek.ts'

/** Closes the year of a kern and opens the next one in the same transaction, by the rule of the gemeente. */
export const closeGrootboek: Endpoint<Routes['closeGrootboek']> = async (call, deps) => {
  const { params, body, medewerker } = call
  const found = findKernOfGrootboek(params.kerncode, deps.gemeente)
  const { code: kern, naam } = found
  const { jaar } = params
  const grootboeken = [
    { jaar, kern },
    { jaar: jaar + 1, kern },
  ]
  const by = { op: deps.now().toISOString(), door: medewerker.naam }
  const sleutel = deps.sha256(deps.randomBytes(16).join())
  const close = async (standen: Parameters<typeof writeBoeking>[0]) => {
    const [stand, volgend] = standen
    if (!stand || !volgend) throw new RangeError('A ledger to close or to open is absent.')
    if (stand.gesloten) throw new Problem('boeking-niet-mogelijk', `${naam} is voor ${jaar} al afgesloten.`)
    const regels = await deps.stores.grootboeken.listRegels(jaar, [kern])
    const own = regels.slice(0, stand.regels)
    const { boekingen, overdracht, regel } = closeJaar(stand, stand, own, deps.gemeente.overdracht, body.plan)
    return { ...writeBoeking(standen, boekingen, by), overdracht: { regel: regel.soort, ...overdracht } }
  }
  let closed: Awaited<ReturnType<typeof close>> | undefined
  await deps.stores.grootboeken.book({ ...by, sleutel, grootboeken }, async (standen) => {
    closed = await close(standen)
    return closed
  })
  if (!closed) throw new Error(`closing ${kern} in ${jaar} booked nothing`)
  const [stand, volgendJaar] = closed.standen.map((each) => toGrootboekstand(each, found))
  return { body: { jaar, overdracht: closed.overdracht, stand: stand!, volgendJaar: volgendJaar! } }
}

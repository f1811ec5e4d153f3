import type { Routes } from '../contract/routes.ts'
import { toOntwerp } from '../domain/kernindeling/beeld.ts'
import { adoptKernindeling as adopt, dayTaken, findVersie, outdated } from '../domain/kernindeling/versies.ts'
import type { Endpoint } from './endpoint.ts'
import { toBekend, toDoor } from './readKernindeling.ts'

/**
 * Adopts a proposal: somebody else than who proposed it, once. From the day it holds, the service divides by it; a
 * job gives what is open its new kern.
 */
export const adoptKernindeling: Endpoint<Routes['adoptKernindeling']> = async (call, deps) => {
  const { params, body, medewerker } = call
  const { indelingen, stores } = deps
  const { door, dag } = toDoor(medewerker, deps)
  const adopted = adopt(await indelingen.list(), params.versie, body, toBekend(deps), door, dag)
  const gebouwd = await indelingen.build(adopted)
  const cijfers = gebouwd.kernen.map(({ code, naam, inwoners }) => ({ code, naam, inwoners }))
  const record = { ...adopted, cijfers }
  const outcome = await stores.kernindelingen.adopt(record, gebouwd)
  if (outcome === 'datum-bezet') throw dayTaken(record)
  if (outcome === 'verouderd') throw outdated(findVersie(await indelingen.list(), params.versie), body.rev)
  indelingen.forget()
  return { body: toOntwerp(record) }
}

import type { Routes } from '../contract/routes.ts'
import { toKop } from '../domain/kernindeling/beeld.ts'
import { listVastgesteld } from '../domain/kernindeling/versies.ts'
import type { Endpoint } from './endpoint.ts'

/** Adopted versions in the order in which they hold, also those of later days. */
export const listKernindelingen: Endpoint<Routes['listKernindelingen']> = async (_call, deps) => ({
  body: {
    geldend: deps.gemeente.indeling.versie,
    kernindelingen: listVastgesteld(await deps.indelingen.list()).map(toKop),
  },
})

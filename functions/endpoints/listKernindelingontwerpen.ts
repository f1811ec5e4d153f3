import type { Routes } from '../contract/routes.ts'
import { toOntwerp } from '../domain/kernindeling/beeld.ts'
import type { Endpoint } from './endpoint.ts'

/** Every version for who works on it, version 1 first. */
export const listKernindelingontwerpen: Endpoint<Routes['listKernindelingontwerpen']> = async (
  _call,
  { gemeente, indelingen },
) => ({
  body: {
    maxKernen: indelingen.maxKernen,
    geldend: gemeente.indeling.versie,
    kernindelingen: (await indelingen.list()).map(toOntwerp),
  },
})

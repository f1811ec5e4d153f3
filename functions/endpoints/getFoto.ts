import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** Whether an uploaded photo is clean; never the picture itself, and nothing of the melding it belongs to. */
export const getFoto: Endpoint<Routes['getFoto']> = async ({ params }, deps) => {
  const record = await deps.stores.fotos.find(params.foto)
  if (!record) throw new Problem('niet-gevonden', 'Deze foto kennen wij niet. Stuur hem opnieuw.')
  const { foto, staat, uitleg } = record
  return { body: { foto, staat, ...(uitleg !== undefined && { uitleg }) } }
}

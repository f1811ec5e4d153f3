import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'
import { listBevolking } from './readBevolking.ts'

/** Every version of the population, oldest first. */
export const listBevolkingsversies: Endpoint<Routes['listBevolkingsversies']> = async (_call, deps) => ({
  body: { versies: await listBevolking(deps) },
})

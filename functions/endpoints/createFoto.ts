import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** A place to upload one photo to. */
export const createFoto: Endpoint<Routes['createFoto']> = () => {
  throw new Problem('niet-gevonden', 'Dit kan hier nog niet.')
}

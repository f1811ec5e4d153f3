import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'
import { findKernOfGemeente } from './findKernOfGemeente.ts'

/** One kern, by its code. */
export const getKern: Endpoint<Routes['getKern']> = ({ params }, { gemeente }) => ({
  body: findKernOfGemeente(params.kerncode, gemeente),
})

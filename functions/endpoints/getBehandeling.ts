import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'
import { findMelding } from './findMelding.ts'
import { toDetail } from './toDetail.ts'

/** One melding to handle: text, history and what can be done now. Which contact fields there are, not what is in them. */
export const getBehandeling: Endpoint<Routes['getBehandeling']> = async ({ params }, deps) => ({
  body: await toDetail(await findMelding(params.nummer, deps), deps),
})

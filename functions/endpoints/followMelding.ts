import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'
import { readVolglink, toLezerbeeld } from './readVolglink.ts'

/** What the reporter, or who follows, sees with the secret of the volglink. */
export const followMelding: Endpoint<Routes['followMelding']> = async ({ params, headers }, deps) => ({
  body: await toLezerbeeld(await readVolglink(params.nummer, headers.volgcode, deps), deps),
})

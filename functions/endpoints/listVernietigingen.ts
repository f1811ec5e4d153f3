import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** What was erased in a year, by day: for the archive, and never what stood in it. */
export const listVernietigingen: Endpoint<Routes['listVernietigingen']> = async (
  { params, query },
  { stores },
) => {
  const { limiet, cursor } = query
  const { rijen, volgende } = await stores.vernietigingen.list(params.jaar, {
    limiet,
    ...(cursor !== undefined && { cursor }),
  })
  return { body: { regels: rijen, ...(volgende && { volgende }) } }
}

import type { Routes } from '../contract/routes.ts'
import { foldStanden } from '../domain/wijkbudget/grootboekBeeld.ts'
import type { Endpoint } from './endpoint.ts'

/** Per kern what it got, spent, promised and has left. Open to everybody: totals only. */
export const listGrootboekstanden: Endpoint<Routes['listGrootboekstanden']> = async (
  { params },
  { gemeente, stores },
) => ({ body: foldStanden(params.jaar, gemeente, await stores.grootboeken.listStanden(params.jaar)) })

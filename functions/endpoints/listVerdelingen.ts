import type { Routes } from '../contract/routes.ts'
import { findGeldende } from '../domain/verdeling.ts'
import type { Endpoint } from './endpoint.ts'

/** Every version of a year, newest last, and which one is in force. */
export const listVerdelingen: Endpoint<Routes['listVerdelingen']> = async ({ params }, { stores }) => {
  const verdelingen = await stores.wijkbudgetten.list(params.jaar)
  return {
    body: { jaar: params.jaar, verdelingen, geldend: findGeldende(verdelingen)?.versie ?? null },
  }
}

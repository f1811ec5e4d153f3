import { buildOpenapi, type OpenapiDocument } from '../contract/openapi.ts'
import type { Routes } from '../contract/routes.ts'
import type { Deps } from '../domain/ports.ts'
import type { Endpoint } from './endpoint.ts'

/** Made once per process: the table does not change while it runs. */
const built = new WeakMap<Deps['dienst'], OpenapiDocument>()

/** The description of this API, made from the route table; any page may read it. */
export const getOpenapi: Endpoint<Routes['getOpenapi']> = (_call, { dienst, gemeente }) => {
  const body =
    built.get(dienst) ??
    buildOpenapi({ webadres: dienst.webadres, contact: gemeente.contact, versie: dienst.versie })
  built.set(dienst, body)
  return { body, headers: { 'Access-Control-Allow-Origin': '*' } }
}

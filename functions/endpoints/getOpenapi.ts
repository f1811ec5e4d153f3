import { buildOpenapi } from '../contract/openapi.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** The description of this API, made from the route table. */
export const getOpenapi: Endpoint<Routes['getOpenapi']> = (_call, { dienst, gemeente }) => ({
  body: buildOpenapi({ webadres: dienst.webadres, contact: gemeente.contact, versie: dienst.versie }),
  headers: { 'Access-Control-Allow-Origin': '*' },
})

/** The route table as the browser knows it: read from the contract while building, without its schemas. */
import * as built from 'virtual:routes'
import type { RouteName } from '../functions/contract/routes.ts'

export type WebRoute = {
  method: 'GET' | 'POST'
  path: string
  /** Only for staff: the access token goes along. */
  staff: boolean
}

export const routeTable = built.routeTable as Record<RouteName, WebRoute>

/** Address of the form that works without JavaScript. */
export const formulierPad: string = built.formulierPad

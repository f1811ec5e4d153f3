import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** The buurten that kernen consist of. */
export const listBuurten: Endpoint<Routes['listBuurten']> = (_call, { gemeente, indelingen }) => ({
  body: { bronvermelding: gemeente.bronvermelding, buurten: [...indelingen.buurten()] },
})

import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** All kernen, in the order of the kernindeling. */
export const listKernen: Endpoint<Routes['listKernen']> = (_call, { gemeente }) => ({
  body: {
    gemeente: { code: gemeente.code, naam: gemeente.naam },
    bronvermelding: gemeente.bronvermelding,
    kernindeling: gemeente.indeling,
    kernen: [...gemeente.kernen],
  },
})

import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** The categories of the gemeente, in the order of its settings. */
export const listCategorieen: Endpoint<Routes['listCategorieen']> = (_call, { gemeente }) => ({
  body: { categorieen: [...gemeente.categorieen] },
})

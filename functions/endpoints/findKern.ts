import type { Routes } from '../contract/routes.ts'
import { findPlaats } from '../domain/plaats.ts'
import type { Endpoint } from './endpoint.ts'

/** In which kern a position lies. Outside the gemeente: problem `buiten-gemeente`. */
export const findKern: Endpoint<Routes['findKern']> = ({ query }, { gemeente }) => {
  const plaats = findPlaats([query.lon, query.lat], gemeente, 'query:lon')
  const naam = gemeente.kernen.find(({ code }) => code === plaats.kern)?.naam ?? plaats.kern
  return { body: { ...plaats, naam } }
}

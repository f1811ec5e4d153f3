import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** One kern, by its code. */
export const getKern: Endpoint<Routes['getKern']> = ({ params }, { gemeente }) => {
  const kern = gemeente.kernen.find(({ code }) => code === params.kerncode)
  if (!kern) throw new Problem('niet-gevonden', `${gemeente.naam} heeft geen kern “${params.kerncode}”.`)
  return { body: kern }
}

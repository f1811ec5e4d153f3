import type { Kern } from '../contract/kern.ts'
import { Problem } from '../contract/problem.ts'
import type { GemeenteFeiten } from '../domain/ports.ts'

/** @throws Problem `niet-gevonden` */
export function findKernOfGemeente(kerncode: string, { kernen, naam }: GemeenteFeiten): Kern {
  const kern = kernen.find(({ code }) => code === kerncode)
  if (!kern) throw new Problem('niet-gevonden', `${naam} heeft geen kern “${kerncode}”.`)
  return kern
}

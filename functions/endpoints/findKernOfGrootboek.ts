import type { GemeenteFeiten } from '../domain/ports.ts'
import type { KernOfGrootboek } from '../domain/wijkbudget/grootboekBeeld.ts'
import { findKernOfGemeente } from './findKernOfGemeente.ts'

/** Also a kern that is gone: its money has to be read and closed. @throws Problem `niet-gevonden` */
export function findKernOfGrootboek(kerncode: string, gemeente: GemeenteFeiten): KernOfGrootboek {
  const gone = gemeente.vroegereKernen.find(({ code }) => code === kerncode)
  return gone ? { ...gone, vervallen: true } : findKernOfGemeente(kerncode, gemeente)
}

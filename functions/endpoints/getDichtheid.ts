import type { Routes } from '../contract/routes.ts'
import { foldDichtheid } from '../domain/activiteit.ts'
import { centreOfCel } from '../domain/cel.ts'
import type { CelTelling } from '../domain/ports.ts'
import type { Endpoint } from './endpoint.ts'
import { assertVraag } from './toLijstVraag.ts'

/** Counts per cell of 100 m, of one kern or of the whole gemeente. */
export const getDichtheid: Endpoint<Routes['getDichtheid']> = async ({ query }, { gemeente, stores }) => {
  assertVraag(query, gemeente)
  const { kern, indeling, ...periode } = query
  const cellen = await stores.activiteit.listCellen(periode)
  if (indeling === 'toen') return { body: foldDichtheid(cellen, periode, kern) }
  const kernNu = ({ cel }: CelTelling): string | undefined => {
    const plaats = gemeente.findKern(...centreOfCel(cel))
    return plaats.soort === 'buiten' ? undefined : plaats.kern
  }
  return { body: foldDichtheid(cellen, periode, kern, kernNu) }
}

/** What the endpoints of the kernindeling share: what is known of the gemeente, and who asks when. */

import { toDag } from '../domain/dag.ts'
import type { Bekend } from '../domain/kernindeling/controle.ts'
import type { Door } from '../domain/kernindeling/versies.ts'
import type { Deps } from '../domain/ports.ts'
import type { Medewerker } from './endpoint.ts'

export const toBekend = ({ gemeente, indelingen }: Deps): Bekend => ({
  gemeente: gemeente.naam,
  maxKernen: indelingen.maxKernen,
  buurten: indelingen.buurten(),
})

/** Who does it and when, with the day in Amsterdam. */
export function toDoor(medewerker: Medewerker, { now }: Deps): { door: Door; dag: string } {
  const at = now()
  return { door: { medewerker, op: at.toISOString() }, dag: toDag(at) }
}

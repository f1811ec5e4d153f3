import { Problem } from '../contract/problem.ts'
import type { Deps, MeldingRecord } from '../domain/ports.ts'

export const notFound = (nummer: string): Problem =>
  new Problem('niet-gevonden', `Er is geen melding met nummer ${nummer}.`)

/** @throws Problem `niet-gevonden`, naming only what the caller sent. */
export async function findMelding(nummer: string, { stores }: Deps): Promise<MeldingRecord> {
  const melding = await stores.meldingen.find(nummer)
  if (!melding) throw notFound(nummer)
  return melding
}

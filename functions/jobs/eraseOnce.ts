/** Erasing of one melding, whatever else happens to it meanwhile. */
import { toDag } from '../domain/dag.ts'
import type { MeldingRecord, Stores, VolgerRecord } from '../domain/ports.ts'
import { eraseMelding, type Vernietiging } from '../domain/vernietiging.ts'

/** Removes pictures from where they are kept; what is not there is no error. */
export type EraseFotos = (fotos: readonly string[]) => Promise<void>

export type EraseDeps = {
  stores: Pick<Stores, 'meldingen' | 'vernietigingen'>
  eraseFotos: EraseFotos
  now(): Date
}

/** `persoonlijk`: what stays of the text is marked, so that it goes with the term. */
export type Plan = Pick<Vernietiging, 'wat' | 'grond'> & { persoonlijk?: boolean }

/** Others change a melding now and then; more often than this in a row is a fault. */
const attempts = 8

/**
 * Pictures go before the melding forgets their names: a stop in between is mended by the next run.
 * @param plan what to erase of the melding as it is now, or nothing
 * @returns whether something was erased
 */
export async function eraseOnce(
  nummer: string,
  plan: (melding: MeldingRecord, volgers: readonly VolgerRecord[]) => Plan | undefined,
  { stores, eraseFotos, now }: EraseDeps,
): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const melding = await stores.meldingen.find(nummer)
    if (!melding) return false
    const volgers = await stores.meldingen.listVolgers(nummer)
    const planned = plan(melding, volgers)
    if (!planned || planned.wat.length === 0) return false
    const { wat, grond, persoonlijk } = planned
    if (wat.includes('fotos')) await eraseFotos(melding.fotos ?? [])
    const op = now().toISOString()
    const outcome = await stores.vernietigingen.erase(
      eraseMelding(persoonlijk ? { ...melding, persoonlijk } : melding, wat, op),
      { nummer, wat, grond, datum: toDag(op) },
      wat.includes('volgers') ? volgers : [],
    )
    if (outcome === 'gewist') return true
  }
  throw new Error(`${nummer} keeps changing while it is erased`)
}

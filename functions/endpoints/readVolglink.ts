/** Who holds the secret of a volglink, and what they see. */

import type { Opvolging } from '../contract/opvolging.ts'
import { Problem } from '../contract/problem.ts'
import { toFotos } from '../domain/foto/beeld.ts'
import { toHoofdmelding, toOpvolging, toVolgerbeeld } from '../domain/opvolgingBeeld.ts'
import type { Deps, MeldingRecord, VolgerRecord } from '../domain/ports.ts'

/** `volger`: who follows the melding of somebody else; absent: its reporter. */
export type Lezer = { melding: MeldingRecord; volgers: VolgerRecord[]; volger?: VolgerRecord }

/**
 * A wrong code and an unknown number answer alike, in words and in time: both do the same reads and compare hashes, so
 * neither length nor first letters of a secret can be measured.
 * @throws Problem `niet-gevonden`
 */
export async function readVolglink(
  nummer: string,
  volgcode: string | undefined,
  { stores, sha256, randomBytes }: Deps,
): Promise<Lezer> {
  const [melding, volgers] = await Promise.all([
    stores.meldingen.find(nummer),
    stores.meldingen.listVolgers(nummer),
  ])
  const given = sha256(volgcode ?? '')
  const isReporter = isEqual(given, sha256(melding?.volgcode ?? randomBytes(18).join()))
  const matches = volgers.filter((each) => isEqual(given, sha256(each.volgcode)))
  if (melding && isReporter) return { melding, volgers }
  const [volger] = matches
  if (melding && volger) return { melding, volgers, volger }
  throw new Problem('niet-gevonden', 'Deze volglink klopt niet. Kijk of u de hele link hebt gekopieerd.')
}

/** Looks at every character of two texts of one length, wherever they differ. */
const isEqual = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

/** What the reader sees of the melding, which may be as it was before. */
export async function toLezerbeeld({ melding, volgers, volger }: Lezer, deps: Deps): Promise<Opvolging> {
  const { stores, gemeente, now } = deps
  const hoofd =
    melding.hoofdmelding === undefined ? undefined : await stores.meldingen.find(melding.hoofdmelding)
  const beside = hoofd ? { hoofdmelding: toHoofdmelding(hoofd, melding, gemeente) } : {}
  if (volger) return toVolgerbeeld(melding, { ...beside, heeftContact: volger.email !== undefined }, gemeente)
  const [contactvelden, fotos] = await Promise.all([
    stores.meldingen.listContactvelden(melding.nummer),
    toFotos(deps, melding),
  ])
  const omgeving = { heeftContact: contactvelden.length > 0, aantalVolgers: volgers.length }
  return toOpvolging(melding, { ...omgeving, ...beside, fotos }, now().toISOString(), gemeente)
}

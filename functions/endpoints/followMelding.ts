import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { toOpvolging } from '../domain/meldingBeeld.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * What the reporter sees with the secret of the volglink. A wrong code and an unknown number answer alike, in
 * words and in time: both compare two hashes, so neither length nor first letters of the secret can be measured.
 */
export const followMelding: Endpoint<Routes['followMelding']> = async ({ params, headers }, deps) => {
  const melding = await deps.stores.meldingen.find(params.nummer)
  const given = deps.sha256(headers.volgcode ?? '')
  const secret = deps.sha256(melding?.volgcode ?? deps.randomBytes(18).join())
  if (!melding || !isEqual(given, secret))
    throw new Problem('niet-gevonden', 'Deze volglink klopt niet. Kijk of u de hele link hebt gekopieerd.')
  return { body: toOpvolging(melding) }
}

/** Looks at every character of two texts of one length, wherever they differ. */
const isEqual = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

/** Asking the wijkbudget engine in few words: the question goes through the contract schema, as at the API. */
import { expect } from 'vitest'
import { BerekenVraag } from '../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'
import { perKern } from './budgetCases.ts'

export const compute = (vraag: object, versie?: number) => computeVerdeling(BerekenVraag.parse(vraag), versie)
export const amounts = (vraag: object) => Object.values(perKern(compute(vraag)))
/** Kernen a, b, c, … with these inhabitants. */
export const withInwoners = (...inwoners: number[]) =>
  inwoners.map((aantal, i) => ({ kern: String.fromCharCode(97 + i), inwoners: aantal }))
/** The sentence of kern `i`, with plain spaces. */
export const sentence = (vraag: object, i = 0) => compute(vraag).aandelen[i]?.uitleg.replaceAll('\u00a0', ' ')
/** A refusal because of one field. */
export const refusal = (pointer: string, code: string) =>
  expect.objectContaining({
    code: 'ongeldige-invoer',
    extra: { errors: [expect.objectContaining({ pointer, code })] },
  })

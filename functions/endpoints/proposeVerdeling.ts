import type { FieldError } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { findBevolking, withBevolking } from '../domain/bevolking/bevolking.ts'
import type { GemeenteFeiten } from '../domain/ports.ts'
import { checkKernen } from '../domain/verdeling.ts'
import type { Endpoint } from './endpoint.ts'
import { listFittingBevolking } from './readBevolking.ts'
import { checkVraag, errorsOf, readVraag, toVraag } from './readVraag.ts'
import { storeVoorstel } from './storeVoorstel.ts'

/**
 * Proposes a verdeling: the caller sends inputs, the service computes and keeps them together, with the
 * inhabitants as they are now and a hash over question, method version and answer.
 */
export const proposeVerdeling: Endpoint<Routes['proposeVerdeling']> = async (call, deps) => {
  const { params, body, medewerker, idempotencyKey: key } = call
  const { bevolkingVersie, controletotaal, toelichting } = body
  const versies = await listFittingBevolking(bevolkingVersie, deps)
  const { value: bevolking, errors } = errorsOf(() => findBevolking(versies, params.jaar, bevolkingVersie))
  const kernen = bevolking ? withBevolking(deps.gemeente.kernen, bevolking) : deps.gemeente.kernen
  const vraag = readVraag(body, kernen, [...errors, ...checkVoorstel(body, deps.gemeente)])
  const voorstel = {
    jaar: params.jaar,
    vraag,
    bevolking: bevolking ?? versies[0]!,
    controletotaal,
    toelichting,
  }
  const by = { medewerker, key, request: { ...params, ...body } }
  return { body: await storeVoorstel(voorstel, by, deps) }
}

/** What a proposal asks besides a sound question: each kern of the gemeente, and no redistribution. */
function checkVoorstel(body: unknown, gemeente: GemeenteFeiten): FieldError[] {
  const vraag = toVraag(body, gemeente.kernen)
  const errors = vraag ? checkKernen(vraag.kernen, gemeente, '/berekening/kernen') : []
  if (vraag?.methode !== 'onderbesteding') return errors
  const detail = 'Herverdelen gaat met de cijfers uit de grootboeken: doe een voorstel bij herverdelingen.'
  return [{ pointer: '/berekening/methode', code: 'hoort-elders', detail }, ...errors]
}

/** Errors of the calculation, with pointers into the body of the proposal. */
export const checkBerekening = (body: unknown, gemeente: GemeenteFeiten): FieldError[] => [
  ...checkVraag(body, gemeente.kernen),
  ...checkVoorstel(body, gemeente),
]

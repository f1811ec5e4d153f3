import { toFieldErrors, toPointer } from '../contract/fieldErrors.ts'
import { type FieldError, ofFields } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { BerekenVraag } from '../contract/wijkbudget.ts'
import { toDag } from '../domain/dag.ts'
import type { GemeenteFeiten } from '../domain/ports.ts'
import { asProposed, checkKernen, draftVerdeling, freezeBevolking, withKernen } from '../domain/verdeling.ts'
import { canonicalJson } from '../domain/wijkbudget/canonicalJson.ts'
import { computeVerdeling } from '../domain/wijkbudget/computeVerdeling.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * Proposes a verdeling: the caller sends inputs, the service computes and keeps them together, with the
 * inhabitants as they are now and a hash over question, method version and answer.
 */
export const proposeVerdeling: Endpoint<Routes['proposeVerdeling']> = async (call, deps) => {
  const { params, body, medewerker, idempotencyKey } = call
  const vraag = readBerekening(body.berekening, deps.gemeente)
  const antwoord = computeVerdeling(vraag)
  const now = deps.now()
  const hashes = hashRequest(idempotencyKey, { ...params, ...body }, deps.sha256)
  const draft = draftVerdeling({
    jaar: params.jaar,
    vraag,
    antwoord,
    bevolking: freezeBevolking(vraag, deps.gemeente.kernen, toDag(now.toISOString())),
    hash: deps.sha256(canonicalJson({ vraag, methodeVersie: antwoord.methodeVersie, antwoord })),
    ...(body.toelichting && { toelichting: body.toelichting }),
    voorsteller: medewerker,
    op: now.toISOString(),
    ...hashes,
  })
  const toevoeging = await deps.stores.wijkbudgetten.append(draft)
  if (toevoeging.soort === 'nieuw') return { body: { ...draft, versie: toevoeging.versie } }
  assertSameRequest(toevoeging.aanwezig, hashes)
  return { body: asProposed(toevoeging.aanwezig) }
}

/** Errors of the calculation, with pointers into the body of the proposal. */
export function checkBerekening(body: unknown, gemeente: GemeenteFeiten): FieldError[] {
  const berekening = (body as { berekening?: unknown } | null)?.berekening
  if (typeof berekening !== 'object' || berekening === null || Array.isArray(berekening)) return []
  const vraag = withKernen(berekening as Record<string, unknown>, gemeente)
  const { error } = BerekenVraag.safeParse(vraag, { reportInput: true })
  return [
    ...(error ? toFieldErrors(error, (path) => toPointer(path, '/berekening')) : []),
    ...checkKernen(vraag.kernen, gemeente, '/berekening/kernen'),
  ]
}

function readBerekening(berekening: Record<string, unknown>, gemeente: GemeenteFeiten): BerekenVraag {
  const errors = checkBerekening({ berekening }, gemeente)
  if (errors.length > 0) throw ofFields(errors)
  return BerekenVraag.parse(withKernen(berekening, gemeente))
}

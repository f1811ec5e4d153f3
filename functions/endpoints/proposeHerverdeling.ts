import { type FieldError, ofFields } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { withBevolking } from '../domain/bevolking/bevolking.ts'
import type { GemeenteFeiten } from '../domain/ports.ts'
import {
  defaultPeildatum,
  foldOnderbesteding,
  toHerverdelingVraag,
} from '../domain/wijkbudget/herverdeling.ts'
import type { Endpoint } from './endpoint.ts'
import { readBevolking } from './readBevolking.ts'
import { readVraag } from './readVraag.ts'
import { storeVoorstel } from './storeVoorstel.ts'

/**
 * Proposes to move unused money to kernen with open requests. Budget and commitments come from the ledgers; the
 * proposal is a version of the year like any other, and money moves when somebody else adopts it.
 */
export const proposeHerverdeling: Endpoint<Routes['proposeHerverdeling']> = async (call, deps) => {
  const { params, body, medewerker, idempotencyKey: key } = call
  const { jaar } = params
  const { gemeente, stores } = deps
  const errors = checkAanvragen(body, gemeente)
  if (errors.length > 0) throw ofFields(errors)
  const [bevolking, standen, regels] = await Promise.all([
    readBevolking(jaar, undefined, deps),
    stores.grootboeken.listStanden(jaar),
    stores.grootboeken.listRegels(
      jaar,
      gemeente.kernen.map(({ code }) => code),
    ),
  ])
  const kernen = withBevolking(gemeente.kernen, bevolking)
  const opDatum = foldOnderbesteding(jaar, body.peildatum ?? defaultPeildatum(jaar), kernen, regels)
  const berekening = toHerverdelingVraag(
    opDatum,
    new Map(standen.map(({ kern, vrijCenten }) => [kern, vrijCenten])),
    new Map(body.aanvragen.map(({ kern, openAanvraagCenten }) => [kern, openAanvraagCenten])),
    {
      inwoners: new Map(kernen.map(({ code, inwoners }) => [code, inwoners])),
      eenheidCenten: body.eenheidCenten,
    },
  )
  const vraag = readVraag({ berekening }, kernen)
  const voorstel = { jaar, vraag, bevolking, toelichting: body.toelichting }
  return { body: await storeVoorstel(voorstel, { medewerker, key, request: { ...params, ...body } }, deps) }
}

/** Requests of kernen that the gemeente does not have; takes any body. */
export function checkAanvragen(body: unknown, { kernen, naam }: GemeenteFeiten): FieldError[] {
  const rows = (body as { aanvragen?: unknown } | null)?.aanvragen
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row: { kern?: unknown } | null, i) =>
    typeof row?.kern !== 'string' || kernen.some(({ code }) => code === row.kern)
      ? []
      : [
          {
            pointer: `/aanvragen/${i}/kern`,
            code: 'onbekende-kern',
            detail: `“${row.kern.slice(0, 80)}” is geen kern van ${naam}.`,
          },
        ],
  )
}

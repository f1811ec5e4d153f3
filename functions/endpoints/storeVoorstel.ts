/** Keeping a proposal: computed by the service, with the inhabitants as they are now and a hash over all of it. */
import type { Bevolking } from '../contract/bevolking.ts'
import type { BerekenVraag } from '../contract/wijkbudget.ts'
import { toControle, withBevolking } from '../domain/bevolking/bevolking.ts'
import { toDag } from '../domain/dag.ts'
import type { Deps, VerdelingRecord } from '../domain/ports.ts'
import { asProposed, draftVerdeling, freezeBevolking } from '../domain/verdeling.ts'
import { canonicalJson } from '../domain/wijkbudget/canonicalJson.ts'
import { computeVerdeling } from '../domain/wijkbudget/computeVerdeling.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import type { Medewerker } from './endpoint.ts'

type Voorstel = {
  jaar: number
  vraag: BerekenVraag
  bevolking: Bevolking
  /** Goes before the control total of the version. */
  controletotaal?: number | undefined
  toelichting?: string | undefined
}

/** @param request what came in, for the repeat with the same Idempotency-Key */
export async function storeVoorstel(
  { jaar, vraag, bevolking, controletotaal, toelichting }: Voorstel,
  { medewerker, key, request }: { medewerker: Medewerker; key: string | undefined; request: unknown },
  deps: Deps,
): Promise<VerdelingRecord> {
  const antwoord = computeVerdeling(vraag)
  const op = deps.now().toISOString()
  const hashes = hashRequest(key, request, deps.sha256)
  const figures = freezeBevolking(vraag, withBevolking(deps.gemeente.kernen, bevolking), toDag(op))
  const inwoners = figures.map((cijfer) => cijfer.inwoners)
  const draft = draftVerdeling({
    jaar,
    vraag,
    antwoord,
    bevolking: figures,
    bevolkingVersie: bevolking.versie,
    controle: toControle(inwoners, controletotaal ?? bevolking.controle.controletotaal),
    hash: deps.sha256(canonicalJson({ vraag, methodeVersie: antwoord.methodeVersie, antwoord })),
    ...(toelichting && { toelichting }),
    voorsteller: medewerker,
    op,
    ...hashes,
  })
  const toevoeging = await deps.stores.wijkbudgetten.append(draft)
  if (toevoeging.soort === 'nieuw') return { ...draft, versie: toevoeging.versie }
  assertSameRequest(toevoeging.aanwezig, hashes)
  return asProposed(toevoeging.aanwezig)
}

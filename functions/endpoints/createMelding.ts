import { ofFields } from '../contract/problem.ts'
import { fillPath } from '../contract/route.ts'
import { type Routes, routes } from '../contract/routes.ts'
import { checkFormulier } from '../domain/afzender.ts'
import { claimFotos } from '../domain/foto/claimFotos.ts'
import { checkMelding, startMelding } from '../domain/melding.ts'
import { nummerOfKey } from '../domain/nummer.ts'
import { isOpenbaar } from '../domain/openbaarheid.ts'
import { findPlaats } from '../domain/plaats.ts'
import type { Deps, MeldingRecord } from '../domain/ports.ts'
import { routeMelding } from '../domain/routering.ts'
import { toVolglink } from '../domain/volglink.ts'
import { addOnce } from './addOnce.ts'
import { assertBudget } from './budget.ts'
import type { Endpoint, Reply } from './endpoint.ts'

/**
 * Takes a melding in. The answer depends on no outside service, and a repeat with the same Idempotency-Key gets
 * the first answer, volglink included.
 */
export const createMelding: Endpoint<Routes['createMelding']> = async (call, deps) => {
  const { idempotencyKey } = call
  // Sent again, a form says another time that it took; it is the same request all the same.
  const { formulier, ...body } = call.body
  const errors = [...checkFormulier(formulier), ...checkMelding(body, deps.gemeente)]
  if (errors.some(({ pointer }) => !pointer.startsWith('/geometrie'))) throw ofFields(errors)
  const plaats = findPlaats(body.geometrie.coordinates, deps.gemeente)
  const count = await assertBudget('melding', call, deps, {
    isRepeat: () => isStored(idempotencyKey, deps),
    ...(idempotencyKey !== undefined && { sleutel: idempotencyKey }),
  })
  const op = deps.now().toISOString()
  const volgcode = toBase64url(deps.randomBytes(18))
  const toedeling = routeMelding(body, plaats.kern, op, deps.gemeente)
  const melding = await addOnce(
    'M',
    { key: idempotencyKey, body },
    (geboorte) => startMelding(body, plaats, { ...geboorte, volgcode, op }, deps.gemeente, toedeling),
    async (record) => {
      const toevoeging = await deps.stores.meldingen.add(record, body.contact)
      if (toevoeging.soort === 'nieuw') await count()
      return toevoeging
    },
    deps,
  )
  // The stream does it too; a photo must neither wait for that nor keep a melding from coming in.
  await claimFotos(melding, deps.stores.fotos).catch(() => {})
  return toOntvangst(melding, deps)
}

/** Whether a melding came with this key before; without a key nobody can tell. */
async function isStored(key: string | undefined, { stores, sha256 }: Deps): Promise<boolean> {
  if (key === undefined) return false
  const melding = await stores.meldingen.find(nummerOfKey('M', key, 0, sha256))
  return melding?.sleutel === sha256(key)
}

/** The receipt as it was when the melding came in, whatever happened since. */
function toOntvangst(melding: MeldingRecord, { gemeente, dienst }: Deps): Reply<Routes['createMelding']> {
  const { nummer, kern } = melding
  const [first] = melding.geschiedenis
  const categorie = first?.categorie ?? melding.categorie
  return {
    body: {
      nummer,
      kern,
      kernNaam:
        [...gemeente.kernen, ...gemeente.vroegereKernen].find(({ code }) => code === kern)?.naam ?? kern,
      kernHerkomst: melding.kernHerkomst,
      status: first?.status ?? melding.status,
      geregistreerdOp: melding.geregistreerdOp,
      streefDatum: first?.streefDatum ?? melding.streefDatum,
      volglink: toVolglink(dienst.webadres, nummer, melding.volgcode),
    },
    // What is not public is only there for who has the volgcode.
    headers: {
      Location: fillPath((isOpenbaar(categorie, gemeente) ? routes.getMelding : routes.followMelding).path, {
        nummer,
      }),
    },
  }
}

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

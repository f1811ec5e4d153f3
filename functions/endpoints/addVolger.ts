import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { asAfter } from '../domain/behandeling/geschiedenis.ts'
import { isOpenbaar } from '../domain/openbaarheid.ts'
import type { Deps, MeldingRecord, VolgerRecord } from '../domain/ports.ts'
import { toVolglink } from '../domain/volglink.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import { assertBudget } from './budget.ts'
import type { Endpoint, Reply } from './endpoint.ts'
import { findMelding, notFound } from './findMelding.ts'

/** Each change of a melding tells all of them; so many people never follow one street lamp. */
const maxVolgers = 200

/**
 * "Dit is dezelfde": makes somebody a follower of the public, open melding of another, instead of reporting it again. One
 * that is not public is as unknown as a number nobody has. A repeat with the same Idempotency-Key gets the first answer.
 */
export const addVolger: Endpoint<Routes['addVolger']> = async (call, deps) => {
  const { params, body, idempotencyKey: key } = call
  const { nummer } = params
  const melding = await findMelding(nummer, deps)
  if (!isOpenbaar(melding.categorie, deps.gemeente)) throw notFound(nummer)
  const hashes = hashRequest(key, { nummer, body }, deps.sha256)
  const volger = hashes ? deps.sha256(`volger ${nummer} ${key}`).slice(0, 32) : newSecret(16, deps)
  const volgers = await deps.stores.meldingen.listVolgers(nummer)
  const earlier = volgers.find((each) => each.volger === volger)
  if (!earlier) assertVolgbaar(melding, volgers.length)
  const count = await assertBudget('volger', call, deps, {
    isRepeat: async () => earlier !== undefined,
    ...(key !== undefined && { sleutel: key }),
  })
  const record: VolgerRecord = {
    volger,
    volgcode: newSecret(18, deps),
    op: deps.now().toISOString(),
    ...(body.contact?.email && { email: body.contact.email }),
    ...hashes,
  }
  const outcome = await deps.stores.meldingen.addVolger(nummer, record)
  if (outcome.soort === 'nieuw') {
    await count()
    return toOntvangst(melding, record, deps)
  }
  assertSameRequest(outcome.aanwezig, hashes)
  return toOntvangst(melding, outcome.aanwezig, deps)
}

const newSecret = (bytes: number, { randomBytes }: Deps): string =>
  Buffer.from(randomBytes(bytes)).toString('base64url')

function assertVolgbaar({ nummer, status, hoofdmelding }: MeldingRecord, aantal: number): void {
  const refuse = (why: string) => new Problem('reactie-niet-mogelijk', why)
  if (hoofdmelding) throw refuse(`${nummer} is samengevoegd met ${hoofdmelding}. Volg die melding.`)
  if (status === 'gesloten')
    throw refuse(`${nummer} is al gesloten. Is het nog niet opgelost? Doe dan een nieuwe melding.`)
  if (aantal >= maxVolgers) throw refuse(`${nummer} heeft al ${maxVolgers} volgers. Meer kunnen er niet bij.`)
}

/** With the status and date of when it began, whatever happened since. */
function toOntvangst(
  melding: MeldingRecord,
  { volgcode, op }: VolgerRecord,
  { dienst }: Deps,
): Reply<Routes['addVolger']> {
  const { nummer } = melding
  const { status, streefDatum } = asAfter(melding, (regel) => regel.op <= op) ?? melding
  return { body: { nummer, status, streefDatum, volglink: toVolglink(dienst.webadres, nummer, volgcode) } }
}

import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { startStand, toRegel, writeBoeking } from '../domain/wijkbudget/boeking.ts'
import { assertSameRequest, hashRequest } from './addOnce.ts'
import type { Endpoint, Medewerker } from './endpoint.ts'
import { findKernOfGrootboek } from './findKernOfGrootboek.ts'

/** What a coördinator may book: promises within the room of the kern. Money in and out is for financiën. */
const vanCoordinator = ['reservering', 'verplichting', 'vrijval']

/** Books one line, when there is room for it; a repeat with the same Idempotency-Key gets the first line. */
export const addGrootboekregel: Endpoint<Routes['addGrootboekregel']> = async (call, deps) => {
  const { params, body, medewerker, idempotencyKey } = call
  const { code: kern, naam, vervallen } = findKernOfGrootboek(params.kerncode, deps.gemeente)
  if (vervallen) assertSettles(body.soort, naam)
  assertMay(body.soort, medewerker)
  const ledger = { jaar: params.jaar, kern }
  const by = { op: deps.now().toISOString(), door: medewerker.naam }
  const hashes = hashRequest(idempotencyKey, { ...params, ...body }, deps.sha256)
  const sleutel = hashes?.sleutel ?? deps.sha256(deps.randomBytes(16).join())
  const opdracht = { ...by, sleutel, grootboeken: [ledger], ...(hashes && { inhoud: hashes.inhoud }) }
  let booked = startBooked()
  const outcome = await deps.stores.grootboeken.book(opdracht, async ([stand = startStand(ledger)]) => {
    // Lines are only read for what refers to one; they are never changed, so an older list will do.
    const regels =
      body.soort === 'tegenboeking' ? await deps.stores.grootboeken.listRegels(ledger.jaar, [kern]) : []
    booked = writeBoeking([stand], [toRegel(body, ledger, stand, regels)], by)
    return booked
  })
  if (outcome.soort === 'bestaat') assertSameRequest(outcome.aanwezig, hashes)
  const [regel] = outcome.soort === 'bestaat' ? outcome.aanwezig.regels : booked.regels
  if (!regel) throw new Error(`boeking ${sleutel} has no line`)
  return { body: { ...ledger, regel } }
}

const startBooked = (): ReturnType<typeof writeBoeking> => ({ regels: [], standen: [] })

/** What can still be booked for a kern that is gone. */
const vanVervallenKern = ['betaling', 'vrijval', 'tegenboeking']

function assertSettles(soort: string, naam: string): void {
  if (vanVervallenKern.includes(soort)) return
  throw new Problem(
    'boeking-niet-mogelijk',
    `De kern ${naam} bestaat niet meer. U kunt nog betalen, vrijgeven en afsluiten, maar geen ${soort} boeken.`,
  )
}

function assertMay(soort: string, { rollen }: Medewerker): void {
  if (rollen.includes('financien') || vanCoordinator.includes(soort)) return
  throw new Problem(
    'geen-toegang',
    `Een ${soort} boekt alleen financiën. U kunt een reservering, verplichting of vrijval boeken.`,
  )
}

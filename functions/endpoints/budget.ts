/** Who sends much in an hour is asked for a proof of work, and above that has to wait. */
import { Problem } from '../contract/problem.ts'
import { type Budgetsoort, judgeBudget, type Oordeel, toAansluiting } from '../domain/afzender.ts'
import type { Deps } from '../domain/ports.ts'

/** What a call says of who sends it. */
export type Afzender = {
  /** The address it came from; absent only where there is no network between, as in a test. */
  adres?: string
  headers?: { toestel?: string | undefined; bewijs?: string | undefined }
}

type Teller = { sleutel: string; perUur: number }

const hourMillis = 3_600_000

/** Hashed with the day in it: tomorrow nobody can say that it was the same sender. */
function listTellers(soort: Budgetsoort, { adres, headers }: Afzender, deps: Deps, uur: string): Teller[] {
  const { perAdresPerUur, perToestelPerUur } = deps.gemeente.meldbudget
  const hash = (wie: string) => deps.sign(['afzender', uur.slice(0, 10), soort, wie].join('\n')).slice(0, 32)
  return [
    ...(adres ? [{ sleutel: hash(`adres ${toAansluiting(adres)}`), perUur: perAdresPerUur }] : []),
    ...(headers?.toestel ? [{ sleutel: hash(`toestel ${headers.toestel}`), perUur: perToestelPerUur }] : []),
  ]
}

const worst: readonly Oordeel[] = ['wacht', 'bewijs', 'vrij']

const inWords: Record<Budgetsoort, string> = {
  melding: 'meldingen',
  volger: 'meldingen om te volgen',
  foto: 'foto’s',
  nabij: 'vragen',
}

const refuse = (soort: Budgetsoort, minuten: number, extra: Problem['extra']): Problem =>
  new Problem(
    'te-veel',
    `Er kwamen in dit uur veel ${inWords[soort]} van uw adres of toestel. Probeer het over ${minuten === 1 ? '1 minuut' : `${minuten} minuten`} opnieuw. Is er haast bij? Bel de gemeente.`,
    extra,
  )

/**
 * Lets a request through that is within the budget, that repeats an earlier one (`isRepeat`, which is only asked above
 * the budget), or that has a proof of work. The counts are read before and added to after, so requests at the very same
 * moment can pass together; the throttle of the gateway bounds how many.
 *
 * @returns to be called when something new was stored, which is when it counts
 * @throws Problem `te-veel` with Retry-After, and with an `uitdaging` where a proof would help
 */
export async function assertBudget(
  soort: Budgetsoort,
  afzender: Afzender,
  deps: Deps,
  { isRepeat = async () => false, sleutel }: { isRepeat?: () => Promise<boolean>; sleutel?: string } = {},
): Promise<() => Promise<void>> {
  const now = deps.now()
  const uur = now.toISOString().slice(0, 13)
  const tellers = listTellers(soort, afzender, deps, uur)
  const keys = tellers.map((teller) => teller.sleutel)
  const { budgetten } = deps.stores
  const aantallen = await budgetten.list(keys, uur)
  const oordelen = tellers.map(({ perUur }, i) => judgeBudget(soort, aantallen[i] ?? 0, perUur))
  const oordeel = worst.find((each) => oordelen.includes(each)) ?? 'vrij'
  const count = () => budgetten.add(keys, uur)
  if (oordeel === 'vrij' || (await isRepeat())) return count

  const millis = hourMillis - (now.getTime() % hourMillis)
  const wacht = { wachtSeconden: Math.ceil(millis / 1000) }
  const refusal = (extra: Problem['extra']) => refuse(soort, Math.ceil(millis / 60_000), extra)
  if (oordeel === 'wacht') throw refusal(wacht)
  if (await hasProof(afzender, deps, now, sleutel)) return count
  // Looking nearby takes no proof: a form goes on without it.
  throw refusal(soort === 'nabij' ? wacht : { ...wacht, uitdaging: await deps.bewijzen.ask(now) })
}

/** Good, in time, and not used for another request; the same request may come again with the same proof. */
async function hasProof(
  { headers }: Afzender,
  { bewijzen, stores, sign, randomBytes }: Deps,
  now: Date,
  sleutel: string | undefined,
): Promise<boolean> {
  if (headers?.bewijs === undefined) return false
  const proof = await bewijzen.check(headers.bewijs, now)
  const gebruik = sign(`gebruik\n${sleutel ?? randomBytes(16).join()}`)
  return proof !== undefined && stores.budgetten.useOnce(proof.bewijs, proof.tot, gebruik)
}

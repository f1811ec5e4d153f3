/**
 * How much one address gets that nobody confirmed: who reports or follows writes any address, so many senders together could
 * fill the mailbox of somebody who asked for nothing. An address is only ever known by a hash with the day in it.
 */
import type { BudgetStore } from '../domain/afzender.ts'
import type { BerichtRecord } from '../domain/post/ports.ts'

export type AdresgrensDeps = {
  budgetten: Pick<BudgetStore, 'list' | 'add'>
  /** HMAC with a secret of this service, hex. */
  sign(text: string): string
  now(): Date
}

const perUur = 10
const perDag = 30

/** A question or a change for who reported follows from work of staff; this follows from what anybody may send. */
const isGegrensd = ({ soort, aan }: BerichtRecord): boolean => soort === 'ontvangen' || aan === 'volger'

/**
 * Counts are read before and added to after sending, so a few that go at the very same moment can pass together.
 * @returns to be called when it was sent; `undefined` when this address got enough in this hour or day (UTC)
 */
export async function findAdresruimte(
  bericht: BerichtRecord,
  email: string,
  { budgetten, sign, now }: AdresgrensDeps,
): Promise<(() => Promise<void>) | undefined> {
  if (!isGegrensd(bericht)) return async () => {}
  const uur = now().toISOString().slice(0, 13)
  const dag = uur.slice(0, 10)
  const hash = (per: string) => sign(['ontvanger', per, dag, email.toLowerCase()].join('\n')).slice(0, 32)
  // The count of a day stands under its last hour, so that it is kept until the day is over.
  const tellers = [
    { wie: hash('uur'), uur, grens: perUur },
    { wie: hash('dag'), uur: `${dag}T23`, grens: perDag },
  ]
  const over = await Promise.all(
    tellers.map(async ({ wie, uur: tot, grens }) => ((await budgetten.list([wie], tot))[0] ?? 0) >= grens),
  )
  if (over.includes(true)) return undefined
  return async () => void (await Promise.all(tellers.map(({ wie, uur: tot }) => budgetten.add([wie], tot))))
}

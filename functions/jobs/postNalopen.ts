/**
 * Makes mails ready that the stream never wrote down, because its record ended in the queue of what failed. Only of the
 * last days: older news helps nobody. What was written down stays as it is, so this may be done again and again.
 */
import { listPost } from '../domain/post/brieven.ts'
import { createAdresboek } from '../store/adresboek.ts'
import { meldingSort } from '../store/keys.ts'
import { scanPages } from '../store/scan.ts'
import { addBerichten, type PostregelDeps } from '../streams/post.ts'

/** Longer than a weekend in which nobody read the alarm; the queue keeps a record for two. */
const lookBackMillis = 7 * 86_400_000
/** What the stream has not brought yet is left to it. */
const tooFreshMillis = 3 * 3_600_000

const attributes = ['sk', 'nummer', 'gewijzigdOp']

/** @returns how many mails were made ready */
export const addMissingPost = async (deps: PostregelDeps): Promise<number> => {
  const now = deps.now().getTime()
  const [from, until] = [now - lookBackMillis, now - tooFreshMillis].map((at) => new Date(at).toISOString())
  const isDue = (op: string): boolean => op >= from! && op < until!
  const { find } = createAdresboek(deps.connection, deps.now)
  let added = 0
  for await (const page of scanPages(deps.connection, attributes)) {
    const changed = page.filter(({ sk, gewijzigdOp }) => sk === meldingSort && String(gewijzigdOp) >= from!)
    for (const { nummer } of changed) {
      const melding = await find(String(nummer))
      if (melding)
        added += await addBerichten(
          melding,
          listPost(melding, ({ op }) => isDue(op)),
          deps,
        )
    }
  }
  return added
}

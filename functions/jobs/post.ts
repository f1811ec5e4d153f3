/**
 * Sends the mails that are ready. The stream only writes down that there is a mail (`streams/post.ts`), so trouble with
 * mail holds up no count; this runs every minute, and does no harm when it runs twice at once.
 *
 * Text and address are looked up at this moment: who erased the address gets nothing. Sending is at least once: who is
 * killed between handing a mail over and writing that down leaves it ready, and two minutes later it goes again, under
 * the same Message-ID where the mail service keeps it. The other order would lose a mail, and a question that nobody
 * got makes somebody wait for nothing.
 */

import type { MeldingRecord } from '../domain/ports.ts'
import { type Adresboek, findAdressen, findDelen } from '../domain/post/adressen.ts'
import { findOntvangers, isVoorDelen, type Ontvanger, plaatsOfVersie } from '../domain/post/brieven.ts'
import {
  type BerichtRecord,
  type BerichtStore,
  type Postbus,
  PostFout,
  type Uitkomst,
} from '../domain/post/ports.ts'
import { type Afzender, writeBrief } from '../domain/post/writeBrief.ts'
import { type AdresgrensDeps, findAdresruimte } from './adresgrens.ts'

export type PostDeps = AdresgrensDeps & {
  meldingen: Adresboek
  berichten: BerichtStore
  postbus: Postbus
  afzender: Afzender
  /** Different for every run. */
  eigenaar: string
  /** Begins with no other mail afterwards. */
  signal?: AbortSignal
}

const minute = 60_000
/** Longer than any attempt takes. */
const leaseMillis = 2 * minute
/** After this long without success somebody has to look. */
const giveUpMillis = 24 * 60 * minute
const longestPause = 60 * minute
const atOnce = 50
const parallel = 4
/** Erased, or no longer merged: nothing went wrong, and nobody has to look. */
const niemand = 'Er is geen e-mailadres meer om naar te sturen.'
const teVeel = 'Er gingen te veel mails naar dit adres, dus deze is niet verstuurd.'
/** So many failures in a row are no trouble with one mail: the service is away, and this run stops. */
const outage = 3

const after = (now: Date, millis: number): string => new Date(now.getTime() + millis).toISOString()

/** The receiver of a mail, if there still is an address. */
const findOntvanger = async (
  melding: MeldingRecord,
  { soort, versie, ontvanger }: BerichtRecord,
  { meldingen }: PostDeps,
): Promise<Ontvanger | undefined> => {
  const regel = melding.geschiedenis[plaatsOfVersie(melding, versie)]
  if (!regel) return undefined
  const eigen = await findAdressen(melding, meldingen)
  const delen = isVoorDelen(soort) ? await findDelen(melding, meldingen) : []
  return findOntvangers(soort, regel.op, eigen, delen).find((each) => each.ontvanger === ontvanger)
}

const later = ({ op, pogingen }: BerichtRecord, uitleg: string, now: Date): Uitkomst => {
  if (now.getTime() - Date.parse(op) >= giveUpMillis) return { staat: 'mislukt', uitleg, naTeSturen: true }
  const pause = Math.min(minute * 2 ** pogingen, longestPause)
  return { staat: 'klaar', opnieuwOp: after(now, pause), pogingen: pogingen + 1 }
}

const attempt = async (bericht: BerichtRecord, deps: PostDeps): Promise<Uitkomst> => {
  const melding = await deps.meldingen.find(bericht.nummer)
  const naar = melding && (await findOntvanger(melding, bericht, deps))
  if (!melding || !naar) return { staat: 'mislukt', uitleg: niemand, naTeSturen: false }
  const count = await findAdresruimte(bericht, naar.email, deps)
  if (!count) return { staat: 'mislukt', uitleg: teVeel, naTeSturen: true }
  try {
    const brief = writeBrief(melding, bericht, bericht.soort, naar, deps.afzender)
    const sent = await deps.postbus.send(brief)
    // It went; a count that fails must not send it again.
    await count().catch(() => {})
    return { staat: 'verzonden', ...sent }
  } catch (error) {
    if (error instanceof PostFout && error.soort === 'geweigerd')
      return { staat: 'mislukt', uitleg: error.uitleg, naTeSturen: true }
    return later(bericht, 'De mail kon een dag lang niet worden verstuurd.', deps.now())
  }
}

/** Staff sees at the melding whether any mail about it failed. */
const flag = async ({ nummer }: BerichtRecord, uitkomst: Uitkomst, { meldingen, berichten }: PostDeps) => {
  if (uitkomst.staat === 'mislukt' && uitkomst.naTeSturen) return berichten.flag(nummer, true)
  if (uitkomst.staat !== 'verzonden' || !(await meldingen.find(nummer))?.postMislukt) return
  const all = await berichten.list(nummer)
  const failed = all.filter(({ staat }) => staat === 'teruggekomen' || staat === 'mislukt')
  if (failed.every(({ uitleg }) => uitleg === niemand)) await berichten.flag(nummer, false)
}

export type Verzending = { verzonden: number; mislukt: number; uitgesteld: number }

/** Sends one, unless somebody else is at it. */
const sendOne = async (bericht: BerichtRecord, deps: PostDeps): Promise<Uitkomst | undefined> => {
  const { berichten, eigenaar } = deps
  const now = deps.now()
  if (!(await berichten.take(bericht, eigenaar, now.toISOString(), after(now, leaseMillis)))) return undefined
  const uitkomst = await attempt(bericht, deps)
  await berichten.settle(bericht, uitkomst, deps.now().toISOString())
  await flag(bericht, uitkomst, deps)
  return uitkomst
}

/** Sends what is ready until nothing is, or the mail service seems away. */
export const sendPost = async (deps: PostDeps): Promise<Verzending> => {
  const total: Verzending = { verzonden: 0, mislukt: 0, uitgesteld: 0 }
  let failures = 0
  const run = async (work: Iterator<BerichtRecord>): Promise<void> => {
    while (failures < outage && !deps.signal?.aborted) {
      const next = work.next()
      if (next.done) return
      const uitkomst = await sendOne(next.value, deps)
      if (!uitkomst) continue
      total[uitkomst.staat === 'klaar' ? 'uitgesteld' : uitkomst.staat]++
      failures = uitkomst.staat === 'klaar' ? failures + 1 : 0
    }
  }
  for (;;) {
    const before = total.verzonden + total.mislukt
    const ready = await deps.berichten.listKlaar(deps.now().toISOString(), atOnce)
    const work = ready.values()
    await Promise.all(Array.from({ length: parallel }, () => run(work)))
    if (failures >= outage || deps.signal?.aborted || total.verzonden + total.mislukt === before) return total
  }
}

/**
 * Writes down which mails a change asks for: one item per version and receiver, without the address. Sending them is
 * for `jobs/post.ts`, so that trouble with mail holds up nothing here. An item that is there already stays as it is:
 * a change that is delivered again, or long after, asks for no second mail.
 */

import type { MeldingRecord } from '../domain/ports.ts'
import { findAdressen, findDelen } from '../domain/post/adressen.ts'
import {
  findOntvangers,
  findPost,
  hadDeel,
  isDoorDienst,
  isVoorDelen,
  type Postregel,
  plaatsOfVersie,
} from '../domain/post/brieven.ts'
import { toOnderwerp } from '../domain/post/writeBrief.ts'
import { createAdresboek } from '../store/adresboek.ts'
import { createBerichtStore } from '../store/berichten.ts'
import type { Connection } from '../store/connection.ts'
import { fromMeldingItem } from '../store/meldingItem.ts'
import type { Wijziging } from './wijziging.ts'

export type PostregelDeps = { connection: Connection; now(): Date }

/** Changes under way at once; the order of mails is that of their versions, whoever is first. */
const parallel = 8

/**
 * Makes each mail ready that is not there yet.
 * @returns how many were not
 */
export const addBerichten = async (
  melding: MeldingRecord,
  post: readonly Postregel[],
  { connection, now }: PostregelDeps,
): Promise<number> => {
  if (post.length === 0) return 0
  const meldingen = createAdresboek(connection, now)
  const berichten = createBerichtStore(connection)
  const eigen = await findAdressen(melding, meldingen)
  const delen = post.some(({ soort }) => isVoorDelen(soort)) ? await findDelen(melding, meldingen) : []
  let added = 0
  for (const { versie, soort } of post) {
    const { op } = melding.geschiedenis[plaatsOfVersie(melding, versie)]!
    const toen = delen.filter(({ melding: deel }) => hadDeel(melding, versie, deel.nummer))
    for (const naar of findOntvangers(soort, op, eigen, toen)) {
      const { ontvanger, aan } = naar
      const onderwerp = toOnderwerp(melding, versie, soort, naar)
      const bericht = { nummer: melding.nummer, versie, ontvanger, aan, soort, onderwerp }
      if (await berichten.add(bericht, now().toISOString())) added++
    }
  }
  return added
}

const consumeOne = async ({ nieuw, oud, item }: Wijziging, deps: PostregelDeps): Promise<void> => {
  if (!item || nieuw?.soort !== 'melding') return
  // Most of an import ends here.
  if (!isDoorDienst(String(item.gewijzigdOp), String(item.bewaardOp))) return
  const melding = fromMeldingItem(item)
  const post = findPost(melding, nieuw.versie - (oud?.versie ?? 0), String(item.bewaardOp))
  // Nobody follows what has just come in.
  const alleenMelder = post.every(({ soort }) => soort === 'ontvangen')
  if (!alleenMelder || item.heeftContact === true) await addBerichten(melding, post, deps)
}

/** May be called again with the same changes, by anyone. */
export const consumePost = async (wijzigingen: readonly Wijziging[], deps: PostregelDeps): Promise<void> => {
  const work = wijzigingen.values()
  const run = async () => {
    for (const wijziging of work) await consumeOne(wijziging, deps)
  }
  await Promise.all(Array.from({ length: parallel }, run))
}

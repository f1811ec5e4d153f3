import type { Reactie } from '../contract/opvolging.ts'
import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { refuseReactie } from '../domain/behandeling/mogelijk.ts'
import { reactOn } from '../domain/behandeling/reactie.ts'
import { toDag } from '../domain/dag.ts'
import type { Deps, MeldingRecord } from '../domain/ports.ts'
import { findEarlier, hashChange, type Merk } from './changeOnce.ts'
import type { Endpoint } from './endpoint.ts'
import { type Lezer, readVolglink, toLezerbeeld } from './readVolglink.ts'

/**
 * What the reporter does with the secret of the volglink. It names no version: it holds for the melding as it is now, so
 * when somebody else was before it is judged again. A retry gets the first answer.
 */
export const addReactie: Endpoint<Routes['addReactie']> = async (call, deps) => {
  const { params, headers, body, idempotencyKey } = call
  const merk = hashChange('reactie', idempotencyKey, body, deps.sha256)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const lezer = await readVolglink(params.nummer, headers.volgcode, deps)
    if (lezer.volger) return { body: await toLezerbeeld(await reactAsVolger(lezer, body, deps), deps) }
    const melding = findEarlier(lezer.melding, merk) ?? (await react(lezer, body, merk, deps))
    if (melding) return { body: await toLezerbeeld({ ...lezer, melding }, deps) }
  }
  throw new Problem('even-niet-bereikbaar', 'Er verandert nu veel bij deze melding. Probeer het zo opnieuw.')
}

/** Staff changes one melding now and then; more often than this in a row is a fault. */
const attempts = 20

/** @returns nothing when somebody else was before */
async function react(
  { melding, volgers }: Lezer,
  reactie: Reactie,
  merk: Merk | undefined,
  { stores, gemeente, now }: Deps,
): Promise<MeldingRecord | undefined> {
  const { nummer } = melding
  const contactvelden = await stores.meldingen.listContactvelden(nummer)
  const omgeving = { heeftContact: contactvelden.length > 0, aantalVolgers: volgers.length }
  const by = { op: now().toISOString(), ...merk }
  const changed = reactOn(melding, reactie, by, omgeving, gemeente)
  if (reactie.soort !== 'contact-wissen')
    return (await stores.meldingen.replace(changed)).soort === 'bewaard' ? changed : undefined
  const line = { nummer, wat: ['contact' as const], grond, datum: toDag(by.op) }
  return (await stores.vernietigingen.erase(changed, line, [])) === 'gewist' ? changed : undefined
}

const grond = 'Verzoek van de melder via de volglink (AVG artikel 17)'

/** Who follows has nothing to say about the melding of another, only about the own e-mail address. */
async function reactAsVolger(
  { volger, ...rest }: Lezer,
  reactie: Reactie,
  { stores, now }: Deps,
): Promise<Lezer> {
  if (reactie.soort !== 'contact-wissen')
    throw refuseReactie(
      'U volgt de melding van iemand anders, dus dit kan alleen de melder.',
      volger?.email ? ['contact-wissen'] : [],
    )
  await stores.meldingen.eraseVolgerEmail(rest.melding.nummer, volger!)
  const ground = 'Verzoek van de volger via de volglink (AVG artikel 17)'
  await stores.vernietigingen.noteVolger(rest.melding.nummer, ground, toDag(now()))
  const { email: _email, ...without } = volger!
  return { ...rest, volger: without }
}

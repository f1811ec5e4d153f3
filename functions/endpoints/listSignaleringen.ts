import type { Signaleringen } from '../contract/behandeling.ts'
import type { Routes } from '../contract/routes.ts'
import { toDag } from '../domain/dag.ts'
import { listKerncodes } from '../domain/kernindeling/kerncodes.ts'
import type { Deps, MeldingStore } from '../domain/ports.ts'
import { countSignalen } from '../domain/signaleringen.ts'
import type { Endpoint } from './endpoint.ts'

type Bewaard = { op: number; indeling: number; answer: Promise<Signaleringen> }

const minute = 60_000
/** Of this process. Holds counts, no melding. */
const bewaard = new WeakMap<MeldingStore, Bewaard>()

/**
 * Where the terms of open work stand, per kern and team. Reads all open work, so an answer holds for a minute; what it costs
 * stands in `README.md`.
 */
export const listSignaleringen: Endpoint<Routes['listSignaleringen']> = async (_call, deps) => {
  const { meldingen } = deps.stores
  const now = deps.now().getTime()
  const indeling = deps.gemeente.indeling.versie
  const known = bewaard.get(meldingen)
  if (known && known.indeling === indeling && now - known.op < minute) return { body: await known.answer }
  const answer = count(deps, new Date(now).toISOString())
  bewaard.set(meldingen, { op: now, indeling, answer })
  try {
    return { body: await answer }
  } catch (error) {
    // Who asks next does not get the fault of before.
    bewaard.delete(meldingen)
    throw error
  }
}

async function count({ gemeente, stores }: Deps, op: string): Promise<Signaleringen> {
  const kernen = listKerncodes(gemeente)
  const open = await stores.meldingen.listOpenWerk(kernen)
  return { peildatum: toDag(op), regels: countSignalen(open, kernen, op, gemeente) }
}

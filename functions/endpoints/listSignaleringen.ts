import type { Routes } from '../contract/routes.ts'
import { toDag } from '../domain/dag.ts'
import { listKerncodes } from '../domain/kernindeling/kerncodes.ts'
import { countSignalen } from '../domain/signaleringen.ts'
import type { Endpoint } from './endpoint.ts'

/** Where the terms of open work stand, per kern and team. Reads all open work: what that costs stands in `store/`. */
export const listSignaleringen: Endpoint<Routes['listSignaleringen']> = async (
  _call,
  { gemeente, stores, now },
) => {
  const op = now().toISOString()
  const kernen = listKerncodes(gemeente)
  const open = await stores.meldingen.listOpenWerk(kernen)
  return { body: { peildatum: toDag(op), regels: countSignalen(open, kernen, op, gemeente) } }
}

/**
 * The mail of the morning to each team (`domain/post/dagbericht.ts`): on working days, once a day, and only where
 * something is late or nearly. May be asked for as often as one likes.
 */
import { toDag } from '../domain/dag.ts'
import { listKerncodes } from '../domain/kernindeling/kerncodes.ts'
import type { GemeenteFeiten, MeldingStore } from '../domain/ports.ts'
import { writeDagberichten } from '../domain/post/dagbericht.ts'
import type { DagberichtStore, Postbus } from '../domain/post/ports.ts'

export type DagberichtDeps = {
  meldingen: Pick<MeldingStore, 'listOpenWerk'>
  dagberichten: DagberichtStore
  postbus: Postbus
  gemeente: GemeenteFeiten
  webadres: string
  /** Different for every run. */
  eigenaar: string
  now(): Date
}

const leaseMillis = 120_000

/**
 * @returns the teams that were sent a mail now
 * @throws the first failure, when every team was tried; who asks again sends only what was not sent
 */
export const sendDagberichten = async (deps: DagberichtDeps): Promise<string[]> => {
  const { meldingen, dagberichten, postbus, gemeente, webadres, eigenaar, now } = deps
  const op = now()
  const dag = toDag(op)
  if (!gemeente.isWerkdag(dag)) return []
  const open = await meldingen.listOpenWerk(listKerncodes(gemeente))
  const mails = writeDagberichten(open, op.toISOString(), { ...gemeente, webadres })
  const until = new Date(op.getTime() + leaseMillis).toISOString()
  const sent: string[] = []
  const failures: unknown[] = []
  for (const { team, brief } of mails) {
    if (!(await dagberichten.take(dag, team, eigenaar, op.toISOString(), until))) continue
    try {
      await postbus.send(brief)
      await dagberichten.settle(dag, team, eigenaar, true, op.toISOString())
      sent.push(team)
    } catch (error) {
      await dagberichten.settle(dag, team, eigenaar, false, op.toISOString())
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return sent
}

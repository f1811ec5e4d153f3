/**
 * What rules of routing would have done with the meldingen of a period, against the team that each has now. Reads only,
 * and what it tells holds no text.
 */

import { listKerncodes } from '../domain/kernindeling/kerncodes.ts'
import type { GemeenteFeiten, LijstVraag, Stores } from '../domain/ports.ts'
import { routeMelding } from '../domain/routering.ts'
import { teamOf } from '../domain/signaleringen.ts'
import { walkBladzijden } from '../domain/uitvoer.ts'
import { batchSize, type Connection, getItems } from '../store/connection.ts'
import { meldingKey } from '../store/keys.ts'

/** `anders` counts by team of now; `nummers` are some of them. */
export type Proefregel = {
  /** Absent: no rule fits, so the team of the categorie gets it. */
  regel?: string
  naar: string
  aantal: number
  anders: { van: string; aantal: number; nummers: string[] }[]
}

type Tekst = { nummer: string; omschrijving: string; antwoorden?: Record<string, string> }

export type Proef = {
  connection: Connection
  stores: Pick<Stores, 'meldingen'>
  /** With the rules to try. */
  gemeente: GemeenteFeiten
  /** Instants: at or after `vanaf`, before `voor`. */
  vanaf: string
  voor: string
  onProgress?(gelezen: number): void
}

const someNummers = 5
const vasteTeam = 'het vaste team van de categorie'

/** @returns how many were read, and a line per rule in the order of the rules, also for rules that fit nothing */
export async function tryRoutering({
  connection,
  stores,
  gemeente,
  vanaf,
  voor,
  onProgress,
}: Proef): Promise<{ gelezen: number; regels: Proefregel[] }> {
  const regels = new Map<string | undefined, Proefregel>(
    gemeente.routering.map(({ naam, dan }) => [
      naam,
      { regel: naam, naar: [dan.team, dan.medewerker].filter(Boolean).join(', '), aantal: 0, anders: [] },
    ]),
  )
  regels.set(undefined, { naar: vasteTeam, aantal: 0, anders: [] })
  const kernen = listKerncodes(gemeente)
  const vraag: LijstVraag = { kernen, vanaf, voor, limiet: batchSize }
  let gelezen = 0
  for await (const rijen of walkBladzijden((cursor) =>
    stores.meldingen.list({ ...vraag, ...(cursor && { cursor }) }),
  )) {
    const keys = rijen.map(({ nummer }) => meldingKey(nummer))
    const items = (await getItems(connection, keys, ['nummer', 'omschrijving', 'antwoorden'])) as Tekst[]
    const teksten = new Map(items.map((item) => [item.nummer, item]))
    for (const rij of rijen) {
      const tekst = teksten.get(rij.nummer)
      if (!tekst) continue
      gelezen++
      const uitkomst = routeMelding(
        { ...tekst, categorie: rij.categorie },
        rij.kern,
        rij.geregistreerdOp,
        gemeente,
      )
      note(regels.get(uitkomst.regel)!, rij.nummer, uitkomst.team, teamOf(rij, gemeente))
    }
    onProgress?.(gelezen)
  }
  return { gelezen, regels: [...regels.values()] }
}

function note(regel: Proefregel, nummer: string, team: string, nu: string): void {
  regel.aantal++
  if (team === nu) return
  let anders = regel.anders.find(({ van }) => van === nu)
  if (!anders) {
    anders = { van: nu, aantal: 0, nummers: [] }
    regel.anders.push(anders)
  }
  anders.aantal++
  if (anders.nummers.length < someNummers) anders.nummers.push(nummer)
}

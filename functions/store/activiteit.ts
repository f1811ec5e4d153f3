/** Reads what the stream counted: one Query per question, the same work for a thousand as a million meldingen. */
import type { ActiviteitStore, CelTelling, DagPeriode, Telling } from '../domain/ports.ts'
import { toAttributes, type Values } from './attributes.ts'
import { type Connection, queryAll } from './connection.ts'
import { findGeteldeIndeling } from './geteldeIndeling.ts'
import { alias, aliases, type Maatstaf, maandRange } from './keys.ts'
import { telStatussen } from './maatstaven.ts'
import { countAttributes, type Vak, visitAantallen } from './telblad.ts'

type Visit = (vak: Vak & { aantal: number }, kern: string, maand: string) => void

const visitPeriode = async (
  connection: Connection,
  maatstaf: Maatstaf,
  { van, tot }: DagPeriode,
  visit: Visit,
): Promise<void> => {
  const [from, to] = maandRange({ van, tot })
  const items: Values[] = await queryAll(connection, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: toAttributes({ ':pk': maatstaf, ':from': from, ':to': to }),
    ProjectionExpression: countAttributes.map(alias).join(', '),
    ExpressionAttributeNames: aliases(countAttributes),
  })
  const isInside = (maand: string, dag: number): boolean => {
    const day = `${maand}-${String(dag).padStart(2, '0')}`
    return (van === undefined || day >= van) && (tot === undefined || day <= tot)
  }
  for (const item of items) {
    const edge = item.maand === van?.slice(0, 7) || item.maand === tot?.slice(0, 7)
    visitAantallen(item, (vak, kern, maand) => {
      if (!edge || isInside(maand, vak.dag)) visit(vak, kern, maand)
    })
  }
}

/** Adds up what has the same key; `make` is called once per key. */
const sumBy = <T extends { aantal: number }>() => {
  const sums = new Map<string | number, T>()
  return {
    add(key: string | number, aantal: number, make: () => T) {
      const present = sums.get(key)
      if (present) present.aantal += aantal
      else sums.set(key, make())
    },
    list: () => [...sums.values()],
  }
}

const sumTellingen = async (
  connection: Connection,
  maatstaf: 'activiteit' | 'activiteit-nu',
  periode: DagPeriode,
): Promise<Telling[]> => {
  const sums = sumBy<Telling>()
  await visitPeriode(connection, maatstaf, periode, ({ woord, getal, aantal }, kern, maand) =>
    sums.add(`${maand} ${kern} ${getal} ${woord}`, aantal, () => {
      const status = telStatussen[getal]!
      const soort = status === 'ingediend' ? 'initiatief' : 'melding'
      return { soort, kern, maand, categorie: woord, status, aantal }
    }),
  )
  return sums.list()
}

export const createActiviteitStore = (connection: Connection): ActiviteitStore => ({
  listTellingen: (periode) => sumTellingen(connection, 'activiteit', periode),

  async listTellingenNu(periode, indeling) {
    // Before the first change every place is in the kern it was given.
    if (indeling === 1) return sumTellingen(connection, 'activiteit', periode)
    const counted = await findGeteldeIndeling(connection)
    return counted === indeling ? sumTellingen(connection, 'activiteit-nu', periode) : undefined
  },

  async listCellen(periode) {
    const sums = sumBy<CelTelling>()
    await visitPeriode(connection, 'dichtheid', periode, ({ getal, aantal }, kern) =>
      sums.add(`${getal} ${kern}`, aantal, () => ({ kern, cel: getal, aantal })),
    )
    return sums.list()
  },
})

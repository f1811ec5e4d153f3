/**
 * Mails about meldingen: an item per mail, never with the address. What is still to be sent stands in the index under
 * the instant at which it may be tried (`post#klaar`); who takes one moves that instant, so that nobody else does until
 * then. So a sender that is killed leaves nothing behind that is not tried again.
 */
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { Bericht } from '../contract/behandeling.ts'
import type { BerichtRecord, BerichtSleutel, BerichtStore, Uitkomst } from '../domain/post/ports.ts'
import { postsoorten } from '../domain/post/ports.ts'
import { type Attributes, fromAttributes, toAttributes, type Values } from './attributes.ts'
import { type Connection, getItem, isAbsent, put, queryPartition, update } from './connection.ts'
import { berichtKey, berichtPrefix, type Key, meldingKey, postLijst, volgorde, volgordeEnds } from './keys.ts'
import { table } from './table.ts'

const Item = z.object({
  nummer: z.string(),
  versie: z.int(),
  ontvanger: z.string(),
  soort: z.enum(postsoorten),
  aan: Bericht.shape.aan,
  onderwerp: z.string(),
  staat: Bericht.shape.staat,
  uitleg: z.string().optional(),
  op: z.string(),
  pogingen: z.int(),
})

const keyOf = ({ nummer, versie, ontvanger }: BerichtSleutel): Key => berichtKey(nummer, versie, ontvanger)

const place = (staat: 'klaar' | 'mislukt', op: string, nummer: string): Values => ({
  lijst: postLijst(staat),
  volgorde: volgorde(op, nummer),
})
const nowhere: Values = { lijst: undefined, volgorde: undefined }

type Bladzij = { berichten: BerichtRecord[]; volgende?: Attributes }

/**
 * In the index until `until`, oldest first, at most `limiet`. A page may hold fewer than the index names, also none, while
 * there is a next one: the index may be behind the table.
 */
const pageOf = async (
  connection: Connection,
  staat: 'klaar' | 'mislukt',
  until: string,
  limiet: number,
  vanaf?: Attributes,
): Promise<Bladzij> => {
  const command = new QueryCommand({
    TableName: connection.tableName,
    IndexName: table.index.name,
    KeyConditionExpression: 'lijst = :lijst AND volgorde < :eind',
    ExpressionAttributeValues: toAttributes({ ':lijst': postLijst(staat), ':eind': until }),
    Limit: limiet,
    ...(vanaf && { ExclusiveStartKey: vanaf }),
  })
  const { Items = [], LastEvaluatedKey } = await connection.client.send(command)
  const keys = Items.map(fromAttributes).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  const items = await Promise.all(keys.map((key) => getItem(connection, key)))
  const berichten = items.flatMap((item) => (item?.staat === staat ? [Item.parse(item)] : []))
  return { berichten, ...(LastEvaluatedKey && { volgende: LastEvaluatedKey }) }
}

const toChanges = (uitkomst: Uitkomst, { nummer }: BerichtSleutel, op: string): Values => {
  if (uitkomst.staat === 'verzonden') return { ...nowhere, ...uitkomst, op, uitleg: undefined }
  if (uitkomst.staat === 'klaar')
    return { ...place('klaar', uitkomst.opnieuwOp, nummer), pogingen: uitkomst.pogingen }
  const { naTeSturen, ...rest } = uitkomst
  return { ...(naTeSturen ? place('mislukt', op, nummer) : nowhere), ...rest, op }
}

const isThere = ({ nummer }: Pick<BerichtSleutel, 'nummer'>): [condition: string, values: Values] => [
  'nummer = :nummer',
  { ':nummer': nummer },
]
const stillReady = 'staat = :klaar'
const ready = { ':klaar': 'klaar' }

export const createBerichtStore = (connection: Connection): BerichtStore => ({
  async add(bericht, op) {
    const fresh = { staat: 'klaar', op, pogingen: 0, ...place('klaar', op, bericht.nummer) }
    return (await put(connection, { ...keyOf(bericht), ...bericht, ...fresh }, isAbsent)).written
  },

  async list(nummer) {
    const items = await queryPartition(connection, meldingKey(nummer).pk, berichtPrefix)
    return items.map((item) => Item.parse(item))
  },

  async listKlaar(now, limiet) {
    return (await pageOf(connection, 'klaar', volgorde(now, volgordeEnds.last), limiet)).berichten
  },

  async take(sleutel, eigenaar, now, tot) {
    // With an owner in it, who asks the same at the same instant is not taken for a retry of the first.
    const changes = { volgorde: volgorde(tot, sleutel.nummer), eigenaar }
    const outcome = await update(connection, keyOf(sleutel), changes, `${stillReady} AND #volgorde < :nu`, {
      ...ready,
      ':nu': volgorde(now, volgordeEnds.last),
    })
    return outcome.written
  },

  async settle(sleutel, uitkomst, op) {
    await update(connection, keyOf(sleutel), toChanges(uitkomst, sleutel, op), stillReady, ready)
  },

  async markTeruggekomen(sleutel, uitleg, op) {
    const changes = { ...nowhere, staat: 'teruggekomen', uitleg, op }
    return (await update(connection, keyOf(sleutel), changes, ...isThere(sleutel))).written
  },

  async requeue(now) {
    let count = 0
    let vanaf: Attributes | undefined
    do {
      const { berichten, volgende } = await pageOf(connection, 'mislukt', volgordeEnds.last, 100, vanaf)
      for (const bericht of berichten) {
        const changes = {
          ...place('klaar', now, bericht.nummer),
          staat: 'klaar',
          uitleg: undefined,
          op: now,
          pogingen: 0,
        }
        const { written } = await update(connection, keyOf(bericht), changes, 'staat = :mislukt', {
          ':mislukt': 'mislukt',
        })
        if (written) count++
      }
      vanaf = volgende
    } while (vanaf)
    return count
  },

  async flag(nummer, mislukt) {
    await update(connection, meldingKey(nummer), { postMislukt: mislukt }, ...isThere({ nummer }))
  },
})

/**
 * Re-assigning what is open to the kernen of a new kernindeling, step by step. A step is one transaction: some
 * meldingen or initiatieven get another kern, each with a line in its history, and the progress that counts them moves
 * on. So whatever is killed, and whoever else works at it, nothing is done twice and no count is off.
 */
import {
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { Hertoewijzing } from '../contract/kernindeling.ts'
import type { Status } from '../contract/melding.ts'
import { toAttributes, type Values } from './attributes.ts'
import { type Connection, conditionalPut, getItem } from './connection.ts'
import { hertoewijzingKey, initiatiefKey, initiatiefLijst, type Key, meldingKey, openLijst } from './keys.ts'
import { table } from './table.ts'

const Voortgang = Hertoewijzing.extend({
  /** Counts steps, so that two workers notice each other. */
  stap: z.int(),
  fase: z.enum(['begin', 'meldingen', 'initiatieven', 'tellingen']),
  /** Place in the list of this phase. */
  cursor: z.string().optional(),
})
export type Voortgang = z.infer<typeof Voortgang>

/** Moves in one step: with the progress they are at most the 100 items of a transaction. */
export const moveLimit = 90

export const startVoortgang = (versie: number): Voortgang => ({
  versie,
  status: 'wacht',
  bekeken: 0,
  totaal: 0,
  meldingenAnders: 0,
  initiatievenAnders: 0,
  stap: 0,
  fase: 'begin',
})

export const toVoortgangItem = (voortgang: Voortgang): Values => ({
  ...hertoewijzingKey(voortgang.versie),
  ...voortgang,
})

export const findVoortgang = async (
  connection: Connection,
  versie: number,
): Promise<Voortgang | undefined> => {
  const item = await getItem(connection, hertoewijzingKey(versie))
  return item && Voortgang.parse(item)
}

/** How many are open, or how many initiatieven there are, by kern; for progress, so about is enough. */
export const countLijsten = async (
  { client, tableName }: Connection,
  kernen: readonly string[],
): Promise<number> => {
  let total = 0
  for (const lijst of kernen.flatMap((kern) => [openLijst(kern), initiatiefLijst(kern)])) {
    let ExclusiveStartKey: Record<string, never> | undefined
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: table.index.name,
          KeyConditionExpression: 'lijst = :lijst',
          ExpressionAttributeValues: toAttributes({ ':lijst': lijst }),
          Select: 'COUNT',
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      )
      total += page.Count ?? 0
      ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey
    } while (ExclusiveStartKey)
  }
  return total
}

/** One melding or initiatief to another kern, as it was last seen. */
export type Move = {
  soort: 'melding' | 'initiatief'
  nummer: string
  /** Last seen version. */
  versie: number
  van: string
  naar: string
  herkomst: 'binnen' | 'afgeleid'
  /** Of a melding: stays what it is, and the line in its history says it again. */
  status?: Status
  geplandeDatum?: string
  regel: string
  door: string
  op: string
}

const keyOf = ({ soort, nummer }: Move): Key => (soort === 'melding' ? meldingKey : initiatiefKey)(nummer)

const toUpdate = (tableName: string, move: Move) => {
  const { soort, versie, van, naar, herkomst, status, geplandeDatum, regel, door, op } = move
  const isMelding = soort === 'melding'
  const line = isMelding
    ? { soort: 'kern', status, ...(geplandeDatum && { geplandeDatum }), toelichting: regel, op, door }
    : { toelichting: regel, op, door }
  const history = isMelding ? 'geschiedenis' : 'kernwijzigingen'
  return {
    TableName: tableName,
    Key: toAttributes(keyOf(move)),
    UpdateExpression: `SET kern = :naar, kernHerkomst = :herkomst, lijst = :lijst, versie = :volgende, bewaardOp = :op${
      isMelding ? ', gewijzigdOp = :op' : ''
    }, ${history} = list_append(if_not_exists(${history}, :leeg), :regel)`,
    ConditionExpression: `versie = :versie AND kern = :van${isMelding ? ' AND lijst = :open' : ''}`,
    ExpressionAttributeValues: toAttributes({
      ':naar': naar,
      ':herkomst': herkomst,
      ':lijst': (isMelding ? openLijst : initiatiefLijst)(naar),
      ':volgende': versie + 1,
      ':op': op,
      ':leeg': [],
      ':regel': [line],
      ':versie': versie,
      ':van': van,
      ...(isMelding && { ':open': openLijst(van) }),
    }),
  }
}

/** `geweigerd`: these moves met something that changed since it was seen; nothing was written. */
export type StapUitkomst = 'geschreven' | 'ingehaald' | { geweigerd: Move[] }

/** @returns `ingehaald` when somebody else made this step */
export const writeStap = async (
  { client, tableName }: Connection,
  before: Voortgang,
  after: Omit<Voortgang, 'stap'>,
  moves: readonly Move[] = [],
): Promise<StapUitkomst> => {
  const stap = before.stap + 1
  const progress = conditionalPut(tableName, toVoortgangItem({ ...after, stap }), 'stap = :vorige', {
    ':vorige': before.stap,
  })
  const TransactItems = [{ Put: progress }, ...moves.map((move) => ({ Update: toUpdate(tableName, move) }))]
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems }))
    return 'geschreven'
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
    const failed = reasons.map(
      ({ Code }) => Code === 'ConditionalCheckFailed' || Code === 'TransactionConflict',
    )
    if (failed[0]) return 'ingehaald'
    const geweigerd = moves.filter((_, n) => failed[n + 1])
    if (geweigerd.length === 0) throw error
    return { geweigerd }
  }
}

/** Ledgers: a line and the stand it leads to are one transaction, so no crash can part them. */
import { setTimeout } from 'node:timers/promises'
import {
  type CancellationReason,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { Problem } from '../contract/problem.ts'
import type { GrootboekSleutel, GrootboekStore, RegelRecord, StandRecord } from '../domain/ports.ts'
import { startStand } from '../domain/wijkbudget/boeking.ts'
import type { Boekopdracht } from '../domain/wijkbudget/ports.ts'
import { vaststellingSleutel } from '../domain/wijkbudget/vaststelling.ts'
import { fromAttributes } from './attributes.ts'
import { type Connection, conditionalPut, getItem, isAbsent, queryPartition } from './connection.ts'
import { fromBoekingItem, fromStandItem, placesOf, toBoekingItems, toStandItem } from './grootboekItem.ts'
import { boekingKey, boekingPrefix, grootboekPartition, standKey, standPrefix } from './keys.ts'
import { adoption } from './wijkbudgetten.ts'

/** Reasons that go away by themselves: another transaction was busy with an item, or the table was. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])
const conditionFailed = 'ConditionalCheckFailed'

/** Of a hundred people at once the last is served after about fifty rounds; who waits longer is told so. */
const attempts = 200
const longestPauseMillis = 60

/** Grows with each attempt, and differs between boekingen, so that they do not meet again. */
const pauseOf = (sleutel: string, attempt: number): number => {
  const mix = [...`${sleutel}${attempt}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
  return mix % Math.min(longestPauseMillis, 4 * (attempt + 1))
}

/** `undefined`: written. Otherwise a reason per item, in order. */
const transact = async (
  { client }: Connection,
  puts: ReturnType<typeof conditionalPut>[],
): Promise<CancellationReason[] | undefined> => {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: puts.map((Put) => ({ Put })) }))
    return undefined
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : undefined
    const known = reasons?.every(({ Code = 'None' }) => ['None', conditionFailed].includes(Code) || passing.has(Code))
    if (!reasons || !known) throw error
    return reasons
  }
}

const putsOf = (
  { tableName }: Connection,
  opdracht: Boekopdracht,
  { regels, standen }: { regels: RegelRecord[]; standen: StandRecord[] },
) => [
  ...toBoekingItems(opdracht, regels).map((item) => conditionalPut(tableName, item, isAbsent)),
  ...(opdracht.verdeling ? [adoption(tableName, opdracht.verdeling)] : []),
  ...standen.map((stand) => {
    const isSame = stand.versie === 1 ? isAbsent : 'versie = :vorige'
    const values = stand.versie === 1 ? undefined : { ':vorige': stand.versie - 1 }
    return conditionalPut(tableName, toStandItem(stand), isSame, values)
  }),
]

export const createGrootboekStore = (connection: Connection): GrootboekStore => {
  const findStand = async (sleutel: GrootboekSleutel): Promise<StandRecord> => {
    const item = await getItem(connection, standKey(sleutel.jaar, sleutel.kern))
    return item ? fromStandItem(item) : startStand(sleutel)
  }
  const findBoeking = async (place: string, sleutel: string) => {
    const item = await getItem(connection, boekingKey(place, sleutel))
    return item && fromBoekingItem(item)
  }

  return {
    async listStanden(jaar) {
      const items = await queryPartition(connection, grootboekPartition(jaar), standPrefix)
      return items.map(fromStandItem)
    },

    async listRegels(jaar, kernen) {
      const places = [undefined, ...kernen].map((kern) => grootboekPartition(jaar, kern))
      const items = await Promise.all(places.map((place) => queryPartition(connection, place, boekingPrefix)))
      const regels = items.flat().flatMap((item) => fromBoekingItem(item).regels)
      return kernen.flatMap((kern) =>
        regels.filter((regel) => regel.kern === kern).sort((a, b) => a.volgnummer - b.volgnummer),
      )
    },

    findVaststelling: (jaar, versie) => findBoeking(grootboekPartition(jaar), vaststellingSleutel(versie)),

    async book(opdracht, maak) {
      const [place = ''] = placesOf(opdracht)
      for (let attempt = 0; attempt < attempts; attempt++) {
        const aanwezig = await findBoeking(place, opdracht.sleutel)
        if (aanwezig) return { soort: 'bestaat', aanwezig }
        const boeking = maak(await Promise.all(opdracht.grootboeken.map(findStand)))
        const puts = putsOf(connection, opdracht, boeking)
        const reasons = await transact(connection, puts)
        if (!reasons) return { soort: 'nieuw' }
        const present = reasons[0]?.Item && fromAttributes(reasons[0].Item)
        if (present) return { soort: 'bestaat', aanwezig: fromBoekingItem(present) }
        const adopted = opdracht.verdeling && reasons[placesOf(opdracht).length]?.Code === conditionFailed
        if (adopted) return { soort: 'veranderd' }
        await setTimeout(pauseOf(opdracht.sleutel, attempt))
      }
      throw new Problem('even-niet-bereikbaar', 'Het is nu te druk in dit grootboek. Er is niets geboekt; probeer het opnieuw.')
    },
  }
}

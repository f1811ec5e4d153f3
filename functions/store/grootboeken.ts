/** Ledgers: a line and the stand it leads to are one transaction, so no crash can part them. */
import { setTimeout } from 'node:timers/promises'
import {
  type CancellationReason,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { Problem } from '../contract/problem.ts'
import type { GrootboekSleutel, GrootboekStore, StandRecord } from '../domain/ports.ts'
import { startStand, vaststellingSleutel } from '../domain/wijkbudget/boeking.ts'
import type { Boekopdracht, Geboekt } from '../domain/wijkbudget/ports.ts'
import { fromAttributes, type Values } from './attributes.ts'
import { type Connection, conditionalPut, getItem, isAbsent, queryPartition } from './connection.ts'
import { fromBoekingItem, fromStandItem, placesOf, toBoekingItems, toStandItem } from './grootboekItem.ts'
import {
  boekingKey,
  boekingPrefix,
  grootboekPartition,
  standKey,
  standPrefix,
  vaststellingenKey,
} from './keys.ts'
import { adoption } from './wijkbudgetten.ts'

/**
 * Reasons that go away by themselves: another transaction was busy with an item, or the table was. Unlike `transact.ts`,
 * which tries the same writes again, a boeking is then made anew from the standen there are by that time.
 */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])
const conditionFailed = 'ConditionalCheckFailed'

/** A hundred people at once are served within some fifteen attempts each; who is not, hears that it is too busy. */
const attempts = 40
const longestPauseMillis = 800

/** Grows with each attempt, and differs between boekingen, so that they do not meet again. */
const pauseOf = (sleutel: string, attempt: number): number => {
  const mix = [...`${sleutel}${attempt}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
  return mix % Math.min(longestPauseMillis, 10 * 2 ** attempt)
}

/** `undefined`: written. Otherwise a reason per item, in order. */
const tryPuts = async (
  { client }: Connection,
  puts: ReturnType<typeof conditionalPut>[],
): Promise<CancellationReason[] | undefined> => {
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: puts.map((Put) => ({ Put })) }))
    return undefined
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? error.CancellationReasons : undefined
    const known = reasons?.every(
      ({ Code = 'None' }) => ['None', conditionFailed].includes(Code) || passing.has(Code),
    )
    if (!reasons || !known) throw error
    return reasons
  }
}

/** An item that counts its own changes: written only over the change before. */
const putNext = (tableName: string, item: Values, versie: number) =>
  versie === 1
    ? conditionalPut(tableName, item, isAbsent)
    : conditionalPut(tableName, item, 'versie = :vorige', { ':vorige': versie - 1 })

/** Boekingen first: a refusal of the first one says that this boeking was made before. */
const putsOf = ({ tableName }: Connection, opdracht: Boekopdracht, { regels, standen }: Geboekt) => {
  const { vaststelling } = opdracht
  const boekingen = toBoekingItems(opdracht, regels).map((item) => conditionalPut(tableName, item, isAbsent))
  const bookkeeping = standen.map((stand) => putNext(tableName, toStandItem(stand), stand.versie))
  if (!vaststelling) return { puts: [...boekingen, ...bookkeeping], adopting: [] }
  const { verdeling, eerdere } = vaststelling
  const versie = eerdere + 1
  const teller = putNext(tableName, { ...vaststellingenKey(verdeling.jaar), versie }, versie)
  const adopting = [boekingen.length, boekingen.length + 1]
  return { puts: [...boekingen, adoption(tableName, verdeling), teller, ...bookkeeping], adopting }
}

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
        const standen = await Promise.all(opdracht.grootboeken.map(findStand))
        const geboekt = await tryMaak(maak, standen)
        if (geboekt instanceof Problem) {
          // Perhaps there is no room any more because this very boeking took it.
          const aanwezig = await findBoeking(place, opdracht.sleutel)
          if (aanwezig) return { soort: 'bestaat', aanwezig }
          throw geboekt
        }
        const { puts, adopting } = putsOf(connection, opdracht, geboekt)
        const reasons = await tryPuts(connection, puts)
        if (!reasons) return { soort: 'nieuw' }
        const present = reasons[0]?.Item && fromAttributes(reasons[0].Item)
        if (present) return { soort: 'bestaat', aanwezig: fromBoekingItem(present) }
        if (adopting.some((i) => reasons[i]?.Code === conditionFailed)) return { soort: 'veranderd' }
        await setTimeout(pauseOf(opdracht.sleutel, attempt))
      }
      throw new Problem(
        'even-niet-bereikbaar',
        'Het is nu te druk in dit grootboek. Er is niets geboekt; probeer het opnieuw.',
      )
    },
  }
}

const tryMaak = async (
  maak: Parameters<GrootboekStore['book']>[1],
  standen: StandRecord[],
): Promise<Geboekt | Problem> => {
  try {
    return await maak(standen)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

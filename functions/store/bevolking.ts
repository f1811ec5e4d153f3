/** Versions of the population; a correction is a new one. */
import * as z from 'zod'
import { Bevolking } from '../contract/bevolking.ts'
import type { BevolkingRecord, BevolkingStore } from '../domain/ports.ts'
import { appendVersie } from './appendVersie.ts'
import type { Values } from './attributes.ts'
import { type Connection, queryPartition } from './connection.ts'
import { bevolkingKey, bevolkingPartition } from './keys.ts'

const Item = Bevolking.extend({ sleutel: z.string().optional(), inhoud: z.string().optional() })

const toItem = (bevolking: BevolkingRecord): Values => ({ ...bevolkingKey(bevolking.versie), ...bevolking })

export const createBevolkingStore = (connection: Connection): BevolkingStore => {
  const list = async (): Promise<BevolkingRecord[]> => {
    const items = await queryPartition(connection, bevolkingPartition)
    return items.map((item) => Item.parse(item))
  }
  return { list, append: (bevolking) => appendVersie(connection, bevolking, { list, toItem }) }
}

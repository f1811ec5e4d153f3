/** The records of photos. One that no melding names yet stands in the index, so that it can be found and removed. */
import { QueryCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { FotoStore } from '../domain/foto/ports.ts'
import { fromAttributes, toAttributes } from './attributes.ts'
import { type Connection, getItem, isAbsent, put, remove, update } from './connection.ts'
import { fotoKey, losseFotos, volgorde } from './keys.ts'
import { table } from './table.ts'

const Foto = z.object({
  foto: z.string(),
  staat: z.enum(['wacht', 'schoon', 'geweigerd']),
  uitleg: z.string().optional(),
  breedte: z.int().optional(),
  hoogte: z.int().optional(),
  op: z.string(),
  nummer: z.string().optional(),
})

/** There, and no melding names it. */
const isFree = 'attribute_exists(pk) AND attribute_not_exists(nummer)'

export const createFotoStore = (connection: Connection): FotoStore => ({
  async add(foto) {
    const place = { lijst: losseFotos, volgorde: volgorde(foto.op, foto.foto) }
    const outcome = await put(connection, { ...fotoKey(foto.foto), ...place, ...foto }, isAbsent)
    return outcome.written ? { soort: 'nieuw' } : { soort: 'bestaat', aanwezig: Foto.parse(outcome.present) }
  },

  async find(foto) {
    const item = await getItem(connection, fotoKey(foto))
    return item && Foto.parse(item)
  },

  async settle(foto, uitkomst) {
    const outcome = await update(connection, fotoKey(foto), uitkomst, 'staat = :wacht', { ':wacht': 'wacht' })
    return outcome.written
  },

  async claim(foto, nummer) {
    const changes = { nummer, lijst: undefined, volgorde: undefined }
    const condition = 'attribute_exists(pk) AND (attribute_not_exists(nummer) OR nummer = :zelf)'
    const outcome = await update(connection, fotoKey(foto), changes, condition, { ':zelf': nummer })
    return outcome.written
  },

  async listUnclaimed(voor, limiet) {
    const question = new QueryCommand({
      TableName: connection.tableName,
      IndexName: table.index.name,
      KeyConditionExpression: 'lijst = :los AND volgorde < :voor',
      ExpressionAttributeValues: toAttributes({ ':los': losseFotos, ':voor': new Date(voor).toISOString() }),
      Limit: limiet,
    })
    const { Items = [] } = await connection.client.send(question)
    return Items.map((item) => String(fromAttributes(item).pk).slice(fotoKey('').pk.length))
  },

  async refuseUnclaimed(foto, uitleg) {
    const outcome = await update(connection, fotoKey(foto), { staat: 'geweigerd', uitleg }, isFree, {})
    return outcome.written
  },

  remove: (foto) => remove(connection, fotoKey(foto)),
})

/** Versions of the kernindeling: drafts that change by revision, adopted ones that never change, with their outlines. */
import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import { Kern } from '../contract/kern.ts'
import { Kernindelingontwerp } from '../contract/kernindeling.ts'
import type { Gebouwd, KernindelingRecord, KernindelingStore } from '../domain/kernindeling/ports.ts'
import { appendVersie } from './appendVersie.ts'
import { fromAttributes, type Values } from './attributes.ts'
import {
  type Connection,
  conditionalPut,
  getItem,
  isAbsent,
  isOwnWrite,
  put,
  queryPartition,
} from './connection.ts'
import { findVoortgang, startVoortgang, toVoortgangItem } from './hertoewijzing.ts'
import { gebouwdKey, ingangsdatumKey, kernindelingKey, kernindelingPartition, versiePrefix } from './keys.ts'
import { transact } from './transact.ts'

const Item = Kernindelingontwerp.extend({
  voorstellerId: z.string().optional(),
  vaststellerId: z.string().optional(),
  cijfers: z.array(z.object({ code: z.string(), naam: z.string(), inwoners: z.int() })).optional(),
  sleutel: z.string().optional(),
  inhoud: z.string().optional(),
})

// Through JSON, because a draft may hold members that are `undefined`.
const toItem = (record: KernindelingRecord): Values => ({
  ...kernindelingKey(record.versie),
  ...(JSON.parse(JSON.stringify(record)) as Values),
})
const fromItem = (item: Values): KernindelingRecord => Item.parse(item)

/** Below DynamoDB's 400 kB per item. */
const pieceBytes = 350_000

/** Length of the JSON (4 bytes), the JSON of the kernen, the index; all of it packed. */
const pack = ({ kernen, index }: Gebouwd): Buffer => {
  const json = Buffer.from(JSON.stringify(kernen))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  return gzipSync(Buffer.concat([length, json, index]))
}

const unpack = (packed: Uint8Array): Gebouwd => {
  const bytes = gunzipSync(packed)
  const end = 4 + bytes.readUInt32LE()
  // A copy of its own: the index is read as numbers of 8 bytes, which must begin at a multiple of 8.
  return {
    kernen: z.array(Kern).parse(JSON.parse(bytes.toString('utf8', 4, end))),
    index: Uint8Array.from(bytes.subarray(end)),
  }
}

/** Written before the adoption that makes them count; the same revision gives the same pieces. */
const putGebouwd = async (connection: Connection, { versie, rev }: KernindelingRecord, gebouwd: Gebouwd) => {
  const packed = pack(gebouwd)
  const stukken = Math.ceil(packed.length / pieceBytes)
  for (let n = 0; n < stukken; n++) {
    const bytes = packed.subarray(n * pieceBytes, (n + 1) * pieceBytes)
    await put(
      connection,
      { ...gebouwdKey(versie, rev, n), stukken, bytes },
      `${isAbsent} OR stukken > :nul`,
      { ':nul': 0 },
    )
  }
}

const Stuk = z.object({ stukken: z.int(), bytes: z.instanceof(Uint8Array) })

/** Outlines and index of an adopted version. */
export const findGebouwd = async (connection: Connection, versie: number): Promise<Gebouwd | undefined> => {
  const item = await getItem(connection, kernindelingKey(versie))
  if (item?.status !== 'vastgesteld') return undefined
  const read = async (n: number) =>
    Stuk.parse(await getItem(connection, gebouwdKey(versie, Number(item.rev), n)))
  const first = await read(0)
  const others = await Promise.all(Array.from({ length: first.stukken - 1 }, (_, n) => read(n + 1)))
  return unpack(Buffer.concat([first, ...others].map(({ bytes }) => bytes)))
}

const isUnchanged = 'rev = :vorige AND #status <> :vastgesteld'

/** A put over the revision before, as long as that was not adopted. */
const overwrite = (tableName: string, record: KernindelingRecord) => ({
  ...conditionalPut(tableName, toItem(record), isUnchanged, {
    ':vorige': record.rev - 1,
    ':vastgesteld': 'vastgesteld',
  }),
  ExpressionAttributeNames: { '#status': 'status' },
})

export const createKernindelingStore = (connection: Connection): KernindelingStore => {
  const list = async (): Promise<KernindelingRecord[]> =>
    (await queryPartition(connection, kernindelingPartition, versiePrefix)).map(fromItem)
  return {
    list,

    append: (record) =>
      appendVersie<KernindelingRecord>(connection, record, {
        // Version 1 is the file of the gemeente: numbering goes on after it.
        list: async () => [{ versie: 1 } as KernindelingRecord, ...(await list())],
        toItem,
      }),

    async replace(record) {
      const outcome = await putAll(connection, [overwrite(connection.tableName, record)])
      if (!outcome) return { soort: 'bewaard' }
      return {
        soort: 'verouderd',
        aanwezig: fromItem((await getItem(connection, kernindelingKey(record.versie))) ?? {}),
      }
    },

    async adopt(record, gebouwd) {
      const { tableName } = connection
      await putGebouwd(connection, record, gebouwd)
      const { versie, geldigVanafDatum } = record
      const refused = await putAll(connection, [
        overwrite(tableName, record),
        conditionalPut(tableName, { ...ingangsdatumKey(geldigVanafDatum), versie }, isAbsent),
        conditionalPut(tableName, toVoortgangItem(startVoortgang(versie)), isAbsent),
      ])
      if (!refused) return 'vastgesteld'
      return refused.includes(0) ? 'verouderd' : 'datum-bezet'
    },

    findGebouwd: (versie) => findGebouwd(connection, versie),
    findHertoewijzing: (versie) => findVoortgang(connection, versie),
  }
}

/** `undefined`: written, now or by an attempt that seemed to fail. Otherwise which conditions did not hold. */
const putAll = async (
  connection: Connection,
  puts: ReturnType<typeof conditionalPut>[],
): Promise<number[] | undefined> => {
  const refusals = await transact(
    connection,
    puts.map((Put) => ({ Put })),
  )
  const present = refusals?.[0]?.present
  if (!refusals || (present && isOwnWrite(present, fromAttributes(puts[0]!.Item)))) return undefined
  return refusals.flatMap(({ failed }, n) => (failed ? [n] : []))
}

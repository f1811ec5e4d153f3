/** What counting reads of a melding or initiatief in the table: from a stream record or from a scan. */
import * as z from 'zod'
import { Status } from '../contract/melding.ts'
import type { Values } from './attributes.ts'
import { initiatiefSort, meldingSort } from './keys.ts'
import type { Telbaar } from './maatstaven.ts'

const common = {
  nummer: z.string(),
  versie: z.int(),
  kern: z.string(),
  lon: z.number(),
  lat: z.number(),
  geregistreerdOp: z.string(),
}
const Item = z.discriminatedUnion('sk', [
  z.object({ sk: z.literal(meldingSort), ...common, categorie: z.string(), status: Status }),
  z.object({ sk: z.literal(initiatiefSort), ...common, status: z.literal('ingediend') }),
])

/** What a scan must read of each item. */
export const telbaarAttributes = ['sk', ...Object.keys(common), 'categorie', 'status', 'bewaardOp']

/** Items of other kinds give `undefined`; a melding or initiatief that is broken throws. */
export const toTelbaar = (item: Values): Telbaar | undefined => {
  if (item.sk !== meldingSort && item.sk !== initiatiefSort) return undefined
  const { sk, ...rest } = Item.parse(item)
  return { categorie: '', ...rest, soort: sk }
}

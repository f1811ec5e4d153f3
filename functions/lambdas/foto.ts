/** Deployed entry that cleans a photo as soon as it has come in. The log holds no code of a photo. */
import type { EventBridgeEvent } from 'aws-lambda'
import { readFotoConfig } from '../config.ts'
import { settleFoto } from '../fotos/settleFoto.ts'
import { createClient } from '../store/client.ts'
import { createFotokluis, fotoOfKey } from '../store/fotokluis.ts'
import { createFotoStore } from '../store/fotos.ts'

type ObjectCreated = EventBridgeEvent<'Object Created', { object: { key: string } }>

const { TABEL, FOTOBUCKET } = readFotoConfig(process.env)
const fotos = createFotoStore({ client: createClient(), tableName: TABEL })
const fotokluis = createFotokluis({ bucket: FOTOBUCKET, now: () => new Date() })

export const handler = async ({ detail }: ObjectCreated): Promise<void> => {
  const foto = fotoOfKey(detail.object.key)
  if (foto !== undefined) await settleFoto(foto, { fotos, fotokluis })
}

/** The composition root: from configuration to everything an endpoint may use. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { loadGemeente } from '../geodata/gemeente.ts'
import { createIndelingen } from '../geodata/kernindeling/indelingen.ts'
import product from '../package.json' with { type: 'json' }
import { createBewijzen } from './afzender/bewijzen.ts'
import type { Config } from './config.ts'
import type { Meldbudget } from './domain/afzender.ts'
import type { Fotokluis } from './domain/foto/ports.ts'
import type { Deps } from './domain/ports.ts'
import { createClient } from './store/client.ts'
import { createFotokluis } from './store/fotokluis.ts'
import { createStores } from './store/stores.ts'

/** What a laptop or a test gives instead of the world's own. */
type World = {
  client?: DynamoDBClient
  fotokluis?: Fotokluis
  meldbudget?: Meldbudget
  now?: () => Date
  log?: (line: string) => void
}

/** Where Lambda and a terminal keep lines. */
const toOutput = (line: string): void => void process.stdout.write(`${line}\n`)

/** @throws Error with one Dutch sentence when the files of the gemeente are not there or broken. */
export function createDeps(
  config: Config,
  { client = createClient(), fotokluis, meldbudget, now = () => new Date(), log = toOutput }: World = {},
): Deps {
  const loaded = loadGemeente(config.GEMEENTE, config.GEODATA)
  const gemeente = meldbudget ? { ...loaded, meldbudget } : loaded
  const stores = createStores(client, config.TABEL, { cursorKey: config.CURSOR_SLEUTEL, now })
  const folder = config.GEODATA
  return {
    gemeente,
    indelingen: createIndelingen({
      gemeente,
      store: stores.kernindelingen,
      now,
      ...(folder !== undefined && { folder }),
    }),
    stores,
    fotokluis: fotokluis ?? createFotokluis({ bucket: config.FOTOBUCKET, now }),
    bewijzen: createBewijzen({ sleutel: config.CURSOR_SLEUTEL, randomBytes }),
    dienst: {
      webadres: config.WEBADRES,
      aanmelden: {
        issuer: config.OIDC_ISSUER,
        clientId: config.OIDC_CLIENT_ID,
        scope: config.OIDC_SCOPE,
        ...(config.OIDC_RESOURCE && { resource: config.OIDC_RESOURCE }),
      },
      voorbeeldgegevens: config.VOORBEELDGEGEVENS === 'ja',
      versie: product.version,
      ...(config.RAND_SLEUTEL !== undefined && { rand: config.RAND_SLEUTEL }),
    },
    now,
    randomBytes: (n) => randomBytes(n),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    sign: (text) => createHmac('sha256', config.CURSOR_SLEUTEL).update(text).digest('hex'),
    logInzage: (inzage) => log(JSON.stringify({ inzage })),
  }
}

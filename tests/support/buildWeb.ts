/** Before the journeys: builds the web once, so that no test waits for it and every test sees today's sources. */
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './sources.ts'

export default async function buildWeb(): Promise<void> {
  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'web'), logLevel: 'error' })
}

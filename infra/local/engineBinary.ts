/** Where the program of the local database is, for this machine. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Path of the engine. `KERNPUNT_DYNOXIDE_BIN` points at another one.
 * @throws Error with a Dutch sentence when there is none for this machine.
 */
export const findEngineBinary = (environment: NodeJS.ProcessEnv = process.env): string => {
  const machine = `${process.platform}-${process.arch}`
  const chosen = environment.KERNPUNT_DYNOXIDE_BIN
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`KERNPUNT_DYNOXIDE_BIN wijst naar ${chosen}, maar daar staat geen programma.`)
  }
  const file = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide'
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${machine}/${file}`)
  } catch {
    throw new Error(
      `De lokale database is er niet voor ${machine}. Draai npm ci opnieuw, of wijs met KERNPUNT_DYNOXIDE_BIN ` +
        'een dynoxide-programma aan, of met DYNAMODB_ENDPOINT een andere database.',
    )
  }
}

/** The date the gemeente will promise, by the rules of the server itself, before anything is sent. */
import type { Categorie } from '../../functions/contract/instellingen.ts'
import { promiseDatum } from '../../functions/domain/belofte.ts'
import { openWerkdagen } from '../../functions/domain/feestdagen.ts'
import { instellingen } from './gemeente.ts'

/** `YYYY-MM-DD` for who sends it now; undefined while the settings are not there. */
export function expectStreefdatum(categorie: Categorie): string | undefined {
  const werkkalender = instellingen.value?.werkkalender
  if (!werkkalender) return undefined
  const regels = { categorieen: [categorie], isWerkdag: openWerkdagen(werkkalender) }
  return promiseDatum(categorie.code, new Date().toISOString(), regels)
}

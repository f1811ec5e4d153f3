/** `npm run kernpunt -- melder …`: hand over or erase everything about one reporter. */
import { parseArgs } from 'node:util'
import { eraseMelder, exportMelder, type MelderSettings, type Persoon } from '../../functions/jobs/melder.ts'

const options = {
  email: { type: 'string' },
  telefoon: { type: 'string' },
  zeker: { type: 'boolean' },
} as const

/** @throws Error with one Dutch sentence when nobody, or nothing, was named. */
export function readPersoon(args: readonly string[]): Persoon & { zeker: boolean } {
  const { values } = parseArgs({ args: [...args], options })
  const { email, telefoon, zeker = false } = values
  if (!email && !telefoon)
    throw new Error('Noem de melder met --email ADRES of --telefoon NUMMER; met allebei zoekt u op allebei.')
  return { zeker, ...(email && { email }), ...(telefoon && { telefoon }) }
}

const list = (nummers: readonly string[]): string => (nummers.length > 0 ? nummers.join(', ') : 'geen')

/** @returns lines for the screen; the export is JSON and nothing else, so that it can be kept. */
export async function runMelder(
  opdracht: 'uitvoer' | 'wis',
  args: readonly string[],
  settings: MelderSettings,
): Promise<string[]> {
  const { zeker, ...persoon } = readPersoon(args)
  const stukken = await exportMelder(persoon, settings)
  if (opdracht === 'uitvoer') return [JSON.stringify(stukken, null, 2)]
  if (stukken.length === 0) return ['Van deze melder is niets gevonden. Er is niets gewist.']
  if (!zeker)
    return [
      `Gevonden: ${list(stukken.map(({ nummer, rol }) => `${nummer} (${rol})`))}.`,
      'Er is nog niets gewist. Geef dezelfde opdracht met --zeker om het te wissen; dat kan niet terug.',
    ]
  const { gewist, tekstBlijft, nietMeerGevolgd } = await eraseMelder(persoon, settings)
  return [
    `Contactgegevens, tekst en foto’s gewist: ${list(gewist)}.`,
    `Nog in behandeling, dus contactgegevens gewist en de tekst na de bewaartermijn: ${list(tekstBlijft)}.`,
    `Volgt niet meer: ${list(nietMeerGevolgd)}.`,
  ]
}

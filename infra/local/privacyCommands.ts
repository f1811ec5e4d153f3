/** `npm run kernpunt -- …` on personal data: erasing by term, and handing over or erasing everything about one reporter. */
import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Fotokluis } from '../../functions/domain/foto/ports.ts'
import { createEraseFotos } from '../../functions/jobs/fotos.ts'
import { eraseMelder, exportMelder, type MelderSettings, type Persoon } from '../../functions/jobs/melder.ts'
import { onderhoud } from '../../functions/jobs/onderhoud.ts'
import { isAws } from '../../functions/store/client.ts'
import { createFotokluis } from '../../functions/store/fotokluis.ts'
import { createStores } from '../../functions/store/stores.ts'
import type { Command } from './commands.ts'
import { openFotoFolder } from './fotoFolder.ts'
import { mailFolderOf } from './mailer.ts'
import type { OpenTable } from './openTable.ts'
import { startProgress } from './progressLine.ts'

const now = () => new Date()
const number = new Intl.NumberFormat('nl-NL')

/** @throws Error with one Dutch sentence when the table is on AWS and nobody said where its photos are. */
async function openKluis({ endpoint, fotoBucket: bucket, folder }: OpenTable): Promise<Fotokluis> {
  if (!isAws(endpoint)) {
    const { kluis } = await openFotoFolder({
      folder: join(folder, 'fotos'),
      url: '',
      sleutel: randomUUID(),
      now,
    })
    return kluis
  }
  if (!bucket) throw new Error('Zet in FOTOBUCKET de naam van de bucket met foto’s van deze omgeving.')
  return createFotokluis({ bucket, now })
}

/** What erasing needs. No page of a list is ever asked for here, so the key of its cursors does not matter. */
async function openErasing(table: OpenTable) {
  const { client, tableName } = table.connection
  const stores = createStores(client, tableName, { cursorKey: randomUUID(), now })
  const fotoDeps = { fotos: stores.fotos, fotokluis: await openKluis(table) }
  return { connection: table.connection, stores, ...fotoDeps, eraseFotos: createEraseFotos(fotoDeps), now }
}

const nalopen: Command['run'] = async (table, gemeente) => {
  const progress = startProgress(process.stderr, 'meldingen met persoonsgegevens')
  const { bekeken, gewist, hersteld, losseFotos } = await onderhoud({
    ...(await openErasing(table)),
    gemeente,
    onProgress: (count) => progress.update(count),
  })
  progress.end()
  console.log(
    `${number.format(bekeken)} meldingen met persoonsgegevens nagelopen: bij ${number.format(gewist)} was de bewaartermijn voorbij en zijn ze gewist, bij ${number.format(hersteld)} is de bewaartermijn hersteld. ${number.format(losseFotos)} foto’s hoorden bij geen melding en zijn weg.`,
  )
}

const noemMelder = 'Noem de melder met --email ADRES of --telefoon NUMMER; met allebei zoekt u op allebei.'

const parseMelder = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: { email: { type: 'string' }, telefoon: { type: 'string' }, zeker: { type: 'boolean' } },
    }).values
  } catch (cause) {
    throw new Error(`Dit begrijp ik niet: ${args.join(' ')}. ${noemMelder}`, { cause })
  }
}

/** @throws Error with one Dutch sentence when nobody was named, or something else was asked. */
export function readPersoon(args: readonly string[]): Persoon & { zeker: boolean } {
  const { email, telefoon, zeker = false } = parseMelder(args)
  if (!email && !telefoon) throw new Error(noemMelder)
  return { zeker, ...(email && { email }), ...(telefoon && { telefoon }) }
}

/** Files of mails to this address; a header is one line here, because an address has no spaces to fold at. */
async function listMails(folder: string, email: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const mails = names.filter((name) => name.endsWith('.eml')).map((name) => join(folder, name))
  const texts = await Promise.all(mails.map((file) => readFile(file, 'utf8')))
  return mails.filter((_file, i) => {
    const to = /^To: *(?:.*<)?([^<>\r\n]+)>?\r?$/im.exec(texts[i]!)?.[1]
    return to?.trim().toLowerCase() === email.toLowerCase()
  })
}

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'geen')

/**
 * @param mailFolder where mails are kept as files, on one machine
 * @returns lines for the screen; the export is JSON and nothing else, so that it can be kept
 */
export async function runMelder(
  opdracht: 'uitvoer' | 'wis',
  args: readonly string[],
  { mailFolder, ...settings }: MelderSettings & { mailFolder: string },
): Promise<string[]> {
  const { zeker, ...persoon } = readPersoon(args)
  const stukken = await exportMelder(persoon, settings)
  if (opdracht === 'uitvoer') return [JSON.stringify(stukken, null, 2)]
  const mails = persoon.email === undefined ? [] : await listMails(mailFolder, persoon.email)
  if (stukken.length + mails.length === 0) return ['Van deze melder is niets gevonden. Er is niets gewist.']
  if (!zeker)
    return [
      `Gevonden: ${list(stukken.map(({ nummer, rol }) => `${nummer} (${rol})`))}; mails in de map: ${mails.length}.`,
      'Er is nog niets gewist. Geef dezelfde opdracht met --zeker om het te wissen. Dat kan niet terug.',
    ]
  for (const file of mails) await rm(file, { force: true })
  const { gewist, tekstBlijft, nietMeerGevolgd } = await eraseMelder(persoon, settings)
  return [
    `Contactgegevens, tekst en foto’s gewist: ${list(gewist)}.`,
    `Nog in behandeling, dus alleen contactgegevens gewist; de rest volgt na de bewaartermijn: ${list(tekstBlijft)}.`,
    `Volgt niet meer: ${list(nietMeerGevolgd)}. Mails in de map gewist: ${mails.length}.`,
  ]
}

const melder =
  (opdracht: 'uitvoer' | 'wis'): Command['run'] =>
  async (table, _gemeente, _argument, args) => {
    readPersoon(args)
    const settings = { ...(await openErasing(table)), mailFolder: mailFolderOf(table.folder) }
    for (const line of await runMelder(opdracht, args, settings)) console.log(line)
  }

export const privacyCommands: readonly Command[] = [
  {
    words: ['bewaartermijn', 'nalopen'],
    summary: 'wis persoonsgegevens waarvan de bewaartermijn voorbij is; Kernpunt doet dit zelf elke nacht',
    run: nalopen,
  },
  {
    words: ['melder', 'uitvoer'],
    options: '--email ADRES',
    summary: 'alles over één melder als JSON (AVG artikel 15); ook --telefoon NUMMER',
    run: melder('uitvoer'),
  },
  {
    words: ['melder', 'wis'],
    options: '--email ADRES',
    summary: 'wis alles over één melder (AVG artikel 17); eerst ziet u wat, met --zeker gebeurt het',
    run: melder('wis'),
  },
]

/** `npm run kernpunt -- …` on the list of meldingen: take it along as a file, and try rules of routing on it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { BehandelingVraag } from '../../functions/contract/behandeling.ts'
import { Datum } from '../../functions/contract/common.ts'
import { toFieldErrors } from '../../functions/contract/fieldErrors.ts'
import { ofFields } from '../../functions/contract/problem.ts'
import { addDagen, lastDagOfMaand, toDag, toInterval } from '../../functions/domain/dag.ts'
import { toBehandeling } from '../../functions/domain/meldingBeeld.ts'
import { toCsv, toGeoJson, walkBladzijden } from '../../functions/domain/uitvoer.ts'
import { toWerkVraag } from '../../functions/endpoints/toWerkVraag.ts'
import { type Proefregel, tryRoutering } from '../../functions/jobs/routeringsproef.ts'
import { createStores } from '../../functions/store/stores.ts'
import type { Gemeente } from '../../geodata/gemeente.ts'
import { assertRouteringKan } from '../../geodata/instellingen/samenhang.ts'
import { Instellingen, readSettings } from '../../geodata/instellingen.ts'
import type { Command } from './commands.ts'
import type { OpenTable } from './openTable.ts'
import { startProgress } from './progressLine.ts'

const number = new Intl.NumberFormat('nl-NL')
const now = () => new Date()
const storesOf = ({ connection }: OpenTable) =>
  createStores(connection.client, connection.tableName, { cursorKey: randomUUID(), now })

/** The filters of the screen, by the names they have there. */
const filters = [
  'kern',
  'groep',
  'categorie',
  'status',
  'team',
  'medewerker',
  'signaal',
  'laat',
  'open',
  'tekst',
  'bbox',
  'van',
  'tot',
] as const
const formaten = { csv: toCsv, geojson: toGeoJson }

/** @throws Error with one Dutch sentence */
const parse = <T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: readonly string[],
  options: T,
) => {
  try {
    return parseArgs({ args: [...args], options: options ?? {} }).values as Record<string, string | undefined>
  } catch (cause) {
    const known = Object.keys(options ?? {}).map((name) => `--${name}`)
    throw new Error(
      `Dit begrijp ik niet: ${args.join(' ')}. Wat kan: ${known.join(', ')}, elk met een waarde.`,
      { cause },
    )
  }
}

const texts = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))

/** Waits where the reader is slower, so that no more than a page is ever held. */
const write = async (out: Writable, pieces: AsyncIterable<string>): Promise<void> => {
  for await (const piece of pieces) if (!out.write(piece)) await once(out, 'drain')
}

/** @throws Error with one Dutch sentence */
const openFile = async (naar: string): Promise<Writable> => {
  const file = createWriteStream(naar)
  await once(file, 'open').catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`${naar} kan niet worden gemaakt (${cause.code}).`, { cause })
  })
  return file
}

const uitvoer: Command['run'] = async (table, gemeente, _argument, args) => {
  const { formaat = 'csv', naar, ...gekozen } = parse(args, texts(['formaat', 'naar', ...filters]))
  const toStukken = formaten[formaat as keyof typeof formaten]
  if (!toStukken) throw new Error(`--formaat ${formaat} is er niet; kies csv of geojson.`)
  const vraag = BehandelingVraag.safeParse({ ...gekozen, limiet: '500' })
  if (!vraag.success) throw ofFields(toFieldErrors(vraag.error))
  const deps = { gemeente, now }
  const lijst = toWerkVraag(vraag.data, deps)
  const { meldingen } = storesOf(table)
  const progress = startProgress(process.stderr, 'meldingen')
  let count = 0
  const bladzijden = walkBladzijden(async (cursor) => {
    const { rijen, volgende } = await meldingen.list({ ...lijst, ...(cursor && { cursor }) })
    count += rijen.length
    progress.update(count)
    return { rijen: rijen.map((rij) => toBehandeling(rij, deps)), volgende }
  })
  const kernen = [...gemeente.kernen, ...gemeente.vroegereKernen]
  const out = naar === undefined ? process.stdout : await openFile(naar)
  await write(out, toStukken(bladzijden, { categorieen: gemeente.categorieen, kernen }))
  if (out !== process.stdout) {
    out.end()
    await finished(out)
  }
  progress.end()
  // Beside the file, so that only the file is in it.
  console.error(`${number.format(count)} meldingen.`)
}

/** The whole month before today. */
const lastMonth = (): { van: string; tot: string } => {
  const tot = addDagen(`${toDag(now()).slice(0, 7)}-01`, -1)
  return { van: `${tot.slice(0, 7)}-01`, tot: lastDagOfMaand(tot) }
}

const isDag = (text: string | undefined): text is string =>
  text !== undefined && Datum.safeParse(text).success

/** With the rules, teams and categorieen of another file. */
const withFile = (gemeente: Gemeente, file: string | undefined): Gemeente => {
  if (file === undefined) return gemeente
  const instellingen = readSettings(file, Instellingen)
  assertRouteringKan(file, instellingen, { kernen: [...gemeente.kernindeling.kernen, ...gemeente.kernen] })
  const { categorieen, teams, routering } = instellingen
  return { ...gemeente, categorieen, teams, routering }
}

const toLines = ({ regel, naar, aantal, anders }: Proefregel): string[] => [
  `${(regel ?? 'geen regel').padEnd(36)} ${number.format(aantal).padStart(8)}  naar ${naar}`,
  ...anders.map(
    ({ van, aantal: several, nummers }) =>
      `${''.padEnd(36)} ${number.format(several).padStart(8)}  nu bij ${van}: ${nummers.join(', ')}${several > nummers.length ? ', …' : ''}`,
  ),
]

const proef: Command['run'] = async (table, gemeente, _argument, args) => {
  const asked = parse(args, texts(['bestand', 'van', 'tot']))
  const { van, tot } = { ...lastMonth(), ...asked }
  for (const value of [van, tot])
    if (!isDag(value)) throw new Error(`${value} is geen dag; schrijf --van 2026-10-01 --tot 2026-10-31.`)
  if (van! > tot!) throw new Error(`De periode loopt terug: van ${van} ligt na tot ${tot}.`)
  const progress = startProgress(process.stderr, 'meldingen')
  const { vanaf = '', voor = '' } = toInterval({ van: van!, tot: tot! })
  const { gelezen, regels } = await tryRoutering({
    connection: table.connection,
    stores: storesOf(table),
    gemeente: withFile(gemeente, asked.bestand),
    vanaf,
    voor,
    onProgress: (count) => progress.update(count),
  })
  progress.end()
  console.log(`${number.format(gelezen)} meldingen van ${van} tot en met ${tot}; er is niets veranderd.\n`)
  console.log(regels.flatMap(toLines).join('\n'))
}

export const lijstCommands: readonly Command[] = [
  {
    words: ['meldingen', 'uitvoer'],
    options: '--naar BESTAND',
    summary:
      'de lijst als --formaat csv of geojson, met de filters van het scherm: --kern, --signaal, --tekst, …',
    run: uitvoer,
  },
  {
    words: ['routering', 'proef'],
    options: '--van DAG',
    summary:
      'wat de regels met de meldingen van vorige maand zouden doen; ook --tot en --bestand instellingen.json',
    run: proef,
  },
]

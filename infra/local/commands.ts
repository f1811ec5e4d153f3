/** What `npm run kernpunt -- …` can do. Each command ends with a summary in Dutch. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { isOpenbaar } from '../../functions/domain/openbaarheid.ts'
import { rebuildActiviteit } from '../../functions/jobs/herbouw.ts'
import { importMeldingen } from '../../functions/jobs/importMeldingen.ts'
import type { Voortgang } from '../../functions/store/voortgang.ts'
import type { Gemeente } from '../../geodata/gemeente.ts'
import { kernVanPlaats } from '../../geodata/kernindeling/indelingen.ts'
import { lijstCommands } from './lijstCommands.ts'
import type { OpenTable } from './openTable.ts'
import { postCommands } from './postCommands.ts'
import { privacyCommands } from './privacyCommands.ts'
import { startProgress } from './progressLine.ts'

export type Command = {
  words: readonly [string, string]
  argument?: string
  /** How its options are written; the command reads them itself. */
  options?: string
  summary: string
  /** `args` is all that follows the words. */
  run(table: OpenTable, gemeente: Gemeente, argument: string, args: readonly string[]): Promise<void>
}

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const waitForCounts = async ({ poller }: OpenTable): Promise<void> => {
  if (!poller) return console.log('De draaiende Kernpunt telt de nieuwe meldingen zelf mee.')
  const start = performance.now()
  await poller.drain()
  console.log(`De aantallen zijn bijgewerkt (nog ${number.format((performance.now() - start) / 1000)} s).`)
}

const summarise = (voortgang: Voortgang, fresh: number, millis: number, afgekeurdFile: string): string => {
  const { rijen, ingelezen, afgekeurd, kernGelijk, kernAnders } = voortgang
  const lines = [
    `${number.format(rijen)} rijen: ${number.format(ingelezen)} ingelezen, ${number.format(afgekeurd)} afgekeurd.`,
    `Nu ${number.format(fresh)} rijen in ${number.format(millis / 1000)} s: ` +
      `${number.format(Math.round(fresh / (millis / 1000)))} rijen per seconde.`,
  ]
  if (kernGelijk + kernAnders > 0)
    lines.push(
      `Kern in het bestand: ${number.format(kernGelijk)} gelijk aan onze indeling, ${number.format(kernAnders)} anders.`,
    )
  if (afgekeurd > 0) lines.push(`Wat afgekeurd is en waarom, staat in ${afgekeurdFile}.`)
  return lines.join('\n')
}

const importeer: Command['run'] = async (table, gemeente, file) => {
  const afgekeurdFile = join(table.folder, `${basename(file)}.afgekeurd.csv`)
  const progress = startProgress(process.stderr, 'rijen')
  const start = performance.now()
  let before: number | undefined
  const voortgang = await importMeldingen({
    file,
    afgekeurdFile,
    connection: table.connection,
    lezer: { gemeente, findCategorie: gemeente.findCategorie },
    now: () => new Date(),
    newVolgcode: () => randomBytes(18).toString('base64url'),
    sha256,
    onStart: ({ rijen }) => {
      before = rijen
      if (rijen > 0) console.log(`Verder na rij ${number.format(rijen)}.`)
    },
    onProgress: ({ rijen }, total) => progress.update(rijen, total),
  })
  progress.end()
  if (before === undefined) console.log('Dit bestand was al helemaal ingelezen. Er is niets veranderd.')
  console.log(
    summarise(
      voortgang,
      voortgang.rijen - (before ?? voortgang.rijen),
      performance.now() - start,
      afgekeurdFile,
    ),
  )
  await waitForCounts(table)
}

const herbouw: Command['run'] = async (table, gemeente) => {
  const progress = startProgress(process.stderr, 'meldingen')
  const start = performance.now()
  const { gelezen, telbladen } = await rebuildActiviteit({
    connection: table.connection,
    kernen: [...gemeente.kernen, ...gemeente.vroegereKernen].map(({ code }) => code),
    // Before the first change both kinds of activity are the same.
    ...(gemeente.indeling.versie > 1 && {
      indeling: { versie: gemeente.indeling.versie, kernVan: kernVanPlaats(gemeente.kernIndex) },
    }),
    isOpenbaar: (categorie) => isOpenbaar(categorie, gemeente),
    eigenaar: randomUUID(),
    now: () => new Date(),
    onProgress: (count) => progress.update(count),
  })
  progress.end()
  const passed = number.format((performance.now() - start) / 1000)
  console.log(
    `${number.format(gelezen)} meldingen en initiatieven geteld in ${number.format(telbladen)} telbladen, in ${passed} s.`,
  )
  await table.poller?.drain()
}

export const commands: readonly Command[] = [
  {
    words: ['meldingen', 'importeer'],
    argument: 'BESTAND',
    summary: 'lees meldingen in uit een CSV-bestand (ook .csv.gz); gaat verder waar het gebleven was',
    run: importeer,
  },
  {
    words: ['activiteit', 'herbouw'],
    summary: 'tel alle aantallen opnieuw uit de meldingen zelf',
    run: herbouw,
  },
  ...lijstCommands,
  ...postCommands,
  ...privacyCommands,
]

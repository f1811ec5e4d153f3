/**
 * Imports the buurten of one gemeente and builds its kernen.
 *
 *     npm run kernpunt -- gemeente importeer GM0373
 *     npm run kernpunt -- gemeente importeer GM0373 --bestand wijkenbuurten_2024_v1.gpkg --herstel
 */
import { join } from 'node:path'
import { readGebieden } from './readGebieden.ts'
import { replaceFolder } from './replaceFolder.ts'
import { acceptGebieden, checkGebieden, describe } from './report.ts'
import { Refusal, type Source } from './source.ts'
import { writeGemeente } from './writeGemeente.ts'

/** Where the product keeps its gemeenten. */
export const gemeentenFolder = join(import.meta.dirname, '../gemeenten')

export type Opdracht = {
  gemeente: string
  source: Source
  /** Put right what can be put right; without it a defect refuses the source. */
  mend: boolean
  /** The folder with one folder per gemeente. */
  root?: string
  /** Year of the borders, for sources that do not say. */
  jaar?: number | undefined
  /** Hears the progress, in Dutch. */
  say?: (line: string) => void
}

/**
 * Replaces `<root>/<gemeente>`: its buurten.geojson, a first kernindeling and instellingen when there are none, and
 * what is built from them. A kernindeling that is there is kept when it fits. All or nothing; see `replaceFolder`.
 *
 * @returns the report, a sentence per line
 * @throws Refusal in Dutch, with the report as far as it came; then nothing has changed
 * @example importGemeente({ gemeente: 'GM0373', source: await readPdok({ gemeente: 'GM0373' }), mend: false })
 */
export function importGemeente({
  gemeente,
  source,
  mend,
  root = gemeentenFolder,
  jaar,
  say = () => {},
}: Opdracht): string[] {
  const gelezen = readGebieden(source, { gemeente })
  if (gelezen.soort !== 'buurt') {
    throw new Refusal(`${source.name} heeft geen buurten maar gebieden per ${gelezen.soort}.`)
  }
  const findings = checkGebieden(gelezen, say)
  const gebieden = acceptGebieden(gelezen, findings, source.name, mend)
  if (gebieden.length === 0) throw new Refusal(`${source.name} heeft in ${gemeente} alleen water.`)
  const lines = describe({ ...gelezen, gebieden }, findings, source.name, true)
  const year = gebieden.find((gebied) => gebied.jaar !== null)?.jaar ?? jaar
  if (!year) {
    const message = `${source.name} zegt niet van welk jaar de grenzen zijn. Noem het met --jaar.`
    throw new Refusal(message, { lines })
  }
  say(`Kernen van ${gemeente} bouwen.`)
  const target = join(root, gemeente)
  replaceFolder(root, gemeente, (folder) => {
    lines.push(...writeGemeente(folder, { gemeente, jaar: year, gebieden }, target, gemeentenFolder))
  })
  return [...lines, `Klaar: ${gemeente} staat in ${target}.`]
}

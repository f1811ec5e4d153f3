/** `npm run kernpunt -- gemeente …`: bring in the buurten of a gemeente, or only judge a file. */
import { parseArgs } from 'node:util'
import { gemeentenFolder, importGemeente } from '../../geodata/import/importGemeente.ts'
import { readSourceFile } from '../../geodata/import/readers/file.ts'
import { readPdok } from '../../geodata/import/readers/pdok.ts'
import { readGebieden } from '../../geodata/import/readGebieden.ts'
import { checkGebieden, describe } from '../../geodata/import/report.ts'
import { Refusal } from '../../geodata/import/source.ts'

/** For the list of all commands. */
export const gemeenteSummary = `${'gemeente importeer CODE'.padEnd(32)} haal de buurten van een gemeente op; gemeente help zegt meer
  ${'gemeente controleer BESTAND'.padEnd(32)} beoordeel een bestand met buurten, wijken of postcodes`

const usage = `Gebruik:
  gemeente importeer GM0373 [--van pdok | --bestand F] [--herstel | --weiger]
  gemeente controleer F [--gemeente GM0373]

  --van pdok       haal de buurten op bij PDOK (zo gaat het ook zonder keuze)
  --bestand F      lees GeoJSON (ook .gz) of GeoPackage van CBS of PDOK
  --herstel        herstel gebreken en zeg welke
  --weiger         stop bij een gebrek (zo gaat het ook zonder keuze)
  --jaar 2024      jaar van de grenzen
  --map M          map met een map per gemeente (anders GEODATA, anders geodata/gemeenten)
  --adres URL      ander adres dan dat van PDOK`

const options = {
  van: { type: 'string' },
  bestand: { type: 'string' },
  herstel: { type: 'boolean' },
  weiger: { type: 'boolean' },
  jaar: { type: 'string' },
  map: { type: 'string' },
  adres: { type: 'string' },
  gemeente: { type: 'string' },
} as const

/** Progress goes beside the report, so that the report alone can be kept. */
const say = (line: string) => console.error(line)

/**
 * @param args what follows `gemeente` on the command line
 * @param geodata folder with one folder per gemeente
 * @returns the exit code: 0 done, 1 refused (nothing has changed), 2 not understood
 */
export async function runGemeente(args: readonly string[], geodata = gemeentenFolder): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const lines = await run(positionals, { map: geodata, ...values })
    console.log(lines.join('\n'))
    return 0
  } catch (error) {
    if (error instanceof Refusal) {
      for (const line of [...error.lines, error.message]) console.error(line)
      return 1
    }
    if (
      !(error instanceof Misunderstood) &&
      (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') !== true
    )
      throw error
    console.error(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
}

class Misunderstood extends Error {}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

async function run([verb, target, ...rest]: readonly string[], values: Values): Promise<string[]> {
  if (verb === 'help') return [usage]
  if (rest.length > 0 || target === undefined) throw new Misunderstood('Noem één gemeente of bestand.')
  if (verb === 'importeer') return importFrom(target, values)
  if (verb === 'controleer') return judge(target, values.gemeente)
  throw new Misunderstood(`Ik ken geen gemeente ${verb}.`)
}

async function importFrom(gemeente: string, { van, bestand, herstel, weiger, jaar, map, adres }: Values) {
  if (!/^GM\d{4}$/.test(gemeente))
    throw new Misunderstood(`${gemeente} is geen gemeentecode; die ziet eruit als GM0373.`)
  if (van !== undefined && van !== 'pdok') throw new Misunderstood(`--van ${van} is er niet; kies pdok.`)
  if (van && bestand !== undefined) throw new Misunderstood('Kies --van of --bestand, niet allebei.')
  if (herstel && weiger) throw new Misunderstood('Kies --herstel of --weiger, niet allebei.')
  if (jaar !== undefined && !/^20\d\d$/.test(jaar)) throw new Misunderstood(`--jaar ${jaar} is geen jaar.`)
  const year = jaar === undefined ? undefined : Number(jaar)
  const source =
    bestand === undefined
      ? await readPdok({ gemeente, jaar: year, base: adres, say })
      : readSourceFile(bestand, { gemeente })
  const root = map ?? gemeentenFolder
  const lines = importGemeente({ gemeente, source, mend: herstel === true, root, jaar: year, say })
  const where = root === gemeentenFolder ? '' : `GEODATA=${root} `
  return [
    ...lines,
    `Start Kernpunt hiermee: GEMEENTE=${gemeente} ${where}npm start`,
    'Meld u daar aan als beheerder en deel de kernen in: Werkplek, Kernen.',
  ]
}

function judge(file: string, gemeente: string | undefined): string[] {
  const gelezen = readGebieden(readSourceFile(file, { gemeente }), { gemeente })
  return describe(gelezen, checkGebieden(gelezen, say), file, false)
}

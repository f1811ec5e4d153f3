/** `npm run kernpunt -- …`: work on the data of one gemeente. Failures are one Dutch sentence and exit code 1. */
import { toProblem } from '../../functions/http/problemJson.ts'
import { createKernindelingStore } from '../../functions/store/kernindelingen.ts'
import { type Gemeente, loadGemeente } from '../../geodata/gemeente.ts'
import { createIndelingen } from '../../geodata/kernindeling/indelingen.ts'
import { commands } from './commands.ts'
import { gemeenteSummary, runGemeente } from './gemeenteCommand.ts'
import { type OpenTable, openTable } from './openTable.ts'
import { readSettings } from './settings.ts'

const usage = `Gebruik: npm run kernpunt -- OPDRACHT

${commands
  .map(
    ({ words, argument, options, summary }) =>
      `  ${[...words, argument ?? options ?? ''].join(' ').padEnd(32)} ${summary}`,
  )
  .join('\n')}
  ${gemeenteSummary}
  ${'help'.padEnd(32)} deze uitleg

Instellingen (omgeving), dezelfde als bij npm start:
  DATA_DIR           map voor gegevens, anders .data
  GEMEENTE           CBS-code, anders GM0373
  GEODATA            map met een map per gemeente, anders geodata/gemeenten
  DYNAMODB_ENDPOINT  een andere database die DynamoDB spreekt
  TABEL              naam van de tabel, anders kernpunt
  FOTOBUCKET         bucket met foto’s, bij een tabel op AWS
`

/** With the kernindeling that holds now, as the service has it. */
const asOfToday = (gemeente: Gemeente, { connection }: OpenTable, folder?: string): Promise<Gemeente> => {
  const store = createKernindelingStore(connection)
  return createIndelingen({ gemeente, store, now: () => new Date(), ...(folder && { folder }) }).gemeente()
}

const run = async (args: readonly string[]): Promise<number> => {
  const [first, second, ...rest] = args
  if (first === undefined || first === 'help' || first === '--help') {
    console.log(usage)
    return 0
  }
  // Needs no database, and the gemeente may not be there yet.
  if (first === 'gemeente') return runGemeente(args.slice(1), process.env.GEODATA || undefined)
  const command = commands.find(({ words }) => words[0] === first && words[1] === second)
  if (!command || (!command.options && rest.length !== (command.argument ? 1 : 0))) {
    console.error(`Deze opdracht ken ik niet: ${args.join(' ')}\n\n${usage}`)
    return 2
  }
  const settings = readSettings(process.env, [])
  if (settings === 'help') return 0
  const gemeente = loadGemeente(settings.gemeente, settings.geodata)
  const table = await openTable(gemeente, settings)
  try {
    const today = await asOfToday(gemeente, table, settings.geodata)
    await command.run(table, today, rest[0] ?? '', rest)
  } finally {
    await table.close()
  }
  return 0
}

// Without a listener a signal ends us before the database can be ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

/** A database that went away says so in our words; every other error of ours is a sentence already. */
const toSentence = (error: unknown): string => {
  if (toProblem(error).code === 'even-niet-bereikbaar')
    return 'De database is niet bereikbaar. Wat al klaar was, blijft bewaard: geef dezelfde opdracht opnieuw.'
  return error instanceof Error ? error.message : String(error)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(toSentence(error))
  process.exitCode = 1
}

/** `npm start`: Kernpunt on this machine. Every failure is one Dutch sentence, never a stack. */
import { loadGemeente } from '../../geodata/gemeente.ts'
import { createFaults } from './faults.ts'
import { demoPassword, demoStaff } from './identity/staff.ts'
import { networkWarning } from './listen.ts'
import { readSettings, usage } from './settings.ts'
import type { Kernpunt } from './startKernpunt.ts'
import { buildWeb, isWebBuilt } from './webBuild.ts'

let kernpunt: Kernpunt | undefined
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    // Before it runs, or at a second Ctrl-C, there is nothing to wait for.
    if (!kernpunt || stopping) process.exit(130)
    stopping = true
    console.log('\nKernpunt stopt.')
    await kernpunt.stop()
    process.exit(0)
  })

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  if (settings === 'help') console.log(usage)
  else {
    const { naam } = loadGemeente(settings.gemeente, settings.geodata)
    if (!(await isWebBuilt())) {
      console.log('De website wordt gebouwd; dat duurt een paar tellen.')
      await buildWeb()
    }
    const { startKernpunt } = await import('./startKernpunt.ts')
    kernpunt = await startKernpunt({ ...settings, ...createFaults() })
    console.log(welcome(kernpunt, `${naam}, ${settings.gemeente}`))
    const warning = networkWarning(settings.host)
    if (warning) console.warn(warning)
  }
} catch (error) {
  console.error(sentenceOf(error))
  process.exitCode = 1
}

/** Ours is a plain Error that holds the sentence; any other kind is a mistake in the program. */
function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.constructor === Error && !('code' in error)) return error.message
  return `Kernpunt kan niet starten door een fout in het programma (${String(error)}).`
}

function welcome({ url, folder, voorbeeldgegevens }: Kernpunt, gemeente: string): string {
  const people = demoStaff.map(({ naam, functie }) => `    ${naam.padEnd(16)} ${functie}`).join('\n')
  return `
Kernpunt staat klaar op ${url}

  Gemeente   ${gemeente}${voorbeeldgegevens ? ', met verzonnen voorbeeldgegevens' : ''}
  Gegevens   ${folder}
  Medewerkers (wachtwoord voor iedereen: ${demoPassword})
${people}

  Opnieuw beginnen      npm start -- --schoon
  Zonder voorbeelden    npm start -- --schoon --leeg
  Een andere gemeente   GEMEENTE=GM0851 npm start
  Stoppen               Ctrl-C
`
}

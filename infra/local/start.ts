/** `npm start`: Kernpunt on this machine. Every failure is one Dutch sentence, never a stack. */
import { demoPassword, demoStaff } from './identity/staff.ts'
import { readSettings, usage } from './settings.ts'
import { buildWeb, isWebBuilt } from './webBuild.ts'

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  if (settings === 'help') {
    console.log(usage)
  } else {
    if (!(await isWebBuilt())) {
      console.log('De website wordt gebouwd; dat duurt een paar tellen.')
      await buildWeb()
    }
    const { startKernpunt } = await import('./startKernpunt.ts')
    const { url, folder, voorbeeldgegevens, stop } = await startKernpunt(settings)
    console.log(welcome({ url, folder, voorbeeldgegevens, gemeente: settings.gemeente }))
    let stopping = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, async () => {
        // A second Ctrl-C does not wait.
        if (stopping) process.exit(130)
        stopping = true
        console.log('\nKernpunt stopt.')
        await stop()
        process.exit(0)
      })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function welcome(kernpunt: {
  url: string
  folder: string
  voorbeeldgegevens: boolean
  gemeente: string
}): string {
  const { url, folder, voorbeeldgegevens, gemeente } = kernpunt
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

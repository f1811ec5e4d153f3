/**
 * `npm run bench`: runs every bench of this folder one after the other, or those whose file names begin with an
 * argument (`npm run bench -- kernIndex`). A bench is an exported function whose name begins with `bench`. It
 * prints its own table; nothing here decides what is fast enough.
 */
import { readdirSync } from 'node:fs'

const wanted = process.argv.slice(2)
const files = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort()

let ran = 0
for (const file of files) {
  const exported: Record<string, unknown> = await import(new URL(file, import.meta.url).href)
  for (const [name, bench] of Object.entries(exported)) {
    if (!name.startsWith('bench') || typeof bench !== 'function') continue
    console.log(`\n${name}\n${'-'.repeat(name.length)}`)
    await bench()
    ran++
  }
}
if (ran === 0) {
  console.error(`Er is geen bench ${wanted.join(', ')}.`)
  process.exitCode = 1
}

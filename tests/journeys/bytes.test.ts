/** What a phone must fetch before somebody can report, in bytes as they travel (gzip). */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { root } from '../support/sources.ts'

const dist = join(root, 'web/dist')
const read = (file: string) => readFileSync(join(dist, 'assets', file), 'utf8')
const gzipped = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0)

/** A chunk with all it imports at once; what it only fetches later is left out. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, next] of read(file).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
    withImports(next!, found)
  return found
}

const index = readFileSync(join(dist, 'index.html'), 'utf8')
const entry = basename(/<script[^>]*src="([^"]+)"/.exec(index)![1]!)
const chunk = (name: string) => {
  const files = globSync(`assets/${name}-*.js`, { cwd: dist }).map((file) => basename(file))
  return files.toSorted((a, b) => read(a).length - read(b).length)[0]!
}

describe('bytes before the map', () => {
  test.each([
    ['the shell', () => withImports(entry), 30],
    ['reporting', () => withImports(chunk('Melden'), withImports(entry)), 45],
    ['the first page', () => withImports(chunk('Kaart'), withImports(entry)), 45],
    ['the work place', () => withImports(chunk('Werkplek'), withImports(entry)), 50],
    ['the wijkbudget', () => withImports(chunk('Wijkbudget'), withImports(entry)), 75],
  ])('%s stays within its budget', (_name, files, kilobytes) => {
    expect(gzipped(files()) / 1000).toBeLessThan(kilobytes)
  })

  test('hold no map, no schemas and no sign-in', () => {
    const shell = [...withImports(chunk('Melden'), withImports(entry))].map(read).join('')
    expect(shell).not.toMatch(/maplibregl|ZodObject|oidc\.user/)
  })

  test('of styles stay within their budget', () => {
    const styles = [...index.matchAll(/href="\/assets\/([^"]+\.css)"/g)].map(([, file]) => file!)
    expect(gzipped(styles) / 1000).toBeLessThan(25)
  })

  test('come with nothing inline, for the strict policy', () => {
    expect(index).not.toMatch(/<style|style="|<script(?![^>]*src=)|onload=|data:/)
  })
})

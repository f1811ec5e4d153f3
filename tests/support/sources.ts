/** The source files of the repository and what they import, for the tests that guard its structure. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Import = {
  /** A path from the root of the repository, or the name of a package, `node:` module or Vite's virtual module. */
  target: string
  /** Gone at run time: `import type`. */
  typeOnly: boolean
}
export type Source = {
  /** From the root of the repository, with `/` on every system. */
  path: string
  text: string
  /** Without comments: what the machine reads. */
  code: string
  imports: Import[]
}

const importLine =
  /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'"]*?\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/gm

/** Import lines of `code` in the file at `path`; relative ones as paths from the root. */
function importsOf(path: string, code: string): Import[] {
  return [...code.matchAll(importLine)].map(([, type, fixed, dynamic]) => {
    const target = fixed ?? dynamic ?? ''
    return {
      target: target.startsWith('.') ? join(dirname(path), target).replaceAll('\\', '/') : target,
      typeOnly: type !== undefined,
    }
  })
}

/** Removes block comments and whole-line comments; keeps `//` inside strings such as addresses. */
const stripComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const code = stripComments(text)
  return { path, text, code, imports: importsOf(path, code) }
}

/** Every TypeScript and JavaScript file under `folders`, without what is built or installed. */
export const readSources = (folders: readonly string[]): Source[] =>
  globSync(`{${folders.join(',')}}/**/*.{ts,tsx,js,mjs}`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('web/dist/'))
    .sort()
    .map(readSource)

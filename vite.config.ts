/**
 * Build of the web. Two things are read from the contract here, so that the browser never holds zod and no path
 * is spelled twice: the route table (as `virtual:routes`: method, path and whether staff sign in first) and the
 * address of the form without JavaScript (`%FORMULIER_PAD%` in index.html).
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin, type Rollup, transformWithOxc } from 'vite'
import { formulierPad, type RouteName, routes } from './functions/contract/routes.ts'

const moduleName = 'virtual:routes'

/** The rows of the route table that a caller needs, as a module without imports. */
function routeTable(): Plugin {
  const rows = Object.fromEntries(
    (Object.keys(routes) as RouteName[]).map((name) => {
      const { method, path, ...rest } = routes[name]
      return [name, { method, path, staff: 'roles' in rest }]
    }),
  )
  return {
    name: 'kernpunt-route-table',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
    load: (id) =>
      id === `\0${moduleName}`
        ? `export const routeTable = ${JSON.stringify(rows)}\nexport const formulierPad = ${JSON.stringify(formulierPad)}`
        : undefined,
    transformIndexHtml: (html) => html.replaceAll('%FORMULIER_PAD%', formulierPad),
  }
}

const declaration = /(?<=[{;])(--[\w-]+):(?:[^;{}"'()]|"[^"]*"|'[^']*'|\((?:[^()]|\([^()]*\))*\))*;?/g

/**
 * The Voorbeeld theme declares some 5,000 tokens, for every component there is; those that no rule asks for, directly
 * or through another token, are left out. Tokens are never made or read by script here.
 */
export function dropUnusedTokens(css: string): string {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name))
  const smaller = css.replace(declaration, (whole, name: string) => (used.has(name) ? whole : ''))
  return smaller === css ? css : dropUnusedTokens(smaller)
}

const smallerCss = (): Plugin => ({
  name: 'kernpunt-smaller-css',
  generateBundle(_options, bundle) {
    for (const asset of Object.values(bundle))
      if (asset.type === 'asset' && asset.fileName.endsWith('.css'))
        asset.source = dropUnusedTokens(String(asset.source))
  },
})

/** Screens that must open without a connection, with all they fetch later, but for the map. */
const offlineModules = /web\/(pages\/(Melden|Volg)\.tsx|verzenden\/begin\.ts)$/
const mapModule = /web\/map\/Kaart\.ts$/

/** The chunks of the shell and of those screens. */
function offlineChunks(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
  const found = new Set<string>()
  const add = (name: string, later: boolean): void => {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (!chunk || found.has(name) || mapModule.test(chunk.facadeModuleId ?? '')) return
    found.add(name)
    for (const next of [...chunk.imports, ...(later ? chunk.dynamicImports : [])]) add(next, later)
  }
  for (const { fileName, isEntry } of chunks) if (isEntry) add(fileName, false)
  for (const { fileName, facadeModuleId } of chunks)
    if (offlineModules.test(facadeModuleId ?? '')) add(fileName, true)
  return [...found]
}

/**
 * `web/sw.ts` as `/sw.js`, with the list of what it keeps and a version that follows from it. No hash in its name: a
 * browser asks for this address to see whether there is a newer one.
 */
const serviceWorker = (): Plugin => ({
  name: 'kernpunt-service-worker',
  async generateBundle(_options, bundle) {
    const styles = Object.keys(bundle).filter((name) => /index-[^/]*\.css$|\.woff2$/.test(name))
    const bestanden = [...offlineChunks(bundle), ...styles].map((name) => `/${name}`).sort()
    const antwoorden = (['getInstellingen', 'listCategorieen', 'listKernen'] as const).map(
      (name) => routes[name].path,
    )
    const source = await readFile(join(import.meta.dirname, 'web/sw.ts'), 'utf8')
    const versie = createHash('sha256')
      .update(JSON.stringify([bestanden, source]))
      .digest('hex')
      .slice(0, 12)
    const schil = { versie, bestanden: ['/', '/kernpunt.svg', ...bestanden], antwoorden, formulierPad }
    const { code } = await transformWithOxc(source.replace('export {}', ''), 'sw.ts')
    this.emitFile({
      type: 'asset',
      fileName: 'sw.js',
      source: `const schil = ${JSON.stringify(schil)}\n${code}`,
    })
  },
})

export default defineConfig({
  root: 'web',
  publicDir: 'public',
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    routeTable(),
    smallerCss(),
    serviceWorker(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    cssCodeSplit: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
})

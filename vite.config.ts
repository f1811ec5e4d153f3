/**
 * Build of the web. Two things are read from the contract here, so that the browser never holds zod and no path
 * is spelled twice: the route table (as `virtual:routes`: method, path and whether staff sign in first) and the
 * address of the form without JavaScript (`%FORMULIER_PAD%` in index.html).
 */
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
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

export default defineConfig({
  root: 'web',
  publicDir: 'public',
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), routeTable(), smallerCss()],
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

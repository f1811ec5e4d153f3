/** The built web as static files, as CloudFront serves them from its bucket. */
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { isPagina } from '../../functions/contract/paginas.ts'
import type { HttpReply } from '../../functions/http/event.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

type File = Omit<HttpReply, 'body'> & { body: Buffer }

/**
 * A file, or index.html for a page of the web, and for any address without extension that a browser navigates to;
 * the pages have no files of their own. What is no page of the web is a 404 that shows the web, which says so in words. A missing
 * file is undefined, never the page: a script that is HTML fails far from its cause.
 */
export async function findWebFile(
  folder: string,
  path: string,
  navigates: boolean,
): Promise<File | undefined> {
  const safe = normalize(decode(path)).replace(/^(\.\.(\/|\\|$))+/, '')
  // Vite puts a hash of the contents in the names under /assets.
  const immutable = safe.startsWith('/assets/')
  const wanted = immutable || extname(safe) !== '' ? safe : undefined
  if (wanted === undefined && !navigates && !isPagina(safe)) return undefined
  const file = join(folder, wanted ?? 'index.html')
  if (!file.startsWith(folder) || !(await stat(file).catch(() => undefined))?.isFile()) return undefined
  const statusCode = wanted !== undefined || isPagina(safe) ? 200 : 404
  const keep = immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
  return {
    statusCode,
    headers: {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': statusCode === 404 ? 'no-store' : keep,
    },
    body: await readFile(file),
  }
}

/** What cannot be decoded is no page. */
const decode = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/%'
  }
}

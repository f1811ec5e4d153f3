import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { paginas } from '../../functions/contract/paginas.ts'
import { findWebFile } from '../../infra/local/webFiles.ts'

describe('an address of the web', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paginas-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<p>web</p>')
  afterAll(() => rmSync(folder, { recursive: true }))
  const statusOf = async (path: string) => (await findWebFile(folder, path, true))?.statusCode

  it.each([...paginas.map((path) => path.replace(':kern', 'schoorl')), '/melden/'])(
    'is there: %s',
    async (path) => {
      expect(await statusOf(path)).toBe(200)
    },
  )

  it.each(['/bestaat-niet', '/v2/meldingen', '/melden/x', '/mijn-kern/schoorl/x', '/%E0%A4%A'])(
    'that is no page answers 404 with the web, which says so: %s',
    async (path) => {
      expect(await findWebFile(folder, path, true)).toMatchObject({
        statusCode: 404,
        headers: { 'Cache-Control': 'no-store' },
        body: Buffer.from('<p>web</p>'),
      })
    },
  )

  it.each(['/assets/%00', '/assets/oud', '/favicon.ico', '/..%2f..%2fetc/passwd.txt'])(
    'that is a file which is not there has no page: %s',
    async (path) => {
      expect(await findWebFile(folder, path, true)).toBeUndefined()
    },
  )
})

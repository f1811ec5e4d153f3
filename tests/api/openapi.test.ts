import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { routeNames, routes } from '../../functions/contract/routes.ts'
import { eenMelding, startApi } from '../support/apiCaller.ts'

const rulesets = ['adr-linter.yaml', 'kernpunt.yaml']
const standards = join(import.meta.dirname, '../../../shared/standards')

describe('the OpenAPI document', async () => {
  const { call } = startApi()
  const reply = await call('GET', '/v1/openapi.json')
  const document = reply.body

  it('may be read by every page, without signing in', () => {
    expect(reply.status).toBe(200)
    expect(reply.headers['Access-Control-Allow-Origin']).toBe('*')
    expect(reply.headers['API-Version']).toBe(document.info.version)
  })

  it('names who answers for the service, the same as the settings that a page shows', async () => {
    const { contact, bewaartermijnDagen } = (await call('GET', '/v1/instellingen')).body
    const { name: naam, ...other } = document.info.contact
    expect(contact).toEqual({ naam, ...other })
    expect(bewaartermijnDagen).toBe(365)
  })

  it('has each route of the table once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path as object))
    expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(routeNames.toSorted())
  })

  it('says of staff routes that they need a token, and of no other', () => {
    for (const name of routeNames) {
      const { path, method } = routes[name]
      const operation = document.paths[path.replace('/v1', '')][method.toLowerCase()]
      expect(operation.security !== undefined, name).toBe('roles' in routes[name])
    }
  })

  it('lists Location where the answer has one, and nowhere else', async () => {
    const listed = routeNames.filter((name) => {
      const { path, method, status } = routes[name]
      const { responses } = document.paths[path.replace('/v1', '')][method.toLowerCase()]
      return 'Location' in (responses[status].headers ?? {})
    })
    expect(listed).toEqual(['createMelding'])
    const { headers } = await call('POST', '/v1/meldingen', { body: eenMelding() })
    expect(headers.Location).toMatch(/^\/v1\/meldingen\//)
  })

  it('refers to no schema that is not there', () => {
    const references = [...reply.text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1])
    expect(references.length).toBeGreaterThan(20)
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name)
  })

  it('has no field of its own invention', () => {
    expect(reply.text).not.toMatch(/"x-/)
  })

  it.for(rulesets)('passes %s without an error', async (ruleset, context) => {
    const rules = join(standards, ruleset)
    if (!existsSync(rules)) return context.skip(`${ruleset} is not on this machine`)
    const folder = await mkdtemp(join(tmpdir(), 'kernpunt-openapi-'))
    try {
      const file = join(folder, 'openapi.json')
      await writeFile(file, reply.text)
      const spectral = join(import.meta.dirname, '../../node_modules/.bin/spectral')
      const { stdout } = await promisify(execFile)(spectral, [
        'lint',
        '-r',
        rules,
        '--fail-severity',
        'warn',
        file,
      ]).catch((error: { stdout: string }) => error)
      expect(stdout).toMatch(/^No results with a severity of 'warn' or higher found!/)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

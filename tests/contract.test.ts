/** Laws of the route table that types cannot say. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { problems } from '../functions/contract/problem.ts'
import { type Route, rollen } from '../functions/contract/route.ts'
import { routeNames, routes } from '../functions/contract/routes.ts'
import { root } from './support/sources.ts'

const rows = Object.entries<Route>(routes)
const openObject = (schema: z.ZodType | undefined): string[] =>
  schema === undefined
    ? []
    : Object.keys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {})

describe('the route table', () => {
  test('has each method and path once', () => {
    const keys = rows.map(([, { method, path }]) => `${method} ${path}`)
    expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([])
  })

  test('spells paths in kebab-case, without a slash at the end, operations with an underscore', () => {
    const segment = /^(\{[a-z][a-zA-Z]*\}|_?[a-z0-9]+(-[a-z0-9]+)*(\.json)?)$/
    const wrong = rows.filter(
      ([, { path }]) =>
        !path
          .slice(1)
          .split('/')
          .every((part) => segment.test(part)),
    )
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  test.each(rows)('%s describes exactly the parameters in its path', (_name, { path, params }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(openObject(params).sort()).toEqual(inPath.sort())
  })

  test('takes a body and an Idempotency-Key with POST only', () => {
    const wrong = rows.filter(([, { method, body, idempotent }]) => method === 'GET' && (body || idempotent))
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  test('answers 201 only to what makes something', () => {
    const wrong = rows.filter(([, { method, status }]) => status === 201 && method !== 'POST')
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  test('lets nobody cache what staff see', () => {
    const wrong = rows.filter(([, { roles, cache }]) => roles !== undefined && cache === 'public')
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  test('opens a staff route to at least one role that exists', () => {
    const wrong = rows.filter(
      ([, { roles }]) => roles && !(roles.length > 0 && roles.every((rol) => rollen.includes(rol))),
    )
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  test('says in one Dutch sentence what each route is for', () => {
    expect(
      rows.filter(([, { summary }]) => !/^[A-ZÉ].{5,160}\.$/.test(summary)).map(([name]) => name),
    ).toEqual([])
  })

  test('has one endpoint file per route', () => {
    const missing = routeNames.filter((name) => !existsSync(join(root, 'functions/endpoints', `${name}.ts`)))
    expect(missing).toEqual([])
  })

  test('has no personal field in a melding that is open to everybody without a secret', () => {
    const personal = /"(naam|email|telefoon|contact|omschrijving|volgcode|kop)":\{/
    const meldingen = rows.filter(
      ([name, { group, roles, headers }]) =>
        group === 'meldingen' && !roles && !headers && name !== 'listCategorieen',
    )
    const wrong = meldingen.filter(([, { reply }]) =>
      personal.test(JSON.stringify(z.toJSONSchema(reply, { unrepresentable: 'any' }))),
    )
    expect(wrong.map(([name]) => name)).toEqual([])
  })
})

describe('the list of problems', () => {
  test('never answers 422: bad input is 400', () => {
    expect(Object.entries(problems).filter(([, { status }]) => (status as number) === 422)).toEqual([])
  })
})

/** From an event to a call: path, query, headers and body through the schemas of the route, all errors at once. */
import * as z from 'zod'
import { crs84 } from '../contract/common.ts'
import { nameFields, toFieldErrors, toPointer } from '../contract/fieldErrors.ts'
import { type FieldError, ofFields } from '../contract/problem.ts'
import type { Route } from '../contract/route.ts'
import { type HttpEvent, headerOf } from './event.ts'
import type { Found } from './findRoute.ts'
import { readJson } from './readJson.ts'

const nothing = z.strictObject({})
const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'Een Idempotency-Key bestaat uit 1 tot 255 zichtbare tekens zonder spaties.')
  .optional()

export type Parsed = {
  params: unknown
  query: unknown
  headers: unknown
  body: unknown
  idempotencyKey?: string
}

/**
 * @param checkBody what only the gemeente can see in a body; asked when something is wrong already, so that the
 *   caller hears it together. A body that passes is checked by its endpoint.
 * @throws Problem `ongeldige-invoer` with each error, and what `readJson` throws.
 */
export function parseCall(
  event: HttpEvent,
  { route, params }: Found,
  checkBody: (body: unknown) => FieldError[],
): Parsed {
  const errors: FieldError[] = []
  const read = <T>(
    schema: z.ZodType<T> | undefined,
    value: unknown,
    pointerOf = toPointer,
    error?: z.core.$ZodErrorMap,
  ): T | undefined => {
    const result = (schema ?? nothing).safeParse(value, { reportInput: true, ...(error && { error }) })
    if (!result.success) errors.push(...toFieldErrors(result.error, pointerOf))
    return schema && (result.data as T | undefined)
  }
  const json = route.body && readJson(event)
  const query = readQuery(event, errors)
  const key = route.idempotent ? headerOf(event, 'idempotency-key') : undefined
  const parsed = {
    params: read(route.params, params, (path) => `pad:${path.join('.')}`),
    query: read(route.query, query, (path) => `query:${path.join('.')}`, unknownParameter),
    headers:
      route.headers &&
      read(route.headers, readHeaders(event, route), (path) => `header:${toHeaderName(path)}`),
    idempotencyKey: read(IdempotencyKey, key, () => 'header:Idempotency-Key'),
    body: route.body && read(route.body, json),
  }
  if (route.body) checkContentCrs(event, errors)
  if (errors.length === 0) return parsed
  const known = new Set(errors.map((error) => error.pointer))
  throw ofFields([
    ...errors,
    ...(route.body ? checkBody(json) : []).filter((error) => !known.has(error.pointer)),
  ])
}

/** Names what does not belong in the query; other mistakes have their own sentence. */
const unknownParameter: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys'
    ? `${issue.keys.length === 1 ? 'Deze vraagparameter is onbekend' : 'Deze vraagparameters zijn onbekend'}: ${nameFields(issue.keys)}.`
    : undefined

/** Each parameter once: of two values nobody knows which one was meant. */
function readQuery(event: HttpEvent, errors: FieldError[]): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(event.rawQueryString)) {
    if (Object.hasOwn(query, name))
      errors.push({
        pointer: `query:${name}`,
        code: 'dubbel',
        detail: `${name} staat meer dan één keer in het adres.`,
      })
    Object.defineProperty(query, name, { value, enumerable: true, configurable: true })
  }
  return query
}

const readHeaders = (event: HttpEvent, route: Route): Record<string, string | undefined> =>
  Object.fromEntries(headerNames(route).map((name) => [name, headerOf(event, name)]))

/** Names in the headers schema of a route, as written there. */
const headerNames = (route: Route): string[] =>
  route.headers instanceof z.ZodObject ? Object.keys(route.headers.shape) : []

/** @example toHeaderName(['volgcode'])   // 'Volgcode' */
const toHeaderName = (path: readonly PropertyKey[]): string =>
  path.map((step) => String(step).replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())).join('.')

/** A request may say in which system its geometry is (ADR geo module); only CRS84 is taken. */
function checkContentCrs(event: HttpEvent, errors: FieldError[]): void {
  const given = headerOf(event, 'content-crs')
  if (given !== undefined && given.replace(/^<(.*)>$/, '$1') !== crs84)
    errors.push({
      pointer: 'header:Content-Crs',
      code: 'onbekende-waarde',
      detail: `Stuur coördinaten in graden: Content-Crs kan alleen <${crs84}> zijn.`,
    })
}

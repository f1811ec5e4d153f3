/** The OpenAPI 3.1 document, made from the route table. Follows the NL API Design Rules (Logius, ADR 2.x). */
import * as z from 'zod'
import { crs84 } from './common.ts'
import { ProblemDocument } from './problemDocument.ts'
import type { Route } from './route.ts'
import { apiBase, apiVersion, type RouteName, routeNames, routes } from './routes.ts'

type Json = Record<string, unknown>
export type OpenapiDocument = Json

const problemResponse = (description: string): Json => ({
  description,
  headers: versionHeader,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const versionHeader = {
  'API-Version': { description: 'Volledige versie van de API', schema: { type: 'string' } },
}
const text = (description: string): Json => ({ description, schema: { type: 'string' } })

/**
 * @param webadres where the service lives, without trailing slash.
 * @param contact who answers for it, at the gemeente.
 * @param versie of the product, for the description; `info.version` is that of the API.
 */
export function buildOpenapi({
  webadres,
  contact,
  versie,
}: {
  webadres: string
  contact: { naam: string; email: string; url: string }
  versie: string
}): OpenapiDocument {
  const { toSchema, schemas } = schemaCollector()
  toSchema(ProblemDocument)
  const paths: Record<string, Json> = {}
  for (const name of routeNames) {
    const row: Route = routes[name]
    const path = row.path.slice(apiBase.length)
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: toOperation(name, row, toSchema) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kernpunt',
      version: apiVersion,
      description: `Meldingen, initiatieven en wijkbudget per kern. Productversie ${versie}.`,
      contact: { name: contact.naam, email: contact.email, url: contact.url },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${webadres}${apiBase}` }],
    tags: [...new Set(routeNames.map((name) => routes[name].group))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        medewerker: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Token van de aanmelddienst (OpenID Connect); de rollen staan in cognito:groups.',
        },
      },
    },
  }
}

type ToSchema = (schema: z.ZodType) => Json

function toOperation(name: RouteName, row: Route, toSchema: ToSchema): Json {
  const parameters = [
    ...toParameters('path', row.params, toSchema),
    ...toParameters('query', row.query, toSchema),
    ...toParameters('header', row.headers, toSchema),
    ...(row.idempotent ? [idempotencyKey] : []),
  ]
  return {
    operationId: name,
    summary: row.summary,
    tags: [row.group],
    ...(parameters.length > 0 && { parameters }),
    ...(row.body && {
      requestBody: { required: true, content: { 'application/json': { schema: toSchema(row.body) } } },
    }),
    responses: toResponses(row, parameters.length > 0, toSchema),
    ...(row.roles && { security: [{ medewerker: [] }], description: `Rollen: ${row.roles.join(', ')}.` }),
  }
}

function toResponses(row: Route, hasParameters: boolean, toSchema: ToSchema): Json {
  const headers = {
    ...versionHeader,
    ...(row.geo && { 'Content-Crs': text(`Coördinatenstelsel van de antwoorden: <${crs84}>`) }),
    ...(row.location && { Location: text('Adres van wat gemaakt is') }),
    ...(row.cache === 'public' && { ETag: text('Kenmerk van dit antwoord, voor If-None-Match') }),
  }
  const refusals: [string, string, boolean][] = [
    ['400', 'De invoer klopt niet; elke fout staat erbij.', true],
    ['401', 'U bent niet aangemeld.', row.roles !== undefined],
    ['403', 'U mag dit niet.', row.roles !== undefined],
    ['404', 'Niet gevonden.', row.params !== undefined && hasParameters],
    ['406', 'Dit antwoord is er alleen als JSON.', true],
    ['409', 'Dit botst met wat er al is.', row.roles !== undefined && row.method === 'POST'],
    ['409', 'De Idempotency-Key hoort bij een ander verzoek.', row.idempotent === true && !row.roles],
    ['413', 'Het verzoek is te groot.', row.body !== undefined],
    ['415', 'De inhoud moet JSON zijn.', row.body !== undefined],
    [
      '429',
      'Dat was veel achter elkaar; Retry-After en uitdaging zeggen hoe u verder kunt.',
      row.budget === true,
    ],
    ['500', 'Er ging iets mis bij ons.', true],
    ['503', 'De dienst is even niet bereikbaar.', true],
  ]
  return {
    [String(row.status)]: {
      description: row.status === 201 ? 'Gemaakt' : 'Gelukt',
      headers,
      content: { 'application/json': { schema: toSchema(row.reply) } },
    },
    ...(row.cache === 'public' && { '304': { description: 'Niet veranderd', headers } }),
    ...Object.fromEntries(
      refusals
        .filter(([, , applies]) => applies)
        .map(([status, description]) => [status, problemResponse(description)]),
    ),
  }
}

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Een eigen, unieke sleutel (bijvoorbeeld een UUID): een herhaling krijgt het eerste antwoord.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

/** One parameter per field of an object schema; a header is written with capitals. */
function toParameters(
  place: 'path' | 'query' | 'header',
  schema: z.ZodType | undefined,
  toSchema: ToSchema,
): Json[] {
  if (!(schema instanceof z.ZodObject)) return []
  const object = toSchema(schema) as { properties?: Record<string, Json>; required?: string[] }
  const { area, fields } = splitArea(object.properties ?? {})
  const parameters = Object.entries(fields).map(([name, { description, ...schema }]) => ({
    name: place === 'header' ? name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()) : name,
    in: place,
    required: place === 'path' || (object.required ?? []).includes(name),
    ...(description !== undefined && { description }),
    schema,
  }))
  return area ? [...parameters, area] : parameters
}

/**
 * `bbox`, `bbox-crs` and `crs` as one exploded object: in the address they are three keys, as the geo module asks,
 * while every parameter has a camelCase name, as the core rules ask.
 */
function splitArea(fields: Record<string, Json>): { area?: Json; fields: Record<string, Json> } {
  const { bbox, 'bbox-crs': bboxCrs, crs, ...others } = fields
  if (!bbox || !bboxCrs || !crs) return { fields }
  const properties = { bbox, 'bbox-crs': bboxCrs, crs }
  return {
    fields: others,
    area: {
      name: 'gebied',
      in: 'query',
      required: false,
      description: 'Alleen wat in dit gebied ligt: de sleutels bbox, bbox-crs en crs in het adres.',
      style: 'form',
      explode: true,
      schema: { type: 'object', properties, additionalProperties: false },
    },
  }
}

/** Schemas with an `id` go to `components.schemas` once and are referred to. */
function schemaCollector(): { toSchema: ToSchema; schemas: Record<string, unknown> } {
  const schemas: Record<string, unknown> = {}
  const toSchema: ToSchema = (schema) => {
    const wrapped = z.toJSONSchema(z.object({ schema }), { io: 'input', target: 'draft-2020-12' })
    for (const [id, definition] of Object.entries(wrapped.$defs ?? {})) schemas[id] ??= tidy(definition)
    return tidy(wrapped.properties?.schema) as Json
  }
  return { toSchema, schemas }
}

/** References into `components`, and `null` as a type beside the other: a nullable date stays a date to readers. */
function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node)
    .filter(([key, value]) => !(key === 'id' && typeof value === 'string'))
    .map(([key, value]) => [
      key,
      key === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : tidy(value),
    ])
  const tidied = Object.fromEntries(entries) as Json & { anyOf?: Json[] }
  const [first, second, ...others] = tidied.anyOf ?? []
  if (typeof first?.type !== 'string' || second?.type !== 'null' || others.length > 0) return tidied
  const { anyOf: _anyOf, ...rest } = tidied
  return { ...first, ...rest, type: [first.type, 'null'] }
}

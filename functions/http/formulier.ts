/**
 * A melding without JavaScript: a form by GET, the same endpoint as the API by POST. It is the way out when a
 * script, a map or an old browser fails, so it depends on nothing but HTML.
 */
import './dutch.ts'
import middy from '@middy/core'
import { toFieldErrors } from '../contract/fieldErrors.ts'
import { NieuweMelding } from '../contract/melding.ts'
import { type FieldError, Problem } from '../contract/problem.ts'
import { checkMelding } from '../domain/melding.ts'
import { findPersoonsgegevens } from '../domain/persoonsgegevens.ts'
import type { Deps } from '../domain/ports.ts'
import { createMelding } from '../endpoints/createMelding.ts'
import { accessLog, type Io } from './accessLog.ts'
import { type HttpEvent, type HttpReply, headerOf } from './event.ts'
import { type Ingevuld, leeg, readIngevuld, toMeldingBody } from './formulierInvoer.ts'
import { toFormulierPage, toOntvangstPage } from './formulierPages.ts'
import { toProblem } from './problemJson.ts'
import { maxBytes, readBytes } from './readJson.ts'
import { asOfToday } from './today.ts'

export const createFormulier = (deps: Deps, io: Io) =>
  middy<HttpEvent, HttpReply>()
    .use(accessLog(io, () => 'formulier'))
    .onError((request) => {
      const problem = toProblem(request.error)
      const errors = [{ pointer: '', code: problem.code, detail: problem.message }]
      request.response = toFormulierPage(problem.status, deps, leeg(newKey(deps)), errors)
      if (problem.extra.allow) request.response.headers.Allow = problem.extra.allow.join(', ')
    })
    .handler((event: HttpEvent) => answer(event, deps))

async function answer(event: HttpEvent, deps: Deps): Promise<HttpReply> {
  const { method } = event.requestContext.http
  if (method === 'POST') return receive(readForm(event, deps), await asOfToday(deps))
  if (method !== 'GET' && method !== 'HEAD')
    throw new Problem('methode-niet-toegestaan', `Met ${method} kan dit formulier niets.`, {
      allow: ['GET', 'HEAD', 'POST'],
    })
  const page = toFormulierPage(200, deps, leeg(newKey(deps)), [])
  return method === 'HEAD' ? { ...page, body: '' } : page
}

/** Made when the form is shown, so that sending it twice makes one melding. */
const newKey = (deps: Deps): string => `formulier-${Buffer.from(deps.randomBytes(18)).toString('base64url')}`

/** A form that lost its key gets one: all of those together would pass for one melding. */
function readForm(event: HttpEvent, deps: Deps): Ingevuld {
  const type = headerOf(event, 'content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    throw new Problem('verkeerd-inhoudstype', 'Stuur dit formulier zoals uw browser het doet.')
  const ingevuld = readIngevuld(new URLSearchParams(readBytes(event, maxBytes).toString('utf8')))
  return { ...ingevuld, sleutel: ingevuld.sleutel || newKey(deps) }
}

async function receive(ingevuld: Ingevuld, deps: Deps): Promise<HttpReply> {
  const { body, errors } = toMeldingBody(ingevuld, deps.gemeente)
  const parsed = NieuweMelding.safeParse(body, { reportInput: true })
  const wrong = unique([
    ...errors,
    ...(parsed.error ? toFieldErrors(parsed.error) : []),
    ...checkMelding(body, deps.gemeente),
  ])
  if (!parsed.data || wrong.length > 0) return toFormulierPage(400, deps, ingevuld, wrong)
  const gevonden = listPersoonlijk(parsed.data.omschrijving)
  if (gevonden !== '' && ingevuld.toch !== gevonden) return toFormulierPage(200, deps, ingevuld, [], gevonden)
  try {
    const call = { body: parsed.data, idempotencyKey: ingevuld.sleutel }
    const reply = await createMelding(
      { ...call, params: undefined, query: undefined, headers: {}, medewerker: undefined },
      deps,
    )
    return toOntvangstPage(deps, reply.body, parsed.data.categorie)
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'storing') throw error
    const detail =
      problem.code === 'sleutel-hergebruikt'
        ? 'U hebt dit formulier al verstuurd, met andere woorden. Open het formulier opnieuw voor een nieuwe melding.'
        : problem.message
    return toFormulierPage(problem.status, deps, ingevuld, [{ pointer: '', code: problem.code, detail }])
  }
}

/** What looks like personal data, as one text. Who said yes to it said so of these words and of no others. */
const listPersoonlijk = (text: string): string =>
  findPersoonsgegevens(text)
    .map(({ begin, eind }) => text.slice(begin, eind))
    .join(', ')

/** One error per field: the first says most. */
const unique = (errors: readonly FieldError[]): FieldError[] =>
  errors.filter((error, i) => errors.findIndex((other) => fieldOf(other) === fieldOf(error)) === i)

const fieldOf = ({ pointer }: FieldError): string =>
  pointer.startsWith('/geometrie') ? '/geometrie' : pointer

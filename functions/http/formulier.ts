/**
 * A melding without JavaScript: a form, a page to check it, and the same endpoints as the API. It is the way out when a
 * script, a map or an old browser fails, so it depends on nothing but HTML.
 */
import './dutch.ts'
import middy from '@middy/core'
import { Problem } from '../contract/problem.ts'
import type { Deps } from '../domain/ports.ts'
import { accessLog, type Io } from './accessLog.ts'
import { adresOf } from './adres.ts'
import { type HttpEvent, type HttpReply, headerOf } from './event.ts'
import { readFotos } from './formulierFotos.ts'
import { leeg, readIngevuld, readStap } from './formulierInvoer.ts'
import { toFotosPage } from './formulierOntvangst.ts'
import { toFormulierPage } from './formulierPages.ts'
import { receive } from './formulierStappen.ts'
import { isMark, markOpened } from './formulierTijd.ts'
import { toProblem } from './problemJson.ts'
import { maxBytes, readBytes } from './readJson.ts'
import { asOfToday } from './today.ts'

export const createFormulier = (deps: Deps, io: Io) =>
  middy<HttpEvent, HttpReply>()
    .use(accessLog(io, () => 'formulier'))
    .onError((request) => {
      const problem = toProblem(request.error)
      const errors = [{ pointer: '', code: problem.code, detail: problem.message }]
      request.response = toFormulierPage(problem.status, deps, empty(deps), errors)
      if (problem.extra.allow) request.response.headers.Allow = problem.extra.allow.join(', ')
    })
    .handler((event: HttpEvent) => answer(event, deps))

const empty = (deps: Deps) => leeg(newKey(deps), markOpened(deps))

/** Made when the form is shown, so that sending it twice makes one melding. */
const newKey = (deps: Deps): string => `formulier-${Buffer.from(deps.randomBytes(18)).toString('base64url')}`

async function answer(event: HttpEvent, deps: Deps): Promise<HttpReply> {
  const { method } = event.requestContext.http
  if (method === 'POST') {
    const form = readForm(event)
    const ingevuld = readIngevuld(form)
    // A form that lost its key gets one: all of those together would pass for one melding.
    const sleutel = ingevuld.sleutel || newKey(deps)
    const geopend = isMark(ingevuld.geopend, deps) ? ingevuld.geopend : markOpened(deps)
    const adres = adresOf(event, deps.dienst.rand)
    return receive({ ...ingevuld, sleutel, geopend }, readStap(form), adres, await asOfToday(deps))
  }
  if (method !== 'GET' && method !== 'HEAD')
    throw new Problem('methode-niet-toegestaan', `Met ${method} kan dit formulier niets.`, {
      allow: ['GET', 'HEAD', 'POST'],
    })
  const fotos = await readFotos(new URLSearchParams(event.rawQueryString), deps)
  const page = fotos.length > 0 ? toFotosPage(deps, fotos) : toFormulierPage(200, deps, empty(deps), [])
  return method === 'HEAD' ? { ...page, body: '' } : page
}

function readForm(event: HttpEvent): URLSearchParams {
  const type = headerOf(event, 'content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    throw new Problem('verkeerd-inhoudstype', 'Stuur dit formulier zoals uw browser het doet.')
  return new URLSearchParams(readBytes(event, maxBytes).toString('utf8'))
}

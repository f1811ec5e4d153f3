/** From one page of the form to the next: check, questions, danger, sending or following. Nothing typed is ever lost. */
import { toFieldErrors } from '../contract/fieldErrors.ts'
import type { Categorie } from '../contract/instellingen.ts'
import { NieuweMelding } from '../contract/melding.ts'
import type { Nabij } from '../contract/nabij.ts'
import { type FieldError, Problem } from '../contract/problem.ts'
import { checkFormulier } from '../domain/afzender.ts'
import { checkMelding } from '../domain/melding.ts'
import type { Deps } from '../domain/ports.ts'
import { addVolger } from '../endpoints/addVolger.ts'
import { createMelding } from '../endpoints/createMelding.ts'
import { findNabij } from '../endpoints/findNabij.ts'
import type { HttpReply } from './event.ts'
import { toControlePage, toGevaarPage } from './formulierControle.ts'
import { listCodes, openFotos } from './formulierFotos.ts'
import { type Ingevuld, type Stap, toMeldingBody } from './formulierInvoer.ts'
import { toOntvangstPage, toVolgPage } from './formulierOntvangst.ts'
import { toFormulierPage } from './formulierPages.ts'
import { readInvultijd } from './formulierTijd.ts'
import { toProblem } from './problemJson.ts'

type Ingezonden = { ingevuld: Ingevuld; body: NieuweMelding; categorie: Categorie; adres: string | undefined }

/** The same for every call of ours: what HTTP would have brought along. */
const noHttp = { params: undefined, query: undefined, headers: {}, medewerker: undefined }

export async function receive(
  ingevuld: Ingevuld,
  stap: Stap,
  adres: string | undefined,
  deps: Deps,
): Promise<HttpReply> {
  if (stap.soort === 'terug') return toFormulierPage(200, deps, ingevuld, [])
  const { body, errors } = toMeldingBody(ingevuld, deps.gemeente)
  const parsed = NieuweMelding.safeParse(body, { reportInput: true })
  const wrong = unique([
    ...checkFormulier({ lokveld: ingevuld.website, invultijdMillis: Number.POSITIVE_INFINITY }),
    ...errors,
    ...(parsed.error ? toFieldErrors(parsed.error) : []),
    ...checkMelding(body, deps.gemeente),
  ])
  const onFirst = wrong.filter((error) => !isQuestion(error))
  const categorie = deps.gemeente.categorieen.find(({ code }) => code === ingevuld.categorie)
  if (!categorie || onFirst.length > 0) return toFormulierPage(400, deps, ingevuld, onFirst)
  if (ingevuld.gevaar === 'ja' && categorie.gevaar) return toGevaarPage(deps, ingevuld, categorie.gevaar)

  const ingezonden = { ingevuld, body: body as NieuweMelding, categorie, adres }
  if (stap.soort === 'volgen') return follow(stap.nummer, ingezonden, deps)
  if (stap.soort === 'controle') return showControle(ingezonden, deps)
  const onSecond = [...checkGevaar(ingezonden), ...wrong]
  if (!parsed.data || onSecond.length > 0) return showControle(ingezonden, deps, 400, onSecond)
  return send({ ...ingezonden, body: parsed.data }, deps)
}

/** Asked on the second page, so no mistake on the first. */
const isQuestion = ({ pointer }: FieldError): boolean => pointer.startsWith('/antwoorden')

const checkGevaar = ({ ingevuld, categorie }: Ingezonden): FieldError[] =>
  categorie.gevaar && ingevuld.gevaar !== 'nee'
    ? [{ pointer: '/gevaar', code: 'ontbreekt', detail: `Kies ja of nee: ${categorie.gevaar.vraag}` }]
    : []

async function showControle(
  { ingevuld, body, categorie, adres }: Ingezonden,
  deps: Deps,
  statusCode = 200,
  errors: readonly FieldError[] = [],
): Promise<HttpReply> {
  // Without coordinates the point is that of the kern, and near that says nothing.
  const nabij = ingevuld.coordinaten.trim() ? await listNabij(body, adres, deps) : []
  return toControlePage(deps, { ingevuld, categorie, nabij, errors, statusCode })
}

/** Looking nearby is a help; without it somebody can report all the same. */
async function listNabij(
  { categorie, geometrie, omschrijving }: NieuweMelding,
  adres: string | undefined,
  deps: Deps,
): Promise<Nabij['meldingen']> {
  try {
    const body = { categorie, geometrie, omschrijving }
    const call = { ...noHttp, headers: undefined, ...(adres && { adres }), body }
    return (await findNabij(call, deps)).body.meldingen
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}

async function send(ingezonden: Ingezonden, deps: Deps): Promise<HttpReply> {
  const { ingevuld, body, adres } = ingezonden
  const codes = listCodes(ingevuld, deps)
  const formulier = { lokveld: ingevuld.website, invultijdMillis: readInvultijd(ingevuld.geopend, deps) }
  try {
    const { body: ontvangst } = await createMelding(
      {
        ...noHttp,
        ...(adres && { adres }),
        idempotencyKey: ingevuld.sleutel,
        body: { ...body, formulier, ...(codes.length > 0 && { fotos: codes }) },
      },
      deps,
    )
    const fotos = await openFotos(codes, ontvangst.nummer, deps)
    return toOntvangstPage(deps, ontvangst, body.categorie, fotos)
  } catch (error) {
    return refuse(error, ingezonden, deps)
  }
}

async function follow(nummer: string, ingezonden: Ingezonden, deps: Deps): Promise<HttpReply> {
  const { ingevuld, body, adres } = ingezonden
  const email = body.contact?.email
  try {
    const { body: volger } = await addVolger(
      {
        ...noHttp,
        ...(adres && { adres }),
        idempotencyKey: ingevuld.sleutel,
        params: { nummer },
        body: email ? { contact: { email } } : {},
      },
      deps,
    )
    return toVolgPage(deps, volger, email ?? '')
  } catch (error) {
    return refuse(error, ingezonden, deps)
  }
}

/** @throws what is our own fault; all else becomes a sentence above what was typed. */
async function refuse(error: unknown, ingezonden: Ingezonden, deps: Deps): Promise<HttpReply> {
  const problem = toProblem(error)
  if (problem.code === 'storing') throw error
  const page = await showControle(ingezonden, deps, problem.status, [
    { pointer: '', code: problem.code, detail: inWords(problem, deps) },
  ])
  const { wachtSeconden } = problem.extra
  if (wachtSeconden !== undefined) page.headers['Retry-After'] = String(wachtSeconden)
  return page
}

function inWords(problem: Problem, { gemeente }: Deps): string {
  if (problem.code === 'sleutel-hergebruikt')
    return 'U hebt dit formulier al verstuurd, met andere woorden. Open het formulier opnieuw voor een nieuwe melding.'
  if (problem.code !== 'te-veel') return problem.message
  return [problem.message, ...gemeente.telefoonnummers.map(({ naam, nummer }) => `${naam}: ${nummer}.`)].join(
    ' ',
  )
}

/** One error per field: the first says most. */
const unique = (errors: readonly FieldError[]): FieldError[] =>
  errors.filter((error, i) => errors.findIndex((other) => fieldOf(other) === fieldOf(error)) === i)

const fieldOf = ({ pointer }: FieldError): string =>
  pointer.startsWith('/geometrie') ? '/geometrie' : pointer

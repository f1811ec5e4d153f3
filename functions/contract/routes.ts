/**
 * THE route table. API Gateway routes (CDK), Lambda dispatch, the local server, the OpenAPI document and the
 * typed web client are all read from it; no path is spelled anywhere else. A name here is the endpoint's file,
 * its function, the operationId and the client's method.
 *
 * To add a route: a row here, a file `endpoints/<name>.ts`, and a line in `endpoints/index.ts` (leaving it out
 * does not compile).
 */
import * as z from 'zod'
import { Activiteit, Dichtheid, DichtheidVraag, PeriodeVraag } from './activiteit.ts'
import { Jaar, Kerncode, telwoord } from './common.ts'
import { Initiatief, InitiatiefPagina, InitiatiefVraag, NieuwInitiatief } from './initiatief.ts'
import { Categorieen, Instellingen } from './instellingen.ts'
import { Kern, Kernen, KernenVraag, KernVanPunt, ZoekVraag } from './kern.ts'
import {
  BehandelingDetail,
  BehandelingPagina,
  Melding,
  MeldingOntvangst,
  MeldingPagina,
  MeldingVraag,
  NieuweMelding,
  NieuweStatus,
  Nummer,
  Opvolging,
} from './melding.ts'
import { type Route, route } from './route.ts'
import { NieuweVerdeling, Vaststelling, Verdeling, Verdelingen, Wijkbudget } from './verdeling.ts'
import { BerekenAntwoord, BerekenVraag } from './wijkbudget.ts'

export const apiVersion = '1.0.0'
/** Where every path of the table begins: the major version. */
export const apiBase = '/v1'

/** The page that makes a melding without JavaScript: HTML by GET, a form by POST. Not part of `/v1`. */
export const formulierPad = '/melden/zonder-script'

const nummer = z.strictObject({ nummer: Nummer })
const jaar = z.strictObject({ jaar: Jaar })
const staf = ['coordinator', 'beheerder'] as const
const geldkant = ['financien', 'college', 'beheerder', 'coordinator'] as const

export const routes = {
  getOpenapi: route({
    method: 'GET',
    path: '/v1/openapi.json',
    group: 'dienst',
    status: 200,
    cache: 'public',
    summary: 'Deze beschrijving van de API.',
    reply: z.record(z.string(), z.unknown()),
  }),
  getInstellingen: route({
    method: 'GET',
    path: '/v1/instellingen',
    group: 'dienst',
    status: 200,
    cache: 'public',
    summary: 'Welke gemeente dit is, welke kaart erbij hoort en waar medewerkers zich aanmelden.',
    reply: Instellingen,
  }),
  listCategorieen: route({
    method: 'GET',
    path: '/v1/categorieen',
    group: 'meldingen',
    status: 200,
    cache: 'public',
    summary: 'Waarover u kunt melden, met de termijn per categorie.',
    reply: Categorieen,
  }),
  listKernen: route({
    method: 'GET',
    path: '/v1/kernen',
    group: 'kernen',
    status: 200,
    cache: 'public',
    geo: true,
    summary: 'Alle kernen van de gemeente met hun grens en inwoners.',
    query: KernenVraag,
    reply: Kernen,
  }),
  findKern: route({
    method: 'GET',
    path: '/v1/kernen/_zoek',
    group: 'kernen',
    status: 200,
    summary: 'In welke kern een punt ligt (lon en lat in graden).',
    query: ZoekVraag,
    reply: KernVanPunt,
  }),
  getKern: route({
    method: 'GET',
    path: '/v1/kernen/{kerncode}',
    group: 'kernen',
    status: 200,
    cache: 'public',
    geo: true,
    summary: 'Eén kern.',
    params: z.strictObject({ kerncode: Kerncode }),
    query: KernenVraag,
    reply: Kern,
  }),
  createMelding: route({
    method: 'POST',
    path: '/v1/meldingen',
    group: 'meldingen',
    status: 201,
    idempotent: true,
    summary: 'Doe een melding. Met een Idempotency-Key krijgt een herhaling het eerste antwoord.',
    body: NieuweMelding,
    reply: MeldingOntvangst,
  }),
  listMeldingen: route({
    method: 'GET',
    path: '/v1/meldingen',
    group: 'meldingen',
    status: 200,
    geo: true,
    summary: 'Openbare lijst van meldingen, nieuwste eerst.',
    query: MeldingVraag,
    reply: MeldingPagina,
  }),
  getMelding: route({
    method: 'GET',
    path: '/v1/meldingen/{nummer}',
    group: 'meldingen',
    status: 200,
    geo: true,
    summary: 'Wat iedereen van één melding mag zien.',
    params: nummer,
    reply: Melding,
  }),
  followMelding: route({
    method: 'GET',
    path: '/v1/meldingen/{nummer}/opvolging',
    group: 'meldingen',
    status: 200,
    geo: true,
    summary: 'Wat de melder zelf ziet; vraagt de geheime code uit de volglink.',
    params: nummer,
    headers: z.object({
      volgcode: z.string().max(200).optional().meta({ description: 'De code uit de volglink' }),
    }),
    reply: Opvolging,
  }),
  listBehandelingen: route({
    method: 'GET',
    path: '/v1/behandelingen',
    group: 'behandeling',
    status: 200,
    roles: staf,
    geo: true,
    summary: 'De werkvoorraad van de coördinator: meldingen met de eerste woorden en de versie.',
    query: MeldingVraag,
    reply: BehandelingPagina,
  }),
  getBehandeling: route({
    method: 'GET',
    path: '/v1/behandelingen/{nummer}',
    group: 'behandeling',
    status: 200,
    roles: staf,
    geo: true,
    summary: 'Eén melding om te behandelen: tekst, geschiedenis en welke status nu kan.',
    params: nummer,
    reply: BehandelingDetail,
  }),
  addMeldingStatus: route({
    method: 'POST',
    path: '/v1/meldingen/{nummer}/statussen',
    group: 'behandeling',
    status: 201,
    roles: staf,
    idempotent: true,
    geo: true,
    summary: 'Geef een melding een nieuwe status.',
    params: nummer,
    body: NieuweStatus,
    reply: BehandelingDetail,
  }),
  createInitiatief: route({
    method: 'POST',
    path: '/v1/initiatieven',
    group: 'initiatieven',
    status: 201,
    idempotent: true,
    geo: true,
    summary: 'Dien een initiatief in.',
    body: NieuwInitiatief,
    reply: Initiatief,
  }),
  listInitiatieven: route({
    method: 'GET',
    path: '/v1/initiatieven',
    group: 'initiatieven',
    status: 200,
    geo: true,
    summary: 'Alle initiatieven, nieuwste eerst.',
    query: InitiatiefVraag,
    reply: InitiatiefPagina,
  }),
  getActiviteit: route({
    method: 'GET',
    path: '/v1/activiteit',
    group: 'activiteit',
    status: 200,
    cache: 'public',
    summary: 'Aantallen per kern, per categorie en status, ook per 1.000 inwoners.',
    query: PeriodeVraag,
    reply: Activiteit,
  }),
  getDichtheid: route({
    method: 'GET',
    path: '/v1/dichtheid',
    group: 'activiteit',
    status: 200,
    cache: 'public',
    geo: true,
    summary: 'Aantallen per cel van 100 meter, voor de hittekaart.',
    query: DichtheidVraag,
    reply: Dichtheid,
  }),
  computeWijkbudget: route({
    method: 'POST',
    path: '/v1/wijkbudgetten/_bereken',
    group: 'wijkbudget',
    status: 200,
    summary: 'Verdeel een totaal over kernen, op de cent. Er wordt niets bewaard.',
    body: BerekenVraag,
    reply: BerekenAntwoord,
  }),
  getWijkbudget: route({
    method: 'GET',
    path: '/v1/wijkbudgetten/{jaar}',
    group: 'wijkbudget',
    status: 200,
    summary: 'De vastgestelde verdeling van een jaar, naast die van het jaar ervoor.',
    params: jaar,
    reply: Wijkbudget,
  }),
  listVerdelingen: route({
    method: 'GET',
    path: '/v1/wijkbudgetten/{jaar}/verdelingen',
    group: 'wijkbudget',
    status: 200,
    roles: geldkant,
    summary: 'Alle versies van een jaar, ook voorstellen.',
    params: jaar,
    reply: Verdelingen,
  }),
  proposeVerdeling: route({
    method: 'POST',
    path: '/v1/wijkbudgetten/{jaar}/verdelingen',
    group: 'wijkbudget',
    status: 201,
    roles: ['financien'],
    idempotent: true,
    summary: 'Stel een verdeling voor: u stuurt de uitgangspunten, de dienst rekent.',
    params: jaar,
    body: NieuweVerdeling,
    reply: Verdeling,
  }),
  adoptVerdeling: route({
    method: 'POST',
    path: '/v1/wijkbudgetten/{jaar}/verdelingen/{versie}/vaststelling',
    group: 'wijkbudget',
    status: 201,
    roles: ['college', 'financien'],
    summary: 'Stel een voorgestelde verdeling vast. Dat doet iemand anders dan de voorsteller.',
    params: z.strictObject({
      jaar: Jaar,
      versie: telwoord('versie', 1, 9999),
    }),
    body: Vaststelling,
    reply: Verdeling,
  }),
} as const satisfies Record<string, Route>

export type Routes = typeof routes
export type RouteName = keyof Routes
export const routeNames = Object.keys(routes) as RouteName[]

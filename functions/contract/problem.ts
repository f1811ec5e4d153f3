/**
 * Everything that can go wrong, as a closed list: code → HTTP status and title (RFC 9457).
 *
 * The domain throws `new Problem('buiten-gemeente', 'Dit punt ligt 1.350 meter buiten Bergen (NH.).')`;
 * only `http/problemJson.ts` turns it into a response, and the web client rethrows the same class.
 * Titles and details are Dutch sentences for the person who sent the request; a detail holds the
 * actual values, never the cause of a 500. No zod here: the domain and the web's shell import this file.
 */
export const problems = {
  'ongeldige-invoer': { status: 400, title: 'De invoer klopt niet' },
  'ongeldige-json': { status: 400, title: 'De inhoud is geen geldige JSON' },
  'buiten-gemeente': { status: 400, title: 'Dit punt ligt buiten de gemeente' },
  'ongeldige-cursor': { status: 400, title: 'De cursor klopt niet' },
  TOTAAL_LAGER_DAN_BASIS: { status: 400, title: 'Het totaal is lager dan de basisbedragen samen' },
  ONDERGRENZEN_BOVEN_TOTAAL: { status: 400, title: 'De ondergrenzen zijn samen hoger dan het totaal' },
  'niet-aangemeld': { status: 401, title: 'U bent niet aangemeld' },
  'geen-toegang': { status: 403, title: 'U mag dit niet' },
  'vier-ogen': { status: 403, title: 'Iemand anders moet dit vaststellen' },
  'niet-gevonden': { status: 404, title: 'Niet gevonden' },
  'methode-niet-toegestaan': { status: 405, title: 'Deze methode kan hier niet' },
  'niet-acceptabel': { status: 406, title: 'Dit antwoordformaat is er niet' },
  'sleutel-hergebruikt': { status: 409, title: 'Deze Idempotency-Key hoort bij een ander verzoek' },
  'versie-verouderd': { status: 409, title: 'Iemand anders was u voor' },
  'overgang-niet-toegestaan': { status: 409, title: 'Deze status kan nu niet' },
  'saldo-ontoereikend': { status: 409, title: 'Er is niet genoeg geld over' },
  'controletotaal-wijkt-af': { status: 409, title: 'De inwoners tellen niet op tot het controletotaal' },
  'boeking-niet-mogelijk': { status: 409, title: 'Deze boeking kan nu niet' },
  'al-vastgesteld': { status: 409, title: 'Dit is al vastgesteld' },
  'reactie-niet-mogelijk': { status: 409, title: 'Dit kan nu niet bij uw melding' },
  'wijziging-niet-mogelijk': { status: 409, title: 'Dit kan nu niet bij deze melding' },
  'taken-open': { status: 409, title: 'Er staan nog taken open' },
  'te-groot': { status: 413, title: 'Het verzoek is te groot' },
  'verkeerd-inhoudstype': { status: 415, title: 'Dit inhoudstype kan niet' },
  'te-veel': { status: 429, title: 'Dat waren veel meldingen achter elkaar' },
  storing: { status: 500, title: 'Er ging iets mis bij ons' },
  'even-niet-bereikbaar': { status: 503, title: 'De dienst is even niet bereikbaar' },
} as const

export type ProblemCode = keyof typeof problems

/** One wrong field: `pointer` is a JSON pointer into the body, or `query:naam`, `pad:naam`, `header:Naam`. */
export type FieldError = { pointer: string; code: string; detail: string }

export type ProblemExtra = {
  errors?: FieldError[]
  /** 409 `overgang-niet-toegestaan`: what is allowed now. */
  toegestaan?: string[]
  /** 405: goes out as the Allow header. */
  allow?: string[]
  /** Wijkbudget: what is missing, in cents. */
  tekortCenten?: number
  /** `buiten-gemeente`: distance to the gemeente in whole metres. */
  afstandMeter?: number
  /** 409 `versie-verouderd`: the version that is stored now. */
  huidigeVersie?: number
  /** 429: goes out as Retry-After, in seconds. */
  wachtSeconden?: number
  /** 429: work to do before it may be sent again at once, with its answer in the header `Bewijs`. */
  uitdaging?: Record<string, unknown>
}

/** A refusal with a closed code, a Dutch sentence with the actual values, and typed extra members. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly extra: ProblemExtra

  constructor(code: ProblemCode, detail: string, extra: ProblemExtra = {}, options?: ErrorOptions) {
    super(detail, options)
    this.name = 'Problem'
    this.code = code
    this.extra = extra
  }

  get status(): number {
    return problems[this.code].status
  }
}

/** More helps nobody, and an answer may not grow far beyond what was asked. */
const mostErrors = 100

/**
 * One problem for wrong fields, all of them at once (of very many the first hundred); its sentence names the first five.
 * @example ofFields([{ pointer: '/categorie', code: 'ontbreekt', detail: 'Kies een categorie.' }])
 */
export function ofFields(errors: FieldError[]): Problem {
  const details = [...new Set(errors.map((error) => error.detail))]
  const said = details.slice(0, 5).join(' ')
  const where = details.length > 5 ? '; de eerste 5 staan hier' : ''
  const detail = details.length > 1 ? `${details.length} dingen kloppen niet${where}: ${said}` : said
  return new Problem('ongeldige-invoer', detail, { errors: errors.slice(0, mostErrors) })
}

/**
 * Who gets a melding when it comes in: rules as data in the settings of the gemeente. The first rule that fits decides;
 * when none does it is the team of the categorie. It is asked once, at intake: another rule tomorrow moves nothing, and
 * the melding says why it went where it went.
 *
 * In one rule every condition must hold, and of the values of one condition any. Times are those of the clock in
 * Amsterdam, from `van` up to, not including, `tot`; 22:00 to 06:00 goes over midnight, and the day is that of the
 * instant itself. A word fits where a word of the text begins with it, whatever its case and accents.
 */
import { toKlok } from './dag.ts'
import type { GemeenteFeiten } from './ports.ts'
import { toZoektekst } from './zoektekst.ts'

export const weekdagen = ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'] as const

export type Voorwaarden = {
  readonly categorieen?: readonly string[] | undefined
  readonly groepen?: readonly string[] | undefined
  readonly kernen?: readonly string[] | undefined
  readonly woorden?: readonly string[] | undefined
  readonly van?: string | undefined
  readonly tot?: string | undefined
  readonly dagen?: readonly (typeof weekdagen)[number][] | undefined
  /** 1 is January. */
  readonly maanden?: readonly number[] | undefined
}
export type Routeregel = {
  readonly naam: string
  readonly als: Voorwaarden
  readonly dan: { readonly team: string; readonly medewerker?: string | undefined }
}

/** `waarom` is a Dutch sentence for staff; `regel` the name of the rule, absent when the categorie decided. */
export type Routering = { team: string; medewerker?: string; waarom: string; regel?: string }

type Inkomend = { categorie: string; omschrijving: string; antwoorden?: Record<string, string> | undefined }

/** Whether the clock stands in a part of the day, both as `HH:mm`. */
export const isBinnenTijd = (
  klok: string,
  { van = '00:00', tot = '24:00' }: Pick<Voorwaarden, 'van' | 'tot'>,
): boolean => (van < tot ? van <= klok && klok < tot : van <= klok || klok < tot)

/** Words of a text with a space before each, so that ` ${begin}` finds where a word begins. */
const toWoorden = (text: string): string =>
  ` ${
    toZoektekst(text)
      .match(/[\p{L}\d]+/gu)
      ?.join(' ') ?? ''
  }`

/** What a rule is held against. */
function toGeval({ categorie, omschrijving, antwoorden = {} }: Inkomend, kern: string, op: string) {
  const [dag = '', klok = ''] = toKlok(op).split(' ')
  return {
    categorie,
    kern,
    tekst: toWoorden([omschrijving, ...Object.values(antwoorden)].join(' ')),
    klok: klok.slice(0, 5),
    dag: weekdagen[new Date(`${dag}T00:00:00Z`).getUTCDay()]!,
    maand: Number(dag.slice(5, 7)),
  }
}

const findWoord = (woorden: readonly string[], tekst: string): string | undefined =>
  woorden.find((woord) => tekst.includes(toWoorden(woord)))

function fits(als: Voorwaarden, geval: ReturnType<typeof toGeval>, groep: string | undefined): boolean {
  const among = <T>(allowed: readonly T[] | undefined, value: T) => !allowed || allowed.includes(value)
  return (
    among(als.categorieen, geval.categorie) &&
    (!als.groepen || (groep !== undefined && als.groepen.includes(groep))) &&
    among(als.kernen, geval.kern) &&
    among(als.dagen, geval.dag) &&
    among(als.maanden, geval.maand) &&
    isBinnenTijd(geval.klok, als) &&
    (!als.woorden || findWoord(als.woorden, geval.tekst) !== undefined)
  )
}

const maandnaam = (maand: number): string =>
  new Date(Date.UTC(2026, maand - 1)).toLocaleDateString('nl-NL', { month: 'long', timeZone: 'UTC' })

const dagnamen: Record<(typeof weekdagen)[number], string> = {
  ...{ zo: 'zondag', ma: 'maandag', di: 'dinsdag', wo: 'woensdag' },
  ...{ do: 'donderdag', vr: 'vrijdag', za: 'zaterdag' },
}

type Feiten = Pick<GemeenteFeiten, 'categorieen' | 'kernen' | 'routering'>

/** What of a melding made the rule fit, with its own values. */
function toReden(
  als: Voorwaarden,
  geval: ReturnType<typeof toGeval>,
  { categorieen, kernen }: Feiten,
): string {
  const woord = findWoord(als.woorden ?? [], geval.tekst)
  return [
    (als.categorieen || als.groepen) &&
      `het gaat over ${categorieen.find(({ code }) => code === geval.categorie)?.naam ?? geval.categorie}`,
    als.kernen && `in ${kernen.find(({ code }) => code === geval.kern)?.naam ?? geval.kern}`,
    woord && `met het woord “${woord}”`,
    als.maanden && `in ${maandnaam(geval.maand)}`,
    als.dagen && `op ${dagnamen[geval.dag]}`,
    (als.van || als.tot) && `om ${geval.klok} uur`,
  ]
    .filter(Boolean)
    .join(', ')
}

/**
 * Where a melding goes when it comes in at `op` (ISO instant). A categorie that the settings no longer have goes to the
 * first team.
 *
 * @example routeMelding({ categorie: 'strandafval', omschrijving: 'Veel plastic' }, 'bergen-aan-zee', '2026-07-18T12:00:00Z', bergen)
 *   // { team: 'Strandteam zomer', waarom: 'Regel “Strand in de zomer”: het gaat over Afval op strand of in het duin, in juli.', … }
 */
export function routeMelding(
  melding: Inkomend,
  kern: string,
  op: string,
  feiten: Feiten & Pick<GemeenteFeiten, 'teams'>,
): Routering {
  const categorie = feiten.categorieen.find(({ code }) => code === melding.categorie)
  const geval = toGeval(melding, kern, op)
  const regel = feiten.routering.find(({ als }) => fits(als, geval, categorie?.groep.code))
  if (!regel) {
    const team = categorie?.team ?? feiten.teams[0]!.naam
    return { team, waarom: `${team} is het vaste team voor ${categorie?.naam ?? 'deze categorie'}.` }
  }
  const { team, medewerker } = regel.dan
  return {
    team,
    ...(medewerker && { medewerker }),
    waarom: `Regel “${regel.naam}”: ${toReden(regel.als, geval, feiten)}.`,
    regel: regel.naam,
  }
}

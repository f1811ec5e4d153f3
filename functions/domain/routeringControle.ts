/**
 * What is wrong with the rules of `routering.ts`, found at the start: names that do not exist, a rule that nothing can
 * fit, and one that an earlier rule always takes the work from. Of several earlier rules that only together cover one,
 * nothing is said.
 */
import { isBinnenTijd, type Routeregel, weekdagen } from './routering.ts'
import { toZoektekst } from './zoektekst.ts'

export type Routeringsfout = { regel: string; fout: string }
type Categorieen = readonly { code: string; groep: { code: string } }[]
export type Routeringsnamen = {
  categorieen: Categorieen
  teams: readonly { naam: string }[]
  /** Codes of every version of the kernindeling that is known. */
  kernen: readonly string[]
}

/** Every value of each condition under which a rule fits; words apart, because there are endlessly many. */
function toVakken({ als }: Routeregel, { categorieen, kernen }: Routeringsnamen) {
  const minuten = Array.from({ length: 24 * 60 }, (_, minuut) =>
    [Math.floor(minuut / 60), minuut % 60].map((part) => String(part).padStart(2, '0')).join(':'),
  )
  return [
    categorieen
      .filter(({ code }) => !als.categorieen || als.categorieen.includes(code))
      .filter(({ groep }) => !als.groepen || als.groepen.includes(groep.code))
      .map(({ code }) => code),
    als.kernen ?? kernen,
    als.dagen ?? weekdagen,
    (als.maanden ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).map(String),
    minuten.filter((klok) => isBinnenTijd(klok, als)),
  ].map((values) => new Set<string>(values))
}

/** A text that fits the words of `later` always fits those of `earlier`. */
const coversWoorden = (
  earlier: readonly string[] | undefined,
  later: readonly string[] | undefined,
): boolean =>
  !earlier ||
  (later?.every((woord) => earlier.some((begin) => toZoektekst(woord).startsWith(toZoektekst(begin)))) ??
    false)

function listOnbekend({ als, dan }: Routeregel, namen: Routeringsnamen): string[] {
  const unknown = (what: string, values: readonly string[] = [], known: readonly string[]) =>
    values.filter((value) => !known.includes(value)).map((value) => `${what} ${value} is er niet`)
  return [
    ...unknown(
      'het team',
      [dan.team],
      namen.teams.map(({ naam }) => naam),
    ),
    ...unknown(
      'de categorie',
      als.categorieen,
      namen.categorieen.map(({ code }) => code),
    ),
    ...unknown(
      'de groep',
      als.groepen,
      namen.categorieen.map(({ groep }) => groep.code),
    ),
    ...unknown('de kern', als.kernen, namen.kernen),
  ]
}

/**
 * @returns what is wrong, in the order of the rules; a sentence each, without the name of the rule
 * @example findRouteringsfouten([{ naam: 'Strand', als: { kernen: ['zand'] }, dan: { team: 'Strand' } }], namen)
 *   // [{ regel: 'Strand', fout: 'de kern zand is er niet' }]
 */
export function findRouteringsfouten(
  regels: readonly Routeregel[],
  namen: Routeringsnamen,
): Routeringsfout[] {
  const vakken = regels.map((regel) => toVakken(regel, namen))
  return regels.flatMap((regel, i) => {
    const fouten = listOnbekend(regel, namen)
    if (regels.findIndex(({ naam }) => naam === regel.naam) < i) fouten.push('deze naam staat er twee keer')
    if (regel.als.van !== undefined && regel.als.van === regel.als.tot) fouten.push('van en tot zijn gelijk')
    const earlier =
      fouten.length > 0
        ? undefined
        : regels
            .slice(0, i)
            .find(
              (each, j) =>
                coversWoorden(each.als.woorden, regel.als.woorden) &&
                vakken[i]!.every((values, at) => [...values].every((value) => vakken[j]![at]!.has(value))),
            )
    if (fouten.length === 0 && vakken[i]!.some(({ size }) => size === 0))
      fouten.push('geen enkele categorie past bij groepen en categorieen samen')
    else if (earlier) fouten.push(`wordt nooit bereikt: “${earlier.naam}” komt eerder en past altijd al`)
    return fouten.map((fout) => ({ regel: regel.naam, fout }))
  })
}

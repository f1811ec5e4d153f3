/** What must fit together within the settings of a gemeente, and with its kernen. */
import type * as z from 'zod'
import type { Routeregel } from '../../functions/domain/routering.ts'
import { findRouteringsfouten, type Routeringsnamen } from '../../functions/domain/routeringControle.ts'
import type { Categorie } from './categorie.ts'
import type { Standaardtekst, Team } from './werkwijze.ts'

type Delen = {
  categorieen: z.infer<typeof Categorie>[]
  teams: z.infer<typeof Team>[]
  standaardteksten: z.infer<typeof Standaardtekst>[]
}

const findDouble = (values: readonly string[]): string | undefined =>
  values.find((value, i) => values.indexOf(value) < i)

/** Codes and aliassen once each, teams and categorieen that exist. */
export function checkSamenhang(
  { categorieen, teams, standaardteksten }: Delen,
  context: z.RefinementCtx,
): void {
  const wrong = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
  const owner = new Map<string, string>()
  for (const [i, { code, aliassen, team }] of categorieen.entries()) {
    if (!teams.some(({ naam }) => naam === team))
      wrong(['categorieen', i, 'team'], `het team ${team} staat niet bij teams`)
    for (const name of [`code ${code}`, ...aliassen.map((alias) => `alias ${alias}`)]) {
      const earlier = owner.get(name)
      if (earlier)
        wrong(
          ['categorieen'],
          earlier === code ? `${name} staat er twee keer` : `${name} staat bij ${earlier} en bij ${code}`,
        )
      owner.set(name, code)
    }
  }
  const team = findDouble(teams.map(({ naam }) => naam))
  if (team !== undefined) wrong(['teams'], `${team} staat er twee keer`)
  for (const [i, tekst] of standaardteksten.entries()) {
    const onbekend = [
      ...(tekst.categorieen ?? []).filter((code) => !categorieen.some((each) => each.code === code)),
      ...(tekst.groepen ?? []).filter((code) => !categorieen.some(({ groep }) => groep.code === code)),
    ]
    for (const code of onbekend) wrong(['standaardteksten', i], `${code} is geen categorie of groep`)
  }
}

type Settings = Pick<Routeringsnamen, 'categorieen' | 'teams'> & {
  routering: readonly Routeregel[]
  latereKernen: readonly string[]
}

/** @throws Error with one Dutch sentence: the file, the rule and what is wrong with it */
export function assertRouteringKan(
  file: string,
  settings: Settings,
  { kernen }: { kernen: readonly { code: string }[] },
): void {
  const codes = [...kernen.map(({ code }) => code), ...settings.latereKernen]
  const [first] = findRouteringsfouten(settings.routering, { ...settings, kernen: codes })
  if (first) throw new Error(`${file}: routering: ${first.regel}: ${first.fout}.`)
}

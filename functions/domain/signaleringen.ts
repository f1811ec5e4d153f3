/** Counting open work by where its terms stand, per kern and team: for a table, and for the mail of the day. */
import type { Signaal, Signaleringen } from '../contract/behandeling.ts'
import type { GemeenteFeiten, OpenWerk } from './ports.ts'
import { openSignaal } from './termijnkeuze.ts'

type Feiten = Pick<GemeenteFeiten, 'categorieen' | 'teams' | 'isWerkdag' | 'signaalgrenzen'>

/** Who has it: what it says itself, otherwise the team of its categorie, as when it would come in now. */
export const teamOf = (
  { team, categorie }: Pick<OpenWerk, 'team' | 'categorie'>,
  { categorieen, teams }: Pick<GemeenteFeiten, 'categorieen' | 'teams'>,
): string => team ?? categorieen.find(({ code }) => code === categorie)?.team ?? teams[0]?.naam ?? ''

/** Each melding with its team and signal. */
export function toSignalen(
  open: readonly OpenWerk[],
  now: string,
  feiten: Feiten,
): { werk: OpenWerk; team: string; signaal: Signaal }[] {
  const signaalOf = openSignaal(now, feiten)
  return open.map((werk) => ({ werk, team: teamOf(werk, feiten), signaal: signaalOf(werk) }))
}

/** A line for each kern and team that has anything open, in the order given. */
export function countSignalen(
  open: readonly OpenWerk[],
  kernen: readonly string[],
  now: string,
  feiten: Feiten,
): Signaleringen['regels'] {
  const groups = Map.groupBy(toSignalen(open, now, feiten), ({ werk, team }) =>
    JSON.stringify([werk.kern, team]),
  )
  const teams = [
    ...new Set([...feiten.teams.map(({ naam }) => naam), ...open.flatMap(({ team }) => team ?? [])]),
  ]
  return kernen.flatMap((kern) =>
    teams.flatMap((team) => {
      const group = groups.get(JSON.stringify([kern, team]))
      if (!group) return []
      const count = (wanted: Signaal) => group.filter(({ signaal }) => signaal === wanted).length
      return [
        {
          kern,
          team,
          open: group.length,
          bijna: count('bijna'),
          teLaat: count('te-laat'),
          veelTeLaat: count('veel-te-laat'),
        },
      ]
    }),
  )
}

import type { Routes } from '../contract/routes.ts'
import type { Endpoint } from './endpoint.ts'

/** What staff chooses from: the teams by name, and the standard texts with their fields still in them. */
export const getWerkinstellingen: Endpoint<Routes['getWerkinstellingen']> = (
  _call,
  { gemeente: { teams, standaardteksten } },
) => ({
  body: { teams: teams.map(({ naam }) => naam), standaardteksten: [...standaardteksten] },
})

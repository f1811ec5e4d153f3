/** What is typed in a form of a change, to the change itself; the same for one melding and for many. */

import type { Reden, Status } from '../../../functions/contract/melding.ts'
import type { Wijziging, Wijzigingsoort } from '../../../functions/contract/wijziging.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { findVeld } from './standaardtekst.ts'

/** `tekst`: whichever text the change has. */
export type Concept = {
  status: string
  reden: string
  geplandeDatum: string
  tekst: string
  team: string
  medewerker: string
  categorie: string
}
export const leegConcept: Concept = {
  status: '',
  reden: '',
  geplandeDatum: '',
  tekst: '',
  team: '',
  medewerker: '',
  categorie: '',
}

/** Changes with a form of fields; the others are one press, or have a screen of their own. */
export const formuliersoorten = [
  'status',
  'bericht',
  'vraag',
  'hervatting',
  'notitie',
  'toewijzing',
  'categorie',
  'taak',
] as const satisfies readonly Wijzigingsoort[]
export type Formuliersoort = (typeof formuliersoorten)[number]
/** Written to the reporter, who gets it by mail only when there is an address. */
export const isVoorMelder = (soort: Wijzigingsoort): boolean => soort === 'bericht' || soort === 'vraag'
export const isFormuliersoort = (soort: string): soort is Formuliersoort =>
  formuliersoorten.some((each) => each === soort)

/** Field of the form, by where the service says something is wrong; ids begin with that of the form. */
export const toVeldIds = (id: string): Record<string, string> => ({
  '/wijziging/status': `${id}-status`,
  '/wijziging/reden': `${id}-reden`,
  '/wijziging/geplandeDatum': `${id}-datum`,
  '/wijziging/toelichting': `${id}-tekst`,
  '/wijziging/tekst': `${id}-tekst`,
  '/wijziging/omschrijving': `${id}-tekst`,
  '/wijziging/team': `${id}-team`,
  '/wijziging/medewerker': `${id}-medewerker`,
  '/wijziging/categorie': `${id}-categorie`,
})

const t = nlBehandeling.fout

/** What somebody of the staff can see to be wrong without asking the service. */
export function checkConcept(soort: Formuliersoort, typed: Concept, id: string): Fouten {
  const { status, reden, geplandeDatum, team, medewerker, categorie } = typed
  const tekst = typed.tekst.trim()
  const open = findVeld(tekst)
  const wrong: [is: boolean, veld: string, detail: string][] = {
    status: [
      [!status, 'status', t.status],
      [status === 'gesloten' && !reden, 'reden', t.reden],
      [status === 'gepland' && !geplandeDatum, 'datum', t.datum],
    ],
    bericht: [[!tekst, 'tekst', t.tekst]],
    vraag: [[!tekst, 'tekst', t.tekst]],
    hervatting: [],
    notitie: [[!tekst, 'tekst', t.tekst]],
    toewijzing: [[!team && !medewerker.trim(), 'team', t.toewijzing]],
    categorie: [[!categorie, 'categorie', t.onderwerp]],
    taak: [
      [!tekst, 'tekst', t.taak],
      [!team, 'team', t.team],
    ],
  }[soort] as [boolean, string, string][]
  const read: [boolean, string, string] = [open !== undefined, 'tekst', t.veld(open ?? '')]
  return Object.fromEntries(
    [...wrong, ...(soort === 'notitie' || soort === 'taak' ? [] : [read])]
      .filter(([is]) => is)
      .map(([, veld, detail]) => [`${id}-${veld}`, detail]),
  )
}

/** What was checked, as the service takes it; fields that do not belong to the choice are left out. */
export function toWijziging(soort: Formuliersoort, typed: Concept): Wijziging {
  const tekst = typed.tekst.trim()
  const medewerker = typed.medewerker.trim()
  const toelichting = tekst && { toelichting: tekst }
  switch (soort) {
    case 'status': {
      const status = typed.status as Status
      return {
        soort,
        status,
        ...(status === 'gesloten' && { reden: typed.reden as Reden }),
        ...(status === 'gepland' && { geplandeDatum: typed.geplandeDatum }),
        ...toelichting,
      }
    }
    case 'categorie':
      return { soort, categorie: typed.categorie, ...toelichting }
    case 'toewijzing':
      return { soort, ...(typed.team && { team: typed.team }), ...(medewerker && { medewerker }) }
    case 'hervatting':
      return { soort, ...(tekst && { tekst }) }
    case 'taak':
      return { soort, omschrijving: tekst, team: typed.team }
    case 'bericht':
    case 'vraag':
    case 'notitie':
      return { soort, tekst }
  }
}

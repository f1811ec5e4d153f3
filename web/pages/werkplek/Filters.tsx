/** Which meldingen are listed; every choice is in the address. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { PeriodeKeuze } from '../../components/PeriodeKeuze.tsx'
import { statusNaam } from '../../texts/nlKaart.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { OnderwerpKeuze } from './OnderwerpKeuze.tsx'
import { niemand, type Werkfilter } from './werkfilter.ts'

const t = nlWerkplek.filter

type Props = {
  filter: Werkfilter
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  teams: readonly string[]
  ik: string
  /** Names that the list shows. */
  namen: readonly string[]
  onKies(change: { [K in keyof Werkfilter]?: Werkfilter[K] | undefined }): void
}

/** Also what is chosen and is not among the choices: a team of before, a name from a link. */
const withChosen = (choices: readonly string[], chosen: string | undefined): (readonly [string, string])[] =>
  [...new Set([...choices, ...(chosen ? [chosen] : [])])].map((each) => [each, each])

export function Filters({ filter, kernen, categorieen, teams, ik, namen, onKies }: Props) {
  const { kern, groep, categorie, team, medewerker, status, termijn, van, tot } = filter
  const known = { [niemand]: t.vanNiemand, [ik]: t.vanMij }
  const others = namen.filter((naam) => naam !== ik)
  return (
    <div class="filters">
      <Keuzelijst
        id="filter-kern"
        label={t.kern}
        value={kern ?? ''}
        choices={[['', t.alleKernen], ...kernen.map(({ code, naam }) => [code, naam] as const)]}
        onKies={(value) => onKies({ kern: value || undefined })}
      />
      <OnderwerpKeuze
        id="filter-onderwerp"
        label={t.onderwerp}
        alle={t.alleOnderwerpen}
        groepen
        categorieen={categorieen}
        value={categorie ?? (groep ? `groep:${groep}` : '')}
        onKies={(value) => {
          const isGroep = value.startsWith('groep:')
          onKies({
            groep: isGroep ? value.slice('groep:'.length) : undefined,
            categorie: isGroep ? undefined : value || undefined,
          })
        }}
      />
      <Keuzelijst
        id="filter-status"
        label={t.status}
        value={status ?? ''}
        choices={[['', t.open], ...Object.entries(statusNaam), ['alle', t.alleStatussen]]}
        onKies={(value) => onKies({ status: (value || undefined) as Werkfilter['status'] })}
      />
      <Keuzelijst
        id="filter-termijn"
        label={t.termijn}
        value={termijn ?? ''}
        choices={[['', t.alleTermijnen], ...Object.entries(t.termijnen)]}
        onKies={(value) => onKies({ termijn: (value || undefined) as Werkfilter['termijn'] })}
      />
      <Keuzelijst
        id="filter-team"
        label={t.team}
        value={team ?? ''}
        choices={[['', t.alleTeams], ...withChosen(teams, team)]}
        onKies={(value) => onKies({ team: value || undefined })}
      />
      <Keuzelijst
        id="filter-behandelaar"
        label={t.behandelaar}
        value={medewerker ?? ''}
        choices={[
          ['', t.iedereen],
          ...Object.entries(known),
          ...withChosen(others, medewerker && !(medewerker in known) ? medewerker : undefined),
        ]}
        onKies={(value) => onKies({ medewerker: value || undefined })}
      />
      <PeriodeKeuze periode={{ van, tot }} onKies={onKies} />
    </div>
  )
}

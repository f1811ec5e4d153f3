/** The fields of one kind of change; those of a status appear with the status they belong to. */
import type { Werkinstellingen } from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Status } from '../../../functions/contract/melding.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { expectStreefdatum } from '../../state/streefdatum.ts'
import { formatDag } from '../../texts/format.ts'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { redenNaam, statusNaam } from '../../texts/nlKaart.ts'
import { OnderwerpKeuze } from './OnderwerpKeuze.tsx'
import { StandaardKeuze } from './StandaardKeuze.tsx'
import { fillTekst, type Moment, type Tekstfeiten } from './standaardtekst.ts'
import type { Concept, Formuliersoort } from './wijziging.ts'

const t = nlBehandeling.velden

export type Veldkennis = {
  /** Statuses to choose from. */
  toegestaan: readonly Status[]
  categorieen: readonly Categorie[]
  werk: Werkinstellingen
  /** What is known of the melding, or the same for all of them. */
  feiten: Tekstfeiten
  /** Names to propose. */
  namen: readonly string[]
}

type Props = Veldkennis & {
  id: string
  soort: Formuliersoort
  typed: Concept
  set(change: Partial<Concept>): void
  fouten: Fouten
}

const StatusVelden = ({ id, toegestaan, typed, set, fouten }: Props) => (
  <>
    <fieldset class="contact statusformulier__keuze">
      <legend class="veld__label">{t.status}</legend>
      {fouten[`${id}-status`] && <p class="utrecht-form-field-error-message">{fouten[`${id}-status`]}</p>}
      {toegestaan.map((status, n) => (
        <label key={status} class="keuze__optie">
          <input
            type="radio"
            name={`${id}-status`}
            id={n === 0 ? `${id}-status` : undefined}
            checked={typed.status === status}
            onChange={() => set({ status })}
          />
          {statusNaam[status]}
        </label>
      ))}
    </fieldset>
    {typed.status === 'gesloten' && (
      <Keuzelijst
        id={`${id}-reden`}
        label={t.reden}
        fout={fouten[`${id}-reden`]}
        value={typed.reden}
        choices={[['', t.redenLeeg], ...Object.entries(redenNaam)]}
        onKies={(reden) => set({ reden })}
      />
    )}
    {typed.status === 'gepland' && (
      <Tekstveld
        id={`${id}-datum`}
        label={t.datum}
        fout={fouten[`${id}-datum`]}
        soort="datum"
        value={typed.geplandeDatum}
        onTyp={(geplandeDatum) =>
          set({ geplandeDatum, tekst: fillTekst(typed.tekst, geplandeDatum ? { geplandeDatum } : {}) })
        }
      />
    )}
  </>
)

function ToewijzingVelden({ id, soort, werk, namen, typed, set, fouten }: Props) {
  const geen = soort === 'taak' ? t.kiesTeam : t.zelfdeTeam
  return (
    <>
      <Keuzelijst
        id={`${id}-team`}
        label={t.team}
        fout={fouten[`${id}-team`]}
        value={typed.team}
        choices={[['', geen], ...werk.teams.map((team) => [team, team] as const)]}
        onKies={(team) => set({ team })}
      />
      {soort === 'toewijzing' && (
        <>
          <Tekstveld
            id={`${id}-medewerker`}
            label={t.medewerker}
            hulp={t.medewerkerHulp}
            fout={fouten[`${id}-medewerker`]}
            optional
            value={typed.medewerker}
            onTyp={(medewerker) => set({ medewerker })}
          />
          {namen.length > 0 && (
            <div class="knoppen knoppen--dicht">
              {namen.map((naam) => (
                <button
                  key={naam}
                  type="button"
                  class="utrecht-button utrecht-button--subtle"
                  onClick={() => set({ medewerker: naam })}
                >
                  {naam}
                </button>
              ))}
            </div>
          )}
        </>
      )}
    </>
  )
}

function CategorieVelden({ id, categorieen, typed, set, fouten }: Props) {
  const gekozen = categorieen.find(({ code }) => code === typed.categorie)
  const datum = gekozen && expectStreefdatum(gekozen)
  return (
    <>
      <OnderwerpKeuze
        id={`${id}-categorie`}
        label={t.onderwerp}
        fout={fouten[`${id}-categorie`]}
        alle={t.kiesOnderwerp}
        categorieen={categorieen}
        value={typed.categorie}
        onKies={(categorie) => set({ categorie })}
      />
      <p role="status">{datum ? t.nieuweDatum(formatDag(datum)) : t.onderwerpUitleg}</p>
    </>
  )
}

const teksten: Record<Exclude<Formuliersoort, 'toewijzing'>, [label: string, hulp?: string]> = {
  status: [t.toelichting, t.toelichtingHulp],
  categorie: [t.toelichting, t.toelichtingHulp],
  hervatting: [t.toelichting, t.toelichtingHulp],
  bericht: [t.bericht, t.leesbaar],
  vraag: [t.vraag, t.leesbaar],
  notitie: [t.notitie, t.notitieHulp],
  taak: [t.taak],
}
const optional: readonly Formuliersoort[] = ['status', 'categorie', 'hervatting']

/** Which standard texts there may be. */
const findMoment = (soort: Formuliersoort, status: string): Moment | undefined =>
  soort === 'status' && status !== 'ontvangen'
    ? ((status || undefined) as Moment | undefined)
    : soort === 'bericht' || soort === 'vraag'
      ? soort
      : undefined

export function WijzigingVelden(props: Props) {
  const { id, soort, typed, set, fouten } = props
  const moment = findMoment(soort, typed.status)
  return (
    <>
      {soort === 'status' && <StatusVelden {...props} />}
      {soort === 'categorie' && <CategorieVelden {...props} />}
      {moment && <StandaardKeuze {...props} moment={moment} />}
      {soort !== 'toewijzing' && (
        <Tekstveld
          id={`${id}-tekst`}
          label={teksten[soort][0]}
          hulp={teksten[soort][1]}
          fout={fouten[`${id}-tekst`]}
          optional={optional.includes(soort)}
          soort="regels"
          rijen={soort === 'taak' ? 2 : 4}
          value={typed.tekst}
          onTyp={(tekst) => set({ tekst })}
        />
      )}
      {(soort === 'toewijzing' || soort === 'taak') && <ToewijzingVelden {...props} />}
    </>
  )
}

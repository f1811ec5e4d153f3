/** Which meldingen are listed; every choice is in the address. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { Field } from '../../components/Field.tsx'
import type { View } from '../../state/view.ts'
import { statusNaam } from '../../texts/nlKaart.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'

type Choice = readonly (readonly [value: string, naam: string])[]
type Props = {
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  kern: string | undefined
  status: string | undefined
  categorie: string | undefined
  /** Only what is past its date. */
  laat: boolean
  change(change: Partial<View>, other?: Record<string, string | undefined>): void
}

const t = nlWerkplek.lijst

const Keuze = (props: {
  id: string
  label: string
  alle: string
  choices: Choice
  value: string | undefined
  onKies(value: string | undefined): void
}) => (
  <Field id={props.id} label={props.label} soort="select">
    {(control) => (
      <select
        {...control}
        value={props.value ?? ''}
        onChange={(event) => props.onKies(event.currentTarget.value || undefined)}
      >
        <option value="">{props.alle}</option>
        {props.choices.map(([value, naam]) => (
          <option key={value} value={value}>
            {naam}
          </option>
        ))}
      </select>
    )}
  </Field>
)

export const Filters = ({ kernen, categorieen, kern, status, categorie, laat, change }: Props) => (
  <div class="filters">
    <Keuze
      id="filter-kern"
      label={t.kern}
      alle={t.alleKernen}
      choices={kernen.map(({ code, naam }) => [code, naam])}
      value={kern}
      onKies={(value) => change({ kern: value })}
    />
    <Keuze
      id="filter-status"
      label={t.status}
      alle={t.alleStatussen}
      choices={Object.entries(statusNaam)}
      value={status}
      onKies={(value) => change({}, { status: value })}
    />
    <Keuze
      id="filter-categorie"
      label={t.categorie}
      alle={t.alleCategorieen}
      choices={categorieen.map(({ code, naam }) => [code, naam])}
      value={categorie}
      onKies={(value) => change({}, { categorie: value })}
    />
    <Keuze
      id="filter-termijn"
      label={t.termijn}
      alle={t.alleTermijnen}
      choices={[['true', t.teLaat]]}
      value={laat ? 'true' : undefined}
      onKies={(value) => change({}, { laat: value })}
    />
  </div>
)

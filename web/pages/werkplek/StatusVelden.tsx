/** The fields of a status change; reason and date appear with the status they belong to. */
import type { Reden, Status } from '../../../functions/contract/melding.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { redenNaam, statusNaam } from '../../texts/nlKaart.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import type { Keuze } from './StatusFormulier.tsx'

const t = nlWerkplek.status

type Props = { toegestaan: readonly Status[]; keuze: Keuze; onKeuze(keuze: Keuze): void; fouten: Fouten }

export const StatusVelden = ({ toegestaan, keuze, onKeuze, fouten }: Props) => (
  <>
    <fieldset class="contact statusformulier__keuze">
      <legend class="veld__label">{t.kies}</legend>
      {fouten['status-keuze'] && (
        <p class="utrecht-form-field-error-message" id="status-keuze-fout">
          {fouten['status-keuze']}
        </p>
      )}
      {toegestaan.map((status, n) => (
        <label key={status} class="keuze__optie">
          <input
            type="radio"
            name="status"
            id={n === 0 ? 'status-keuze' : undefined}
            checked={keuze.status === status}
            onChange={() => onKeuze({ ...keuze, status })}
          />
          {statusNaam[status]}
        </label>
      ))}
    </fieldset>
    {keuze.status === 'gesloten' && (
      <Field id="status-reden" label={t.reden} fout={fouten['status-reden']} soort="select">
        {(control) => (
          <select
            {...control}
            value={keuze.reden}
            onChange={(event) => onKeuze({ ...keuze, reden: event.currentTarget.value as Reden | '' })}
          >
            <option value="">{t.redenLeeg}</option>
            {Object.entries(redenNaam).map(([reden, naam]) => (
              <option key={reden} value={reden}>
                {naam}
              </option>
            ))}
          </select>
        )}
      </Field>
    )}
    {keuze.status === 'gepland' && (
      <Field id="status-datum" label={t.datum} fout={fouten['status-datum']}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={keuze.geplandeDatum}
            onInput={(event) => onKeuze({ ...keuze, geplandeDatum: event.currentTarget.value })}
          />
        )}
      </Field>
    )}
    <Field
      id="status-toelichting"
      label={t.toelichting}
      hulp={t.toelichtingHulp}
      fout={fouten['status-toelichting']}
      optional
      soort="textarea"
    >
      {(control) => (
        <textarea
          {...control}
          rows={3}
          value={keuze.toelichting}
          onInput={(event) => onKeuze({ ...keuze, toelichting: event.currentTarget.value })}
        />
      )}
    </Field>
  </>
)

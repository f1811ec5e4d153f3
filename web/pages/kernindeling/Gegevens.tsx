/** What a version is called, from which day it holds, and why. */
import type { Ontwerp } from '../../../functions/contract/kernindeling.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'

const t = nlKernindeling.editor

type Props = { ontwerp: Ontwerp; fouten: Fouten; onChange(ontwerp: Ontwerp): void }

export const Gegevens = ({ ontwerp, fouten, onChange }: Props) => (
  <fieldset class="uitgangspunten">
    <legend class="alleen-voorlezen">{t.gegevens}</legend>
    <Field id="indeling-naam" label={t.naam} fout={fouten['indeling-naam']}>
      {(control) => (
        <input
          {...control}
          maxLength={120}
          value={ontwerp.naam}
          onChange={(event) => onChange({ ...ontwerp, naam: event.currentTarget.value })}
        />
      )}
    </Field>
    <Field id="indeling-vanaf" label={t.vanaf} hulp={t.vanafHulp} fout={fouten['indeling-vanaf']}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={ontwerp.geldigVanafDatum}
          onChange={(event) => onChange({ ...ontwerp, geldigVanafDatum: event.currentTarget.value })}
        />
      )}
    </Field>
    <Field id="indeling-toelichting" label={t.toelichting} optional soort="textarea">
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={2000}
          value={ontwerp.toelichting ?? ''}
          onChange={(event) => onChange({ ...ontwerp, toelichting: event.currentTarget.value })}
        />
      )}
    </Field>
  </fieldset>
)

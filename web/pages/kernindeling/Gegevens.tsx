/** What a version is called, from which day it holds, and why. */
import type { Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { Field } from '../../components/Field.tsx'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'

const t = nlKernindeling.editor

type Props = { ontwerp: Ontwerp; onType(veld: string, ontwerp: Ontwerp): void }

export const Gegevens = ({ ontwerp, onType }: Props) => (
  <fieldset class="uitgangspunten">
    <legend class="alleen-voorlezen">{t.gegevens}</legend>
    <Field id="indeling-naam" label={t.naam}>
      {(control) => (
        <input
          {...control}
          maxLength={120}
          value={ontwerp.naam}
          onInput={(event) => onType('naam', { ...ontwerp, naam: event.currentTarget.value })}
        />
      )}
    </Field>
    <Field id="indeling-vanaf" label={t.vanaf} hulp={t.vanafHulp}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={ontwerp.geldigVanafDatum}
          onInput={(event) => onType('vanaf', { ...ontwerp, geldigVanafDatum: event.currentTarget.value })}
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
          onInput={(event) => onType('toelichting', { ...ontwerp, toelichting: event.currentTarget.value })}
        />
      )}
    </Field>
  </fieldset>
)

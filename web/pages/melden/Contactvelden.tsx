/** Contact is a favour, not a condition: everything here may stay empty. */
import type { InputHTMLAttributes } from 'preact'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { changeDraft, draft } from '../../state/draft.ts'
import { teksten } from '../../texts/taal.ts'

const fields = ['naam', 'email', 'telefoon'] as const
/** What the browser may fill in, and which keyboard a phone shows. */
const kinds = {
  naam: { type: 'text', autoComplete: 'name' },
  email: { type: 'email', autoComplete: 'email' },
  telefoon: { type: 'tel', autoComplete: 'tel' },
} satisfies Record<string, InputHTMLAttributes>

export function Contactvelden({ fouten }: { fouten: Fouten }) {
  const t = teksten.value.melden
  const { contact } = draft.value
  return (
    <fieldset class="contact">
      <legend class="utrecht-heading-3">{t.contactTitel}</legend>
      <p class="utrecht-paragraph">{t.contactUitleg}</p>
      {fields.map((name) => (
        <Field key={name} id={name} label={t[name]} optional fout={fouten[name]}>
          {(control) => (
            <input
              {...control}
              {...(kinds[name] as object)}
              value={contact[name]}
              onInput={(event) => changeDraft({ contact: { ...contact, [name]: event.currentTarget.value } })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}

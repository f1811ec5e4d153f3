/** A question with one line (or some lines) of text as its answer. */
import { Field } from './Field.tsx'

type Props = {
  id: string
  label: string
  value: string
  onTyp(value: string): void
  hulp?: string
  fout?: string
  optional?: boolean
  /** `bedrag`: digits and a comma; `regels`: more than one line. */
  soort?: 'tekst' | 'bedrag' | 'datum' | 'regels'
  /** Only when the reader leaves the field, not at every key. */
  pasAan?: boolean
  rijen?: number
}

export const Tekstveld = (props: Props) => {
  const { id, label, value, onTyp, hulp, fout, optional, soort = 'tekst', pasAan, rijen = 2 } = props
  const typ = (event: { currentTarget: { value: string } }) => onTyp(event.currentTarget.value)
  const listen = { onChange: pasAan ? typ : undefined, onInput: pasAan ? undefined : typ }
  return (
    <Field
      id={id}
      label={label}
      hulp={hulp}
      fout={fout}
      optional={optional}
      soort={soort === 'regels' ? 'textarea' : 'textbox'}
    >
      {(control) =>
        soort === 'regels' ? (
          <textarea {...control} rows={rijen} value={value} {...listen} />
        ) : (
          <input
            {...control}
            type={(soort === 'datum' ? 'date' : 'text') as 'text'}
            inputMode={soort === 'bedrag' ? 'decimal' : undefined}
            autoComplete="off"
            value={value}
            {...listen}
          />
        )
      }
    </Field>
  )
}

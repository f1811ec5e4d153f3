/** A question with one answer out of a list. */
import { Field } from './Field.tsx'

type Props = {
  id: string
  label: string
  value: string
  /** Value → what it is called, in this order. */
  choices: Readonly<Record<string, string>> | readonly (readonly [value: string, naam: string])[]
  onKies(value: string): void
  hulp?: string
  fout?: string
  optional?: boolean
}

const isList = (choices: Props['choices']): choices is readonly (readonly [string, string])[] =>
  Array.isArray(choices)

export const Keuzelijst = ({ id, label, value, choices, onKies, hulp, fout, optional }: Props) => (
  <Field id={id} label={label} hulp={hulp} fout={fout} optional={optional} soort="select">
    {(control) => (
      <select {...control} value={value} onChange={(event) => onKies(event.currentTarget.value)}>
        {(isList(choices) ? choices : Object.entries(choices)).map(([each, naam]) => (
          <option key={each} value={each}>
            {naam}
          </option>
        ))}
      </select>
    )}
  </Field>
)

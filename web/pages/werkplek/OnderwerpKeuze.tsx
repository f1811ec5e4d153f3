/** A categorie out of two levels; as a filter also a whole group. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { Field } from '../../components/Field.tsx'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'

type Props = {
  id: string
  label: string
  /** What stands there when nothing is chosen. */
  alle: string
  categorieen: readonly Categorie[]
  /** Code of a categorie, or `groep:` and the code of a group. */
  value: string
  onKies(value: string): void
  groepen?: boolean
  fout?: string
}

export function OnderwerpKeuze({ id, label, alle, categorieen, value, onKies, groepen, fout }: Props) {
  const perGroep = Map.groupBy(categorieen, ({ groep }) => groep.code)
  return (
    <Field id={id} label={label} fout={fout} soort="select">
      {(control) => (
        <select {...control} value={value} onChange={(event) => onKies(event.currentTarget.value)}>
          <option value="">{alle}</option>
          {[...perGroep].map(([code, each]) => (
            <optgroup key={code} label={each[0]!.groep.naam}>
              {groepen && each.length > 1 && (
                <option value={`groep:${code}`}>{nlWerkplek.filter.heleGroep(each[0]!.groep.naam)}</option>
              )}
              {each.map(({ code: categorie, naam }) => (
                <option key={categorie} value={categorie}>
                  {naam}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

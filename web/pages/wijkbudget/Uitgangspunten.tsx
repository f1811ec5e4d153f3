/** Year, total, method and its parameters: only the fields that the method asks. */
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { methodeNaam, nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { bedragvelden, type Invoer } from './toVraag.ts'

type Props = {
  jaar: number
  invoer: Invoer
  fouten: Fouten
  onJaar(jaar: number): void
  onInvoer(change: Partial<Invoer>): void
}

const Keuzelijst = (props: {
  id: string
  label: string
  value: string
  choices: Record<string, string>
  onKies(value: string): void
}) => (
  <Field id={props.id} label={props.label} soort="select">
    {(control) => (
      <select {...control} value={props.value} onChange={(event) => props.onKies(event.currentTarget.value)}>
        {Object.entries(props.choices).map(([value, naam]) => (
          <option key={value} value={value}>
            {naam}
          </option>
        ))}
      </select>
    )}
  </Field>
)

export const Uitgangspunten = ({ jaar, invoer, fouten, onJaar, onInvoer }: Props) => (
  <fieldset class="uitgangspunten">
    <legend class="alleen-voorlezen">{t.invoer}</legend>
    <Field id="jaar" label={t.jaar}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={2000}
          max={2100}
          value={jaar}
          onChange={(event) => onJaar(Number(event.currentTarget.value))}
        />
      )}
    </Field>
    <Keuzelijst
      id="methode"
      label={t.methode}
      value={invoer.methode}
      choices={methodeNaam}
      onKies={(methode) => onInvoer({ methode: methode as Invoer['methode'] })}
    />
    {bedragvelden[invoer.methode].map((name) => {
      const optional = name.endsWith('?')
      const field = name.replace('?', '') as 'totaal' | 'basis' | 'perInwoner' | 'ondergrens' | 'bovengrens'
      return (
        <Field
          key={field}
          id={field}
          label={t[field]}
          hulp={field === 'totaal' ? t.totaalHulp : undefined}
          fout={fouten[field]}
          optional={optional}
        >
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={invoer[field]}
              onInput={(event) => onInvoer({ [field]: event.currentTarget.value })}
            />
          )}
        </Field>
      )
    })}
    <Keuzelijst
      id="eenheid"
      label={t.eenheid}
      value={invoer.eenheid}
      choices={t.eenheden}
      onKies={(eenheid) => onInvoer({ eenheid })}
    />
  </fieldset>
)

/** A question with a few answers that can all be seen at once. */
import { teksten } from '../texts/taal.ts'

type Props = {
  /** Of the first answer too, so that a mistake leads there. */
  id: string
  vraag: string
  /** Value → what it is called, in this order. */
  keuzes: readonly (readonly [value: string, naam: string])[]
  value: string
  onKies(value: string): void
  fout?: string
  optional?: boolean
  /** Of the question and its answers, when they are not in the language of the screen. */
  lang?: string
}

export const Radiovraag = ({ id, vraag, keuzes, value, onKies, fout, optional, lang }: Props) => (
  <fieldset class="keuze radiovraag" aria-describedby={fout ? `${id}-fout` : undefined}>
    <legend class="keuze__naam">
      <span lang={lang}>{vraag}</span>
      {optional && <span class="veld__keuze"> ({teksten.value.algemeen.nietVerplicht})</span>}
    </legend>
    {fout && (
      <div class="utrecht-form-field-error-message radiovraag__fout" id={`${id}-fout`}>
        {fout}
      </div>
    )}
    {keuzes.map(([each, naam], n) => (
      <label key={each} class="keuze__optie" lang={lang}>
        <input
          type="radio"
          id={n === 0 ? id : undefined}
          name={id}
          value={each}
          checked={each === value}
          onChange={() => onKies(each)}
        />
        {naam}
      </label>
    ))}
  </fieldset>
)

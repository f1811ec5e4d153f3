/** After kernen were divided otherwise: count by the kern of then or by that of now. */
import { type Indeling, indelingen } from '../../state/view.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.kaart.indeling

export const IndelingKeuze = (props: { indeling: Indeling; onKies(indeling: Indeling): void }) => (
  <>
    <fieldset class="keuze">
      <legend class="keuze__naam">{t.naam}</legend>
      {indelingen.map((indeling) => (
        <label key={indeling} class="keuze__optie">
          <input
            type="radio"
            name="indeling"
            checked={props.indeling === indeling}
            onChange={() => props.onKies(indeling)}
          />
          {t[indeling]}
        </label>
      ))}
    </fieldset>
    <p class="bijschrift" role="status">
      {t.uitleg[props.indeling]}
    </p>
  </>
)

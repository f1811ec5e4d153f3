/** What the map shows: the amount, or the amount per inhabitant. */
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'

const maten = ['inwoner', 'bedrag'] as const
export type Maat = (typeof maten)[number]

export const asMaat = (word: string | undefined): Maat => (word === 'bedrag' ? word : 'inwoner')

export const MaatKeuze = ({ maat, onMaat }: { maat: Maat; onMaat(maat: Maat): void }) => (
  <fieldset class="keuze">
    <legend class="keuze__naam">{t.opDeKaart}</legend>
    {maten.map((each) => (
      <label key={each} class="keuze__optie">
        <input type="radio" name="maat" checked={each === maat} onChange={() => onMaat(each)} />
        {t.maat[each]}
      </label>
    ))}
  </fieldset>
)

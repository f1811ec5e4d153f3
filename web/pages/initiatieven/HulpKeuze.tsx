/** Which help a plan asks for: any number, also none. */
import type { Hulp } from '../../../functions/contract/initiatief.ts'
import { hulpNaam, nlKaart } from '../../texts/nlKaart.ts'

const soorten = Object.keys(hulpNaam) as Hulp[]
const t = nlKaart.nieuwInitiatief

export const HulpKeuze = ({ hulp, onKies }: { hulp: readonly Hulp[]; onKies(hulp: Hulp[]): void }) => (
  <fieldset class="contact" id="hulp" tabIndex={-1}>
    <legend class="veld__label">{t.hulp}</legend>
    <p class="utrecht-form-field-description">{t.hulpUitleg}</p>
    {soorten.map((soort) => (
      <label key={soort} class="keuze__optie">
        <input
          type="checkbox"
          checked={hulp.includes(soort)}
          onChange={() =>
            onKies(hulp.includes(soort) ? hulp.filter((each) => each !== soort) : [...hulp, soort])
          }
        />
        {hulpNaam[soort]}
      </label>
    ))}
  </fieldset>
)

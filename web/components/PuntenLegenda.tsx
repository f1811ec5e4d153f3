/** What each marker on the map stands for, by shape and colour. */
import { type Puntsoort, puntsoorten } from '../map/beeld.ts'
import { nlKaart, statusNaam } from '../texts/nlKaart.ts'

const naamOf = (soort: Puntsoort): string =>
  soort === 'initiatief' ? nlKaart.kaart.laag.punten : statusNaam[soort]

export const PuntenLegenda = ({ soorten }: { soorten: readonly Puntsoort[] }) => (
  <ul class="legenda legenda__klassen">
    {puntsoorten
      .filter((soort) => soorten.includes(soort))
      .map((soort) => (
        <li key={soort}>
          <span class={`teken teken--${soort}`} aria-hidden="true" />
          {naamOf(soort)}
        </li>
      ))}
  </ul>
)

/** The classes of the paint, in words; the same array the map is painted with. */

import type { Klasse } from '../map/klassen.ts'
import { colours } from '../map/style.ts'
import { nlKaart } from '../texts/nlKaart.ts'

const t = nlKaart.kaart

type Props = { titel: string; klassen: readonly Klasse[]; format(n: number): string; arcering?: boolean }

export const Legenda = ({ titel, klassen, format, arcering }: Props) => (
  <div class="legenda">
    <p class="legenda__titel">{titel}</p>
    <ul class="legenda__klassen">
      {klassen.map(({ van, tot, kleur }) => (
        <li key={kleur}>
          <span class="legenda__kleur" style={{ backgroundColor: kleur }} />
          {van === tot ? format(van) : `${format(van)} – ${format(tot)}`}
        </li>
      ))}
      {arcering && (
        <li>
          <span class="legenda__kleur legenda__kleur--arcering" />
          {t.arcering}
        </li>
      )}
    </ul>
  </div>
)

export const HitteLegenda = () => (
  <div class="legenda">
    <p class="legenda__titel">{t.legendaHitte}</p>
    <p class="legenda__verloop">
      <span>{t.weinig}</span>
      <span
        class="legenda__balk"
        style={{ backgroundImage: `linear-gradient(to right, ${colours.hitte.join(', ')})` }}
      />
      <span>{t.veel}</span>
    </p>
  </div>
)

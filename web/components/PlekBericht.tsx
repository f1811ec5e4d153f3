/** Says at once, in words and out loud, where the pin stands. */
import type { Plek } from '../state/usePlek.ts'
import { formatAfstand } from '../texts/format.ts'
import { teksten } from '../texts/taal.ts'

const says = (plek: Plek): string => {
  const t = teksten.value.melden
  switch (plek.soort) {
    case 'geen':
      return t.geenPlek
    case 'zoekt':
      return t.plekZoeken
    case 'in':
      return t.plekIn(plek.naam)
    case 'bij':
      return t.plekBij(plek.naam, formatAfstand(plek.afstandMeter))
    case 'buiten':
      return plek.detail
    case 'weg':
      return t.plekWeg
  }
}

export const PlekBericht = ({ plek }: { plek: Plek }) => (
  <p class={`plek plek--${plek.soort}`} role="status" aria-live="polite">
    <strong>{says(plek)}</strong>
    {'adres' in plek && plek.adres && <span> {teksten.value.melden.plekAdres(plek.adres)}</span>}
  </p>
)

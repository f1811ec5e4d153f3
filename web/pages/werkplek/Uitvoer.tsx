/** Taking the meldingen of this filter along, with progress in numbers; it can be stopped, and goes on after a fault. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { type Formaat, type Stand, useUitvoer } from './useUitvoer.ts'
import type { Werkfilter } from './werkfilter.ts'

const t = nlWerkplek.uitvoer

type Props = { filter: Werkfilter; kernen: readonly Kern[]; categorieen: readonly Categorie[] }

function describeStand(stand: Stand): string {
  switch (stand.soort) {
    case 'rust':
      return ''
    case 'gestopt':
      return t.gestopt
    case 'bezig':
      return t.bezig(formatGetal(stand.aantal))
    case 'hapert':
      return t.hapert(formatGetal(stand.aantal))
    case 'klaar':
      return t.klaar(formatGetal(stand.aantal), stand.naam)
  }
}

const Knop = ({ label, onClick }: { label: string; onClick(): void }) => (
  <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={onClick}>
    {label}
  </button>
)

export function Uitvoer({ filter, kernen, categorieen }: Props) {
  const { stand, start, verder, stop } = useUitvoer(filter, { kernen, categorieen })
  const runs = stand.soort === 'bezig' || stand.soort === 'hapert'
  return (
    <details class="uitklap">
      <summary>{t.titel}</summary>
      <p class="bijschrift">{t.uitleg}</p>
      <div class="knoppen knoppen--dicht">
        {!runs &&
          (['csv', 'geojson'] satisfies Formaat[]).map((formaat) => (
            <Knop key={formaat} label={t[formaat]} onClick={() => void start(formaat)} />
          ))}
        {stand.soort === 'hapert' && <Knop label={t.verder} onClick={verder} />}
        {runs && <Knop label={t.stop} onClick={stop} />}
      </div>
      <p role="status">{describeStand(stand)}</p>
    </details>
  )
}

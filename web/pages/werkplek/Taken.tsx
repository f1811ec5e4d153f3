/** Parts of the work, each for a team. */
import { formatMoment } from '../../texts/format.ts'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { Knop } from './Acties.tsx'
import type { Melding } from './useMelding.ts'

const t = nlBehandeling.taken

export function Taken({ melding }: { melding: Melding }) {
  const { taken = [], mag = [] } = melding.melding ?? {}
  if (taken.length === 0) return null
  return (
    <>
      <h3 class="utrecht-heading-3">{t.titel}</h3>
      <ul class="regels">
        {taken.map(({ taak, omschrijving, team, klaarOp, klaarDoor }) => (
          <li key={taak} class="taak">
            <span>
              <span class="regels__naam">{omschrijving}</span>
              <span class="bijschrift"> {klaarOp ? t.klaarOp(formatMoment(klaarOp), klaarDoor) : team}</span>
            </span>
            {!klaarOp && mag.includes('taak-klaar') && (
              <Knop melding={melding} wijziging={{ soort: 'taak-klaar', taak }} label={t.klaar} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

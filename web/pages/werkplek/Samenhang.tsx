/** Of a melding that was merged: the one that is handled instead; and of that one: what was merged into it. */
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { Knop } from './Acties.tsx'
import type { Melding } from './useMelding.ts'

const t = nlBehandeling.samen

type Props = { melding: Melding; onOpen(nummer: string): void }

const Ander = ({ nummer, onOpen }: { nummer: string; onOpen(nummer: string): void }) => (
  <button type="button" class="tabel__kies" onClick={() => onOpen(nummer)}>
    {nummer}
  </button>
)

export function Samenhang({ melding, onOpen }: Props) {
  const { hoofdmelding, deelmeldingen = [], mag = [] } = melding.melding ?? {}
  if (!hoofdmelding && deelmeldingen.length === 0) return null
  return (
    <div class="samenhang">
      {hoofdmelding && (
        <p>
          {t.deelVan} <Ander nummer={hoofdmelding} onOpen={onOpen} />
        </p>
      )}
      {deelmeldingen.length > 0 && (
        <p>
          {t.delen}{' '}
          {deelmeldingen.map((nummer) => (
            <Ander key={nummer} nummer={nummer} onOpen={onOpen} />
          ))}
        </p>
      )}
      {mag.includes('losmaking') && (
        <Knop melding={melding} wijziging={{ soort: 'losmaking' }} label={t.maakLos} />
      )}
    </div>
  )
}

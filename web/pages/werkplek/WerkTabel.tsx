/** Work per kern: what is new, what is open, and the figures the map shows. */
import type { Activiteit, KernActiviteit } from '../../../functions/contract/activiteit.ts'
import { type Column, SortTable } from '../../components/SortTable.tsx'
import { asKolom, type View } from '../../state/view.ts'
import { formatDecimaal, formatGetal } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'
import { nlWerkplek as t } from '../../texts/nlWerkplek.ts'

type Props = {
  activiteit: Activiteit
  view: View
  change(change: Partial<View>): void
  actief: string | undefined
  onActief(kern: string | undefined): void
}

const countNew = ({ perStatus }: KernActiviteit) => perStatus.ontvangen ?? 0
const countOpen = ({ meldingen, perStatus }: KernActiviteit) => meldingen - (perStatus.gesloten ?? 0)

export function WerkTabel({ activiteit, view, change, actief, onActief }: Props) {
  const rows = activiteit.kernen
  const counted = (
    id: string,
    label: string,
    value: (row: KernActiviteit) => number,
  ): Column<KernActiviteit> => ({
    id,
    label,
    numeric: true,
    value,
    show: (row) => formatGetal(value(row)),
    total: formatGetal(rows.reduce((sum, row) => sum + value(row), 0)),
  })
  const columns: Column<KernActiviteit>[] = [
    {
      id: 'kern',
      label: nlKaart.kaart.kern,
      value: ({ naam }) => naam,
      show: ({ kern, naam }) => (
        <button
          type="button"
          class="tabel__kies"
          aria-pressed={kern === view.kern}
          onClick={() => change({ kern: kern === view.kern ? undefined : kern })}
        >
          {naam}
        </button>
      ),
      total: nlKaart.kaart.totaal,
    },
    counted('nieuw', t.nieuw, countNew),
    counted('open', t.open, countOpen),
    counted('meldingen', nlKaart.kaart.meldingen, (row) => row.meldingen),
    {
      id: 'per1000',
      label: t.per1000,
      numeric: true,
      value: ({ per1000Inwoners }) => per1000Inwoners ?? -1,
      show: ({ per1000Inwoners }) => (per1000Inwoners === null ? '–' : formatDecimaal(per1000Inwoners)),
      total: '',
    },
  ]
  return (
    <SortTable
      caption={t.kernen}
      columns={columns}
      rows={rows}
      keyOf={({ kern }) => kern}
      sort={view}
      onSort={(kolom, aflopend) => change({ kolom: asKolom(kolom), aflopend })}
      actief={actief}
      gekozen={view.kern}
      onActief={onActief}
    />
  )
}

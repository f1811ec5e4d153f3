/** The figures of the map as a table: its equal, and the way to choose a kern without pointing. */
import type { Activiteit, KernActiviteit } from '../../../functions/contract/activiteit.ts'
import { type Column, SortTable } from '../../components/SortTable.tsx'
import { asKolom, type View } from '../../state/view.ts'
import { formatDecimaal, formatGetal } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

type Props = {
  activiteit: Activiteit
  view: View
  change(change: Partial<View>): void
  actief: string | undefined
  onActief(kern: string | undefined): void
}

const t = nlKaart.kaart

const makeColumns = ({ activiteit, view, change }: Props): Column<KernActiviteit>[] => {
  // Who lived in a kern that is gone is counted with the kern of today.
  const inwoners = activiteit.kernen.reduce((sum, row) => sum + (row.vervallen ? 0 : row.inwoners), 0)
  const { meldingen, initiatieven } = activiteit.totaal
  // Without the figure of one kern there is none of them all.
  const known =
    inwoners > 0 && activiteit.kernen.every((row) => row.vervallen || row.per1000Inwoners !== null)
  return [
    {
      id: 'kern',
      label: t.kern,
      value: ({ naam }) => naam,
      show: ({ kern, naam, vervallen }) => (
        <button
          type="button"
          class="tabel__kies"
          aria-pressed={kern === view.kern}
          onClick={() => change({ kern: kern === view.kern ? undefined : kern })}
        >
          {vervallen ? t.vervallen(naam) : naam}
        </button>
      ),
      total: t.totaal,
    },
    {
      id: 'meldingen',
      label: t.meldingen,
      numeric: true,
      value: (row) => row.meldingen,
      show: (row) => formatGetal(row.meldingen),
      total: formatGetal(meldingen),
    },
    {
      id: 'per1000',
      label: t.per1000,
      numeric: true,
      value: ({ per1000Inwoners }) => per1000Inwoners ?? -1,
      show: ({ per1000Inwoners }) => (per1000Inwoners === null ? '–' : formatDecimaal(per1000Inwoners)),
      total: known ? formatDecimaal((meldingen * 1000) / inwoners) : '–',
    },
    {
      id: 'initiatieven',
      label: t.initiatieven,
      numeric: true,
      value: (row) => row.initiatieven,
      show: (row) => formatGetal(row.initiatieven),
      total: formatGetal(initiatieven),
    },
  ]
}

export function KernTabel(props: Props) {
  const { activiteit, view, change, actief, onActief } = props
  return (
    <SortTable
      caption={t.tabel}
      columns={makeColumns(props)}
      rows={activiteit.kernen}
      keyOf={({ kern }) => kern}
      sort={view}
      onSort={(kolom, aflopend) => change({ kolom: asKolom(kolom), aflopend })}
      actief={actief}
      gekozen={view.kern}
      onActief={onActief}
    />
  )
}

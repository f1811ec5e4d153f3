/** Phase-in year by year: where each kern goes, in as many steps as were chosen. */
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { formatEuro } from '../../../functions/domain/geld.ts'
import { computeVerdeling } from '../../../functions/domain/wijkbudget/computeVerdeling.ts'
import { type Column, SortTable } from '../../components/SortTable.tsx'
import { useSort } from '../../state/useSort.ts'
import { nlVerdelen as t } from '../../texts/nlVerdelen.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'

/** More years than a table can show. */
const maxColumns = 12

type Props = { jaar: number; vraag: BerekenVraag | undefined; naamOf(kern: string): string }

export function IngroeiJaren({ jaar, vraag, naamOf }: Props) {
  const sorting = useSort()
  if (vraag?.methode !== 'ingroei-lineair' || vraag.jaren > maxColumns) return null
  const start = jaar - vraag.jaar
  const steps = Array.from(
    { length: vraag.jaren },
    (_, n) => computeVerdeling({ ...vraag, jaar: n + 1 }).aandelen,
  )
  const kernen = Object.keys(vraag.oudCenten)
  const amountOf = (kern: string, step: number) =>
    step === 0
      ? (vraag.oudCenten[kern] ?? 0)
      : (steps[step - 1]?.find((aandeel) => aandeel.kern === kern)?.bedragCenten ?? 0)
  const columns: Column<string>[] = [
    { id: 'kern', label: nlWijkbudget.kern, value: naamOf, total: nlWijkbudget.totaalRij },
    ...Array.from(
      { length: vraag.jaren + 1 },
      (_, step): Column<string> => ({
        id: `jaar-${step}`,
        label: step === 0 ? t.ingroei.nu : t.ingroei.jaar(step, start + step),
        numeric: true,
        value: (kern) => amountOf(kern, step),
        show: (kern) => formatEuro(amountOf(kern, step)),
        total: formatEuro(kernen.reduce((sum, kern) => sum + amountOf(kern, step), 0)),
      }),
    ),
  ]
  return (
    <SortTable
      caption={t.ingroei.titel}
      columns={columns}
      rows={kernen}
      keyOf={(kern) => kern}
      {...sorting}
    />
  )
}

/** Scenario's as columns next to what it was: amount with its bar, difference, percentage and per inhabitant. */
import { useMemo } from 'preact/hooks'
import type { VergelijkAntwoord, VergelijkRij } from '../../../../functions/contract/scenario.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { type Column, SortTable } from '../../../components/SortTable.tsx'
import { useSort } from '../../../state/useSort.ts'
import { nlScenarios } from '../../../texts/nlScenarios.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'
import { formatPct } from '../rijen.ts'
import { type KernRij, toKernRijen } from './vergelijkRijen.ts'

const t = nlScenarios.vergelijking
const signed = (centen: number) => (centen > 0 ? `+${formatEuro(centen)}` : formatEuro(centen))

type CelProps = { rij: VergelijkRij | undefined; highest: number; hasBasis: boolean }

const Cel = ({ rij, highest, hasBasis }: CelProps) =>
  rij ? (
    <>
      <span class="vergelijk__bedrag">{formatEuro(rij.nieuwCenten)}</span>
      <span class="blad__spoor" aria-hidden="true">
        <span class="blad__balk" style={{ width: `${(100 * rij.nieuwCenten) / highest}%` }} />
      </span>
      {hasBasis && (
        <span class="vergelijk__onder">
          {signed(rij.verschilCenten)} ({formatPct(rij.verschilPct)})
        </span>
      )}
      {rij.perInwonerCenten !== null && (
        <span class="vergelijk__onder">{t.perInwoner(formatEuro(rij.perInwonerCenten))}</span>
      )}
    </>
  ) : (
    t.geen
  )

type Props = {
  jaar: number
  antwoord: VergelijkAntwoord
  gekozen: string | undefined
  actief: string | undefined
  onKies(kern: string): void
  onActief(kern: string | undefined): void
}

function makeColumns({ antwoord, gekozen, onKies }: Props): Column<KernRij>[] {
  const { basis, scenarios } = antwoord
  const highest = Math.max(
    1,
    ...scenarios.flatMap(({ rijen }) => rijen.map(({ nieuwCenten }) => nieuwCenten)),
  )
  const kern: Column<KernRij> = {
    id: 'kern',
    label: nlWijkbudget.kern,
    value: ({ naam }) => naam,
    show: ({ kern: code, naam }) => (
      <button type="button" class="tabel__kies" aria-pressed={code === gekozen} onClick={() => onKies(code)}>
        {naam}
      </button>
    ),
    total: nlWijkbudget.totaalRij,
  }
  const was: Column<KernRij> = {
    id: 'was',
    label: basis?.naam ?? t.basisKolom,
    numeric: true,
    value: ({ wasCenten }) => wasCenten ?? -1,
    show: ({ wasCenten }) => (wasCenten === null ? t.geen : formatEuro(wasCenten)),
    total: basis ? formatEuro(basis.totaalCenten) : t.geen,
  }
  const each = scenarios.map(
    ({ scenario, naam, rijen }, n): Column<KernRij> => ({
      id: scenario,
      label: naam,
      numeric: true,
      value: ({ per }) => per[n]?.nieuwCenten ?? -1,
      show: ({ per }) => <Cel rij={per[n]} highest={highest} hasBasis={basis !== null} />,
      total: formatEuro(rijen.reduce((sum, { nieuwCenten }) => sum + nieuwCenten, 0)),
    }),
  )
  return [kern, was, ...each]
}

export function VergelijkTabel(props: Props) {
  const { jaar, antwoord, gekozen, actief, onActief } = props
  const sorting = useSort()
  const rows = useMemo(() => toKernRijen(antwoord), [antwoord])
  return (
    <SortTable
      caption={t.titel(jaar)}
      columns={makeColumns(props)}
      rows={rows}
      keyOf={({ kern }) => kern}
      {...sorting}
      actief={actief}
      gekozen={gekozen}
      onActief={onActief}
    />
  )
}

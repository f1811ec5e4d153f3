/** Every kern of a year: what it got, where that went, what is free; each opens its ledger. */
import type { Grootboekstand } from '../../../../functions/contract/grootboek.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { type Column, SortTable } from '../../../components/SortTable.tsx'
import type { Blad } from '../../../export/blad.ts'
import { useSort } from '../../../state/useSort.ts'
import { nlGrootboek as t } from '../../../texts/nlGrootboek.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'
import { Uitvoer } from '../Uitvoer.tsx'
import { toQuery } from '../useAdres.ts'
import { padOf } from '../WijkbudgetPagina.tsx'

export const budgetOf = ({
  openingCenten,
  toegekendCenten,
  teruggevorderdCenten,
}: Pick<Grootboekstand, 'openingCenten' | 'toegekendCenten' | 'teruggevorderdCenten'>): number =>
  openingCenten + toegekendCenten - teruggevorderdCenten

const figures = [
  ['budget', t.budget, budgetOf],
  ['betaald', t.betaald, (stand: Grootboekstand) => stand.betaaldCenten],
  ['gebonden', t.gebonden, (stand: Grootboekstand) => stand.gebondenCenten],
  ['vrij', t.vrij, (stand: Grootboekstand) => stand.vrijCenten],
] as const

/** The same figures to take along. */
const standenBlad = (jaar: number, standen: readonly Grootboekstand[]): Blad => ({
  naam: String(jaar),
  kolommen: [
    { kop: t.kern, soort: 'tekst' },
    ...figures.map(([, kop]) => ({ kop, soort: 'bedrag' as const, som: true as const })),
  ],
  rijen: standen.map((stand) => [stand.naam, ...figures.map(([, , value]) => value(stand))]),
})

type Props = { jaar: number; standen: readonly Grootboekstand[] }

export function Standen({ jaar, standen }: Props) {
  const sorting = useSort()
  const columns: Column<Grootboekstand>[] = [
    {
      id: 'kern',
      label: t.kern,
      value: ({ naam }) => naam,
      show: ({ kern, naam, gesloten, vervallen }) => (
        <>
          <a class="utrecht-link" href={padOf('grootboek') + toQuery({ jaar: String(jaar), kern })}>
            {naam}
          </a>
          {gesloten && (
            <>
              {' '}
              <span class="label">{t.gesloten}</span>
            </>
          )}
          {vervallen && (
            <>
              {' '}
              <span class="bijschrift">{t.vervallen}</span>
            </>
          )}
        </>
      ),
      total: nlWijkbudget.totaalRij,
    },
    ...figures.map(
      ([id, label, value]): Column<Grootboekstand> => ({
        id,
        label,
        numeric: true,
        value,
        show: (stand) => (
          <>
            {formatEuro(value(stand))}
            {id === 'vrij' && (
              <span class="blad__spoor" aria-hidden="true">
                <span
                  class="blad__balk"
                  style={{ width: `${(100 * stand.vrijCenten) / Math.max(1, budgetOf(stand))}%` }}
                />
              </span>
            )}
          </>
        ),
        total: formatEuro(standen.reduce((sum, stand) => sum + value(stand), 0)),
      }),
    ),
  ]
  return (
    <>
      <SortTable
        caption={t.standen(jaar)}
        columns={columns}
        rows={standen}
        keyOf={({ kern }) => kern}
        {...sorting}
      />
      <Uitvoer naam={`grootboeken-${jaar}`} bladen={() => [standenBlad(jaar, standen)]} />
    </>
  )
}

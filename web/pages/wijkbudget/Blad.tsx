/** The sheet people trust: every kern, last year beside it, a bar, the sentence, and a row that visibly adds up. */
import { useMemo, useState } from 'preact/hooks'
import type { BerekenAntwoord } from '../../../functions/contract/wijkbudget.ts'
import { formatAantal, formatEuro } from '../../../functions/domain/geld.ts'
import { type Column, SortTable } from '../../components/SortTable.tsx'
import { useSort } from '../../state/useSort.ts'
import { nlVerdelen } from '../../texts/nlVerdelen.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { formatPct, type Rij, sumOf } from './rijen.ts'

type Props = {
  naam: string
  jaar: number
  rijen: readonly Rij[]
  antwoord: BerekenAntwoord
  actief: string | undefined
  onActief(kern: string | undefined): void
}

const euro = (centen: number | null) => (centen === null ? '–' : formatEuro(centen))
const signed = (centen: number | null) =>
  centen !== null && centen > 0 ? `+${formatEuro(centen)}` : euro(centen)

function makeColumns(rijen: readonly Rij[], jaar: number, kies: (kern: string) => void, gekozen?: string) {
  const hasVorig = rijen.some(({ vorigCenten }) => vorigCenten !== null)
  const total = sumOf(rijen, (rij) => rij.bedragCenten)
  const highest = Math.max(1, ...rijen.map(({ bedragCenten }) => bedragCenten))
  const inwoners = sumOf(rijen, (rij) => rij.inwoners)
  const money = (
    id: string,
    label: string,
    value: (rij: Rij) => number | null,
    show = euro,
  ): Column<Rij> => ({
    id,
    label,
    numeric: true,
    value: (rij) => value(rij) ?? Number.NEGATIVE_INFINITY,
    show: (rij) => show(value(rij)),
    total: hasVorig || id === 'bedrag' || id === 'sainte-lague' ? show(sumOf(rijen, value)) : '–',
  })
  const columns: Column<Rij>[] = [
    {
      id: 'kern',
      label: t.kern,
      value: ({ naam }) => naam,
      show: ({ kern, naam }) => (
        <button type="button" class="tabel__kies" aria-pressed={kern === gekozen} onClick={() => kies(kern)}>
          {naam}
        </button>
      ),
      total: t.totaalRij,
    },
    {
      id: 'inwoners',
      label: t.inwoners,
      numeric: true,
      value: (rij) => rij.inwoners,
      show: (rij) => formatAantal(rij.inwoners),
      total: formatAantal(inwoners),
    },
    {
      ...money('bedrag', t.bedrag, (rij) => rij.bedragCenten),
      show: ({ bedragCenten }) => (
        <>
          {formatEuro(bedragCenten)}
          <span class="blad__spoor" aria-hidden="true">
            <span class="blad__balk" style={{ width: `${(100 * bedragCenten) / highest}%` }} />
          </span>
        </>
      ),
    },
    ...(rijen.some(({ sainteLagueCenten }) => sainteLagueCenten !== null)
      ? [
          money(
            'sainte-lague',
            nlVerdelen.sainteLague,
            ({ bedragCenten, sainteLagueCenten }) =>
              sainteLagueCenten === null ? null : sainteLagueCenten - bedragCenten,
            signed,
          ),
        ]
      : []),
    money('vorig', t.vorig(jaar - 1), (rij) => rij.vorigCenten),
    money('verschil', t.verschil, (rij) => rij.verschilCenten, signed),
    {
      id: 'pct',
      label: t.verschilPct,
      numeric: true,
      value: ({ verschilPct }) => verschilPct ?? Number.NEGATIVE_INFINITY,
      show: ({ verschilPct }) => formatPct(verschilPct),
      total: '',
    },
    {
      ...money('perInwoner', t.perInwonerKolom, (rij) => rij.perInwonerCenten),
      total: inwoners > 0 ? formatEuro(Math.round(total / inwoners)) : '–',
    },
  ]
  return columns
}

export function Blad({ naam, jaar, rijen, antwoord, actief, onActief }: Props) {
  const sorting = useSort()
  const [gekozen, setGekozen] = useState<string>()
  const columns = useMemo(() => makeColumns(rijen, jaar, setGekozen, gekozen), [rijen, jaar, gekozen])
  const shown = rijen.find(({ kern }) => kern === (gekozen ?? actief))
  const aandelen = sumOf(rijen, (rij) => rij.bedragCenten)
  return (
    <>
      <SortTable
        caption={naam}
        columns={columns}
        rows={rijen}
        keyOf={({ kern }) => kern}
        {...sorting}
        actief={actief}
        gekozen={gekozen}
        onActief={onActief}
      />
      <p class="blad__klopt">
        {t.klopt(
          formatEuro(aandelen),
          formatEuro(antwoord.onverdeeldCenten),
          formatEuro(antwoord.totaalCenten),
        )}
      </p>
      {antwoord.vergelijking && (
        <p class="bijschrift">
          {nlVerdelen.sainteLagueUitleg(
            rijen.filter(({ bedragCenten, sainteLagueCenten }) => bedragCenten !== sainteLagueCenten).length,
          )}
        </p>
      )}
      <div class="blad__uitleg" role="status">
        {shown ? (
          <>
            <strong>{t.uitlegTitel(shown.naam)}</strong>
            <p>{shown.uitleg}</p>
          </>
        ) : (
          <p>{t.uitlegKies}</p>
        )}
      </div>
    </>
  )
}

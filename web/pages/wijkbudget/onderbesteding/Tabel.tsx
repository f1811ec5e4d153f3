/** Per kern what was free at the reference date, what is asked, and what would move. */
import { useState } from 'preact/hooks'
import type { Onderbesteding } from '../../../../functions/contract/onderbesteding.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { type Column, SortTable } from '../../../components/SortTable.tsx'
import { useSort } from '../../../state/useSort.ts'
import { formatDatum } from '../../../texts/format.ts'
import { nlOnderbesteding as t } from '../../../texts/nlOnderbesteding.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'
import { formatPct } from '../rijen.ts'
import type { Voorbeeld } from './voorbeeld.ts'

type Rij = Onderbesteding['kernen'][number]
type Props = {
  stand: Onderbesteding
  voorbeeld: Voorbeeld | undefined
  /** Absent for whoever may only look. */
  aanvragen?: {
    typed: Readonly<Record<string, string>>
    fouten: Readonly<Record<string, string>>
    set(kern: string, text: string): void
  }
}

export const aanvraagId = (kern: string): string => `aanvraag-${kern}`

/** 1250 → "12,5%", without a sign: a part, not a difference. */
const formatDeel = (pct: number | null) => formatPct(pct).replace('+', '')

function makeColumns({ stand: { kernen, totaal }, voorbeeld, aanvragen }: Props): Column<Rij>[] {
  const money = (id: 'budget' | 'vastgelegd' | 'vrij', value: (rij: Rij) => number): Column<Rij> => ({
    id,
    label: t[id],
    numeric: true,
    value,
    show: (rij) => formatEuro(value(rij)),
    total: formatEuro(kernen.reduce((sum, rij) => sum + value(rij), 0)),
  })
  const moved = (id: 'inleg' | 'extra'): Column<Rij> => ({
    id,
    label: t[id],
    numeric: true,
    value: ({ kern }) => voorbeeld?.[id].get(kern) ?? 0,
    show: ({ kern }) => {
      const centen = voorbeeld?.[id].get(kern) ?? 0
      return centen > 0 ? <strong>{formatEuro(centen)}</strong> : '–'
    },
    total: formatEuro([...(voorbeeld?.[id].values() ?? [])].reduce((sum, centen) => sum + centen, 0)),
  })
  const aanvraag: Column<Rij> = {
    id: 'aanvraag',
    label: t.aanvraag,
    numeric: true,
    value: ({ kern }) => aanvragen?.typed[kern] ?? '',
    show: ({ kern, naam }) => (
      <input
        id={aanvraagId(kern)}
        class="utrecht-textbox utrecht-textbox--html-input onderbesteding__aanvraag"
        aria-label={t.aanvraagVan(naam)}
        aria-invalid={aanvragen?.fouten[aanvraagId(kern)] ? 'true' : undefined}
        inputMode="decimal"
        autoComplete="off"
        value={aanvragen?.typed[kern] ?? ''}
        onInput={(event) => aanvragen?.set(kern, event.currentTarget.value)}
      />
    ),
    total: '',
  }
  return [
    { id: 'kern', label: nlWijkbudget.kern, value: ({ naam }) => naam, total: nlWijkbudget.totaalRij },
    money('budget', ({ budgetCenten }) => budgetCenten),
    money('vastgelegd', ({ vastgelegdCenten }) => vastgelegdCenten),
    money('vrij', ({ vrijCenten }) => vrijCenten),
    {
      id: 'vrijPct',
      label: t.vrijPct,
      numeric: true,
      value: ({ vrijPct }) => vrijPct ?? -1,
      show: ({ vrijPct }) => (
        <>
          {formatDeel(vrijPct)}
          <span class="blad__spoor" aria-hidden="true">
            <span class="blad__balk" style={{ width: `${Math.min(100, (vrijPct ?? 0) / 100)}%` }} />
          </span>
        </>
      ),
      total: formatDeel(totaal.vrijPct),
    },
    ...(aanvragen ? [aanvraag, moved('inleg'), moved('extra')] : []),
  ]
}

export function OnderbestedingTabel(props: Props) {
  const { stand, voorbeeld } = props
  const sorting = useSort()
  const [actief, setActief] = useState<string>()
  const uitleg = voorbeeld?.antwoord.aandelen.find(({ kern }) => kern === actief)?.uitleg
  return (
    <>
      <SortTable
        caption={t.tabel(formatDatum(stand.peildatum))}
        columns={makeColumns(props)}
        rows={stand.kernen}
        keyOf={({ kern }) => kern}
        {...sorting}
        actief={actief}
        onActief={(kern) => kern && setActief(kern)}
      />
      {props.aanvragen && (
        <div class="blad__uitleg" role="status">
          {uitleg && voorbeeld && voorbeeld.samenCenten > 0 ? (
            <p>{uitleg}</p>
          ) : (
            <>
              <strong>{t.uitlegTitel}</strong>
              <p>{t.uitleg}</p>
            </>
          )}
        </div>
      )}
    </>
  )
}

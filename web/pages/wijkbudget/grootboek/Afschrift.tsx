/** The lines of a ledger as a bank statement: what came in, what went out, what is promised, and what was left. */
import type { Grootboek, Grootboekregel } from '../../../../functions/contract/grootboek.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { type Column, SortTable } from '../../../components/SortTable.tsx'
import { movementsOf } from '../../../export/bladen.ts'
import { useSort } from '../../../state/useSort.ts'
import { formatDatum, formatMoment } from '../../../texts/format.ts'
import { nlGrootboek as t } from '../../../texts/nlGrootboek.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'
import { toQuery } from '../useAdres.ts'
import { padOf } from '../WijkbudgetPagina.tsx'
import { mayReverse } from './regel.ts'
import { soortenOf } from './Standcijfers.tsx'

function Omschrijving({ jaar, regel }: { jaar: number; regel: Grootboekregel }) {
  const velden = (Object.keys(t.veldnaam) as (keyof typeof t.veldnaam)[]).flatMap((veld) =>
    regel[veld] ? [`${t.veldnaam[veld]} ${regel[veld]}`] : [],
  )
  const onder = [
    ...(regel.tegenVan === undefined ? [] : [t.tegenVan(regel.tegenVan)]),
    ...(regel.nummer === undefined ? [] : [t.nummer(regel.nummer)]),
    ...(regel.uitJaar === undefined ? [] : [t.uitJaar(regel.uitJaar)]),
    ...velden,
  ]
  return (
    <div class="afschrift__wat" id={`regel-${regel.volgnummer}`}>
      <strong>{nlWijkbudget.soort[regel.soort]}</strong>: {regel.omschrijving}
      {onder.length > 0 && <span class="afschrift__onder">{onder.join(' · ')}</span>}
      {regel.verdeling !== undefined && (
        <a
          class="utrecht-link afschrift__onder"
          href={
            padOf('verdelen') +
            toQuery({
              jaar: String(jaar),
              versie: String(regel.verdeling),
              controle: String(regel.verdeling),
            })
          }
        >
          {t.verdeling(regel.verdeling)}
        </a>
      )}
      {regel.bijlagen?.map((bijlage) => (
        <span key={bijlage} class="afschrift__onder">
          {t.bijlage}:{' '}
          {/^https?:\/\//.test(bijlage) ? (
            <a class="utrecht-link" href={bijlage} rel="noreferrer" target="_blank">
              {bijlage}
            </a>
          ) : (
            bijlage
          )}
        </span>
      ))}
      <span class="afschrift__onder">{t.geboekt(regel.door, formatMoment(regel.op))}</span>
    </div>
  )
}

const amount = (centen: number | null) => (centen === null ? '' : formatEuro(centen))

type Props = {
  grootboek: Grootboek
  keuze: string | undefined
  mayBook: boolean
  onTegen(volgnummer: number): void
}

export function Afschrift({ grootboek: { jaar, stand, regels }, keuze, mayBook, onTegen }: Props) {
  const sorting = useSort()
  const soorten = soortenOf(keuze)
  const shown = regels.filter(({ soort }) => soorten?.includes(soort) ?? true)
  const movement = (id: 'in' | 'uit' | 'toegezegd', at: 0 | 1 | 2): Column<Grootboekregel> => ({
    id,
    label: t.kolom[id],
    numeric: true,
    value: (regel) => movementsOf(regel)[at] ?? 0,
    show: (regel) => amount(movementsOf(regel)[at]),
    total: formatEuro(shown.reduce((sum, regel) => sum + (movementsOf(regel)[at] ?? 0), 0)),
  })
  const columns: Column<Grootboekregel>[] = [
    { id: 'nr', label: t.kolom.nr, value: ({ volgnummer }) => volgnummer, total: nlWijkbudget.totaalRij },
    {
      id: 'datum',
      label: t.kolom.datum,
      value: ({ datum }) => datum,
      show: ({ datum }) => <span class="afschrift__datum">{formatDatum(datum)}</span>,
    },
    {
      id: 'wat',
      label: t.kolom.omschrijving,
      value: ({ omschrijving }) => omschrijving,
      show: (regel) => <Omschrijving jaar={jaar} regel={regel} />,
    },
    movement('in', 0),
    movement('uit', 1),
    movement('toegezegd', 2),
    {
      id: 'saldo',
      label: t.kolom.saldo,
      numeric: true,
      value: ({ saldoCenten }) => saldoCenten,
      show: ({ saldoCenten }) => formatEuro(saldoCenten),
      total: formatEuro(stand.saldoCenten),
    },
    {
      id: 'vrij',
      label: t.kolom.vrij,
      numeric: true,
      value: ({ vrijCenten }) => vrijCenten,
      show: ({ vrijCenten }) => formatEuro(vrijCenten),
      total: formatEuro(stand.vrijCenten),
    },
  ]
  const actie: Column<Grootboekregel> = {
    id: 'actie',
    label: t.kolom.actie,
    value: ({ volgnummer }) => volgnummer,
    show: (regel) =>
      mayReverse(regel, regels) && (
        <button
          type="button"
          class="knopje"
          aria-label={t.tegen.knop(regel.volgnummer)}
          title={t.tegen.knop(regel.volgnummer)}
          onClick={() => onTegen(regel.volgnummer)}
        >
          ↺
        </button>
      ),
  }
  if (shown.length === 0) return <p class="leeg">{regels.length === 0 ? t.leeg : t.leegFilter}</p>
  return (
    <div class="afschrift">
      <SortTable
        caption={t.tabel(stand.naam, jaar)}
        columns={mayBook ? [...columns, actie] : columns}
        rows={shown}
        keyOf={({ volgnummer }) => String(volgnummer)}
        {...sorting}
      />
    </div>
  )
}

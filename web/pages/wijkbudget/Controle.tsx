/** What was checked of a version: who, when, computed again, which inhabitants, and what a correction changed. */
import type { VerdelingControle } from '../../../functions/contract/verdelingControle.ts'
import { formatAantal, formatEuro } from '../../../functions/domain/geld.ts'
import { api } from '../../api.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { type Column, SortTable } from '../../components/SortTable.tsx'
import { useLoad } from '../../state/useLoad.ts'
import { useSort } from '../../state/useSort.ts'
import { formatDatum, formatMoment } from '../../texts/format.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'
import { formatPct } from './rijen.ts'
import { toQuery } from './useAdres.ts'
import { padOf } from './WijkbudgetPagina.tsx'

const t = nlWijkbudget.controle
type Correctie = NonNullable<VerdelingControle['correctie']>

const Punten = ({ punten }: Pick<VerdelingControle, 'punten'>) => (
  <ul class="punten">
    {punten.map(({ punt, uitkomst, uitleg }) => (
      <li key={punt} class={`punten__punt punten__punt--${uitkomst}`}>
        <strong>
          {t.punt[punt]}: {t.uitkomst[uitkomst]}.
        </strong>{' '}
        {uitleg}
      </li>
    ))}
  </ul>
)

const Wie = ({ verdeling, herberekening, bevolking, controle }: VerdelingControle) => (
  <dl class="feiten feiten--naast">
    <dt>{t.voorgesteld}</dt>
    <dd>{t.doorOp(verdeling.voorgesteldDoor, formatMoment(verdeling.voorgesteldOp))}</dd>
    {verdeling.vaststelling && (
      <>
        <dt>{t.vastgesteld}</dt>
        <dd>
          {t.doorOp(
            verdeling.vaststelling.vastgesteldDoor,
            formatMoment(verdeling.vaststelling.vastgesteldOp),
          )}
        </dd>
        <dt>{t.besluit}</dt>
        <dd>
          {nlWijkbudget.versies.vastgesteldDoor(
            verdeling.vaststelling.orgaan,
            verdeling.vaststelling.besluitnummer,
            formatDatum(verdeling.vaststelling.besluitDatum),
          )}
        </dd>
      </>
    )}
    <dt>{t.inwoners}</dt>
    <dd>
      {formatAantal(controle.som)}
      {bevolking && (
        <>
          {', '}
          <a
            class="utrecht-link"
            href={`${padOf('inwoners')}${toQuery({ versie: String(bevolking.versie) })}`}
          >
            {t.bevolking(bevolking.versie)}
          </a>
        </>
      )}
    </dd>
    <dt>{t.methode}</dt>
    <dd>{t.methodeVersie(herberekening.methodeVersie)}</dd>
    <dt>{t.getal}</dt>
    <dd>
      <code class="hash">{herberekening.hash}</code>
    </dd>
  </dl>
)

function Verschil({ correctie, naamOf }: { correctie: Correctie; naamOf(kern: string): string }) {
  const sorting = useSort()
  const money = (id: string, label: string, value: (rij: Correctie['rijen'][number]) => number) =>
    ({
      id,
      label,
      numeric: true,
      value,
      show: (rij) => formatEuro(value(rij)),
      total: formatEuro(correctie.rijen.reduce((sum, rij) => sum + value(rij), 0)),
    }) satisfies Column<Correctie['rijen'][number]>
  return (
    <SortTable
      caption={t.verschil(correctie.opVersie)}
      columns={[
        {
          id: 'kern',
          label: nlWijkbudget.kern,
          value: ({ kern }) => naamOf(kern),
          total: nlWijkbudget.totaalRij,
        },
        money('oud', t.oud(correctie.opVersie), ({ oudCenten }) => oudCenten),
        money('nieuw', t.nieuw, ({ nieuwCenten }) => nieuwCenten),
        money('verschil', nlWijkbudget.verschil, ({ verschilCenten }) => verschilCenten),
        {
          id: 'pct',
          label: nlWijkbudget.verschilPct,
          numeric: true,
          value: ({ verschilPct }) => verschilPct ?? 0,
          show: ({ verschilPct }) => formatPct(verschilPct),
          total: '',
        },
      ]}
      rows={correctie.rijen}
      keyOf={({ kern }) => kern}
      {...sorting}
    />
  )
}

const Boekingen = ({
  jaar,
  boekingen,
  naamOf,
}: Pick<VerdelingControle, 'boekingen'> & { jaar: number; naamOf(kern: string): string }) => (
  <>
    <h4 class="utrecht-heading-3">{t.boekingen}</h4>
    <ul class="lijst">
      {boekingen.map(({ kern, volgnummer, soort, bedragCenten }) => (
        <li key={`${kern} ${volgnummer}`}>
          <a
            class="utrecht-link"
            href={`${padOf('grootboek')}${toQuery({ jaar: String(jaar), kern })}#regel-${volgnummer}`}
          >
            {t.boeking(naamOf(kern), nlWijkbudget.soort[soort], formatEuro(bedragCenten), volgnummer)}
          </a>
        </li>
      ))}
    </ul>
  </>
)

type Props = { jaar: number; versie: number; naamOf(kern: string): string }

export function Controle({ jaar, versie, naamOf }: Props) {
  const loaded = useLoad((signal) => api.auditVerdeling({ params: { jaar, versie }, signal }), [jaar, versie])
  return (
    <section class="controle" aria-label={t.titel(versie)}>
      <LoadState of={loaded}>
        {(controle) => (
          <>
            <Punten punten={controle.punten} />
            <Wie {...controle} />
            {controle.correctie && <Verschil correctie={controle.correctie} naamOf={naamOf} />}
            {controle.boekingen.length > 0 && (
              <Boekingen jaar={jaar} boekingen={controle.boekingen} naamOf={naamOf} />
            )}
          </>
        )}
      </LoadState>
    </section>
  )
}

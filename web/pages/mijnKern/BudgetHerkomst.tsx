/** Where the figures of a kern's money come from: the decision, the inhabitants, the ledger, and the other kernen. */
import type { Grootboekstand } from '../../../functions/contract/grootboek.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import type { Wijkbudget } from '../../../functions/contract/verdeling.ts'
import { formatAantal, formatEuro } from '../../../functions/domain/geld.ts'
import { type Column, SortTable } from '../../components/SortTable.tsx'
import { useSort } from '../../state/useSort.ts'
import { formatDatum } from '../../texts/format.ts'
import { nlKernBudget as t } from '../../texts/nlKernBudget.ts'
import { methodeNaam } from '../../texts/nlVerdelen.ts'

type Geldend = NonNullable<Wijkbudget['geldend']>
type Props = {
  kern: Kern
  geldend: Geldend
  stand: Grootboekstand | undefined
  standen: readonly Grootboekstand[]
}

function Opbouw({ stand }: { stand: Grootboekstand }) {
  const { openingCenten, toegekendCenten, teruggevorderdCenten } = stand
  return (
    <>
      <p class="budget__kop">{t.opbouw}</p>
      <dl class="feiten feiten--naast">
        {openingCenten > 0 && (
          <>
            <dt>{t.opening}</dt>
            <dd>{formatEuro(openingCenten)}</dd>
          </>
        )}
        <dt>{t.toegekend}</dt>
        <dd>{formatEuro(toegekendCenten)}</dd>
        {teruggevorderdCenten > 0 && (
          <>
            <dt>{t.teruggevorderd}</dt>
            <dd>{formatEuro(-teruggevorderdCenten)}</dd>
          </>
        )}
        <dt>{t.budget}</dt>
        <dd>{formatEuro(openingCenten + toegekendCenten - teruggevorderdCenten)}</dd>
      </dl>
    </>
  )
}

function Besluit({
  kern,
  geldend: { vraag, antwoord, bevolking, versie, hash },
}: Pick<Props, 'kern' | 'geldend'>) {
  const cijfer = bevolking.find((each) => each.kern === kern.code)
  return (
    <dl class="feiten feiten--naast">
      <dt>{t.methode}</dt>
      <dd>{vraag.methode === 'onderbesteding' ? '' : methodeNaam[vraag.methode]}</dd>
      <dt>{t.totaal}</dt>
      <dd>{formatEuro(antwoord.totaalCenten)}</dd>
      {cijfer && (
        <>
          <dt>{t.inwoners}</dt>
          <dd>{t.inwonersVan(formatAantal(cijfer.inwoners), formatDatum(cijfer.peildatum), cijfer.bron)}</dd>
        </>
      )}
      <dt>{t.versie}</dt>
      <dd>{versie}</dd>
      <dt>{t.getal}</dt>
      <dd>
        <code class="hash">{hash.slice(0, 16)}</code> <span class="bijschrift">{t.getalUitleg}</span>
      </dd>
    </dl>
  )
}

type Rij = Geldend['antwoord']['aandelen'][number]

function AlleKernen({ geldend, standen }: Pick<Props, 'geldend' | 'standen'>) {
  const sorting = useSort()
  const { aandelen } = geldend.antwoord
  const inwonersOf = (kern: string) => geldend.bevolking.find((each) => each.kern === kern)?.inwoners ?? 0
  const standOf = (kern: string) => standen.find((each) => each.kern === kern)
  const perInwoner = ({ kern, bedragCenten }: Rij) =>
    inwonersOf(kern) > 0 ? Math.round(bedragCenten / inwonersOf(kern)) : null
  const betaald = ({ kern }: Rij) => standOf(kern)?.betaaldCenten ?? 0
  const sum = (value: (rij: Rij) => number) =>
    formatEuro(aandelen.reduce((total, rij) => total + value(rij), 0))
  const columns: Column<Rij>[] = [
    { id: 'kern', label: t.kern, value: ({ kern, naam }) => naam ?? kern, total: t.samen },
    {
      id: 'bedrag',
      label: t.bedrag,
      numeric: true,
      value: ({ bedragCenten }) => bedragCenten,
      show: ({ bedragCenten }) => formatEuro(bedragCenten),
      total: sum(({ bedragCenten }) => bedragCenten),
    },
    {
      id: 'perInwoner',
      label: t.perInwonerKolom,
      numeric: true,
      value: (rij) => perInwoner(rij) ?? -1,
      show: (rij) => (perInwoner(rij) === null ? '–' : formatEuro(perInwoner(rij) ?? 0)),
      total: '',
    },
    {
      id: 'besteed',
      label: t.besteed,
      numeric: true,
      value: betaald,
      show: (rij) => formatEuro(betaald(rij)),
      total: sum(betaald),
    },
  ]
  return (
    <SortTable
      caption={t.alleKernen}
      columns={columns}
      rows={aandelen}
      keyOf={({ kern }) => kern}
      {...sorting}
    />
  )
}

export const BudgetHerkomst = ({ kern, geldend, stand, standen }: Props) => (
  <details class="vaststellen">
    <summary>{t.herkomst}</summary>
    <Besluit kern={kern} geldend={geldend} />
    {stand?.bijgewerktOp && <Opbouw stand={stand} />}
    <AlleKernen geldend={geldend} standen={standen} />
  </details>
)

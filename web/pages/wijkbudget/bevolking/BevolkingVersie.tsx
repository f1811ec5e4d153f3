/** One version of the inhabitants: where it comes from, whether it adds up, and what changed. */
import type { Bevolking } from '../../../../functions/contract/bevolking.ts'
import type { Kern } from '../../../../functions/contract/kern.ts'
import { formatAantal } from '../../../../functions/domain/geld.ts'
import { Alert } from '../../../components/Alert.tsx'
import { type Column, SortTable } from '../../../components/SortTable.tsx'
import { useSort } from '../../../state/useSort.ts'
import { formatDatum, formatMoment } from '../../../texts/format.ts'
import { nlBevolking as t } from '../../../texts/nlBevolking.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'

type Props = { bevolking: Bevolking; vorige: Bevolking | undefined; kernen: readonly Kern[] }
type Rij = {
  kern: string
  naam: string
  inwoners: number | null
  oud: number | null
  verschil: number | null
}

const signed = (n: number) => (n > 0 ? `+${formatAantal(n)}` : formatAantal(n))

export function Herkomst({ bevolking }: Pick<Props, 'bevolking'>) {
  const { cijfers, reden, vastgelegdDoor, vastgelegdOp, controle } = bevolking
  const [first] = cijfers
  return (
    <dl class="feiten feiten--naast">
      <dt>{t.peildatum}</dt>
      <dd>{first && formatDatum(first.peildatum)}</dd>
      <dt>{t.bron}</dt>
      <dd>{first?.bron}</dd>
      <dt>{t.methode}</dt>
      <dd>{t.methoden[first?.methode as 'CBS'] ?? first?.methode}</dd>
      <dt>{t.reden}</dt>
      <dd>{reden}</dd>
      <dt>{t.vastgelegd}</dt>
      <dd>
        {vastgelegdDoor && vastgelegdOp ? t.doorOp(vastgelegdDoor, formatMoment(vastgelegdOp)) : t.uitBestand}
      </dd>
      <dt>{t.som}</dt>
      <dd>
        {formatAantal(controle.som)}
        {cijfers.some(({ inwoners }) => inwoners === null) && ` (${t.somZonder})`}
      </dd>
      <dt>{t.controletotaal}</dt>
      <dd>
        {controle.controletotaal === null ? t.geenControletotaal : formatAantal(controle.controletotaal)}
        {controle.verschil === 0 && ` ${t.klopt}`}
      </dd>
    </dl>
  )
}

/** What blocks: a control total that differs, or kernen without a figure. */
export const Bezwaren = ({ bevolking: { controle, ontbrekend }, kernen }: Omit<Props, 'vorige'>) => (
  <>
    {controle.verschil !== null && controle.verschil !== 0 && (
      <Alert soort="let_op" titel={t.wijktAf(formatAantal(Math.abs(controle.verschil)))} />
    )}
    {ontbrekend.length > 0 && (
      <Alert soort="let_op" titel={t.ontbrekend}>
        <ul class="lijst">
          {ontbrekend.map(({ kern, code, gegeven }) => (
            <li key={code || kern}>
              {t.ontbreekt(
                kernen.find((each) => each.code === kern)?.naam ?? kern,
                code === kern ? '' : code,
                gegeven,
              )}
            </li>
          ))}
        </ul>
      </Alert>
    )}
  </>
)

export function BevolkingTabel({ bevolking, vorige, kernen }: Props) {
  const sorting = useSort()
  const inwonersOf = (from: Bevolking | undefined, code: string) =>
    from?.cijfers.find(({ kern }) => kern === code)?.inwoners ?? null
  const rows = kernen.map(({ code, naam }): Rij => {
    const [inwoners, oud] = [inwonersOf(bevolking, code), inwonersOf(vorige, code)]
    return {
      kern: code,
      naam,
      inwoners,
      oud,
      verschil: inwoners === null || oud === null ? null : inwoners - oud,
    }
  })
  const column = (
    id: 'inwoners' | 'oud' | 'verschil',
    label: string,
    show: (n: number) => string = formatAantal,
  ): Column<Rij> => ({
    id,
    label,
    numeric: true,
    value: (rij) => rij[id] ?? Number.NEGATIVE_INFINITY,
    show: (rij) => (rij[id] === null ? t.geen : show(rij[id])),
    // A kern without a figure is no 0 in the total either.
    total: rows.some((rij) => rij[id] === null)
      ? t.geen
      : show(rows.reduce((sum, rij) => sum + (rij[id] ?? 0), 0)),
  })
  return (
    <SortTable
      caption={t.tabel(bevolking.versie)}
      columns={[
        { id: 'kern', label: nlWijkbudget.kern, value: ({ naam }) => naam, total: nlWijkbudget.totaalRij },
        column('inwoners', t.inwoners),
        ...(vorige ? [column('oud', t.vorige(vorige.versie)), column('verschil', t.verschil, signed)] : []),
      ]}
      rows={rows}
      keyOf={({ kern }) => kern}
      {...sorting}
    />
  )
}

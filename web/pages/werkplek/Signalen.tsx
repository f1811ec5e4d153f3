/** What is nearly late, late and very late, per kern and team; each number leads to those meldingen. */
import { useState } from 'preact/hooks'
import type { Signaleringen } from '../../../functions/contract/behandeling.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { type Column, SortTable } from '../../components/SortTable.tsx'
import { formatDatum, formatGetal } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { useBreed } from './useBreed.ts'
import type { Werkfilter } from './werkfilter.ts'

const t = nlWerkplek.signalen
type Regel = Signaleringen['regels'][number]
type Props = { signalen: Signaleringen; kernen: readonly Kern[]; linkTo(filter: Werkfilter): string }

const tellingen = [
  ['open', t.open, undefined],
  ['bijna', t.bijna, 'bijna'],
  ['teLaat', t.teLaat, 'te-laat'],
  ['veelTeLaat', t.veelTeLaat, 'veel-te-laat'],
] as const

export function Signalen({ signalen, kernen, linkTo }: Props) {
  const [sort, setSort] = useState({ kolom: 'veelTeLaat', aflopend: true })
  const breed = useBreed()
  const { regels, peildatum } = signalen
  const kernNaam = (code: string) => kernen.find((each) => each.code === code)?.naam ?? code
  if (regels.length === 0)
    return (
      <div class="leeg">
        <p class="leeg__titel">{t.leegTitel}</p>
        <p>{t.leeg}</p>
      </div>
    )
  const team: Column<Regel> = {
    id: 'team',
    label: t.team,
    value: (regel) => regel.team || t.zonderTeam,
    total: '',
  }
  const columns: Column<Regel>[] = [
    {
      id: 'kern',
      label: t.kern,
      value: ({ kern, team }) => `${kernNaam(kern)} ${team}`,
      show: ({ kern, team }) => (
        <>
          {kernNaam(kern)}
          {!breed && <span class="signalen__team">{team || t.zonderTeam}</span>}
        </>
      ),
      total: t.totaal,
    },
    ...(breed ? [team] : []),
    ...tellingen.map(([id, label, termijn]): Column<Regel> => {
      const total = regels.reduce((sum, regel) => sum + regel[id], 0)
      const link = (n: number, who: Werkfilter, said: string) =>
        n === 0 ? (
          '0'
        ) : (
          <a
            class={`signaal signaal--${id}`}
            href={linkTo({ ...who, ...(termijn && { termijn }) })}
            aria-label={`${t.getal(formatGetal(n), label.toLowerCase())}, ${said}`}
          >
            {formatGetal(n)}
          </a>
        )
      return {
        id,
        label,
        numeric: true,
        value: (regel) => regel[id],
        show: (regel) =>
          link(
            regel[id],
            { kern: regel.kern, ...(regel.team && { team: regel.team }) },
            `${kernNaam(regel.kern)}, ${regel.team || t.zonderTeam}`,
          ),
        total: link(total, {}, t.totaal),
      }
    }),
  ]
  return (
    <div class="signalen">
      <p class="utrecht-paragraph">{t.uitleg(formatDatum(peildatum))}</p>
      <SortTable
        caption={t.titel}
        columns={columns}
        rows={regels}
        keyOf={({ kern, team }) => `${kern} ${team}`}
        sort={sort}
        onSort={(kolom, aflopend) => setSort({ kolom, aflopend })}
      />
    </div>
  )
}

/** What a coördinator asks first, as one press each: all that is open, late, nearly late, mine, nobody's. */
import type { Signaleringen } from '../../../functions/contract/behandeling.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { niemand, type Werkfilter } from './werkfilter.ts'

const t = nlWerkplek.filter

type Props = {
  filter: Werkfilter
  ik: string
  /** Not there while it loads, or when it failed: the choices work without numbers. */
  signalen: Signaleringen | undefined
  onKies(change: Partial<Werkfilter>): void
}

/** Of the kern and team that are chosen; nothing when the filter asks for what is not counted apart. */
function countSignalen({ regels }: Signaleringen, filter: Werkfilter) {
  const { kern, team, groep, categorie, medewerker, tekst, van, tot } = filter
  if (groep ?? categorie ?? medewerker ?? tekst ?? van ?? tot) return undefined
  const count = { laat: 0, bijna: 0 }
  for (const regel of regels) {
    if ((kern && regel.kern !== kern) || (team && regel.team !== team)) continue
    count.laat += regel.teLaat + regel.veelTeLaat
    count.bijna += regel.bijna
  }
  return count
}

export function Snelkeuzes({ filter, ik, signalen, onKies }: Props) {
  const count = signalen && countSignalen(signalen, filter)
  const { termijn, medewerker, status } = filter
  const numbered = (naam: string, n: number | undefined) =>
    n === undefined ? naam : `${naam} (${formatGetal(n)})`
  const keuzes: [naam: string, holds: boolean, change: Partial<Werkfilter>][] = [
    [
      t.alles,
      !termijn && !medewerker && !status,
      { termijn: undefined, medewerker: undefined, status: undefined },
    ],
    [numbered(t.laat, count?.laat), termijn === 'laat', { termijn: 'laat', status: undefined }],
    [numbered(t.bijna, count?.bijna), termijn === 'bijna', { termijn: 'bijna', status: undefined }],
    [t.vanMij, medewerker === ik, { medewerker: ik }],
    [t.vanNiemand, medewerker === niemand, { medewerker: niemand }],
  ]
  return (
    <fieldset class="snel">
      <legend class="alleen-voorlezen">{t.snel}</legend>
      {keuzes.map(([naam, holds, change]) => (
        <button
          key={naam}
          type="button"
          class="soorten__soort"
          aria-pressed={holds}
          onClick={() =>
            // Pressed again, it lets go.
            onKies(
              holds
                ? (Object.fromEntries(Object.keys(change).map((key) => [key, undefined])) as never)
                : change,
            )
          }
        >
          {naam}
        </button>
      ))}
    </fieldset>
  )
}

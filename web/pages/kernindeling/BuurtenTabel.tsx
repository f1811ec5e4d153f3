/** Every buurt with the kern it belongs to: the whole division without a map. */
import type { Buurt, Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { findPlek, placeBuurt } from './bewerk.ts'

const t = nlKernindeling.buurten
/** Kerncodes hold no colon. */
const buiten = ':buiten'

type Props = {
  ontwerp: Ontwerp
  buurten: readonly Buurt[]
  actief: string | undefined
  onActief(buurtcode: string | undefined): void
  onChange(ontwerp: Ontwerp): void
}

function Keuze({ buurt, ontwerp, onChange }: Pick<Props, 'ontwerp' | 'onChange'> & { buurt: Buurt }) {
  const plek = findPlek(ontwerp, buurt.code)
  const name = (code: string) => ontwerp.kernen.find((kern) => kern.code === code)?.naam ?? code
  const value =
    plek.soort === 'kern'
      ? plek.kern
      : plek.soort === 'buiten'
        ? buiten
        : plek.soort === 'snede'
          ? ':snede'
          : ''
  return (
    <select
      class="utrecht-select utrecht-select--html-select indeling__keuze"
      aria-label={t.kies(buurt.naam)}
      value={value}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChange(placeBuurt(ontwerp, buurt.code, chosen === buiten ? null : chosen || undefined))
      }}
    >
      <option value="">{t.vrij}</option>
      {plek.soort === 'snede' && (
        <option value=":snede">{t.gesneden(name(plek.snede.links), name(plek.snede.rechts))}</option>
      )}
      {ontwerp.kernen.map(({ code, naam }) => (
        <option key={code} value={code}>
          {naam}
        </option>
      ))}
      <option value={buiten}>{t.buiten}</option>
    </select>
  )
}

export const BuurtenTabel = ({ ontwerp, buurten, actief, onActief, onChange }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
  <section class="tabelvak indeling__buurten" aria-label={t.titel} tabIndex={0}>
    <table class="utrecht-table tabel indeling__tabel">
      <caption class="tabel__naam">{t.titel}</caption>
      <thead>
        <tr>
          <th scope="col">{t.buurt}</th>
          <th scope="col" class="getal">
            {t.inwoners}
          </th>
          <th scope="col">{t.kern}</th>
        </tr>
      </thead>
      <tbody>
        {buurten.map((buurt) => (
          <tr
            key={buurt.code}
            class={buurt.code === actief ? 'tabel__rij--actief' : ''}
            onPointerEnter={() => onActief(buurt.code)}
            onPointerLeave={() => onActief(undefined)}
            onFocusCapture={() => onActief(buurt.code)}
            onBlurCapture={() => onActief(undefined)}
          >
            <th scope="row">
              {buurt.naam}
              <span class="indeling__wijk">{buurt.wijk}</span>
            </th>
            <td class="getal" title={buurt.inwonersMethode}>
              {buurt.geschat && !buurt.onbekend && (
                <span class="bijschrift">{nlKernindeling.kernen.geschat} </span>
              )}
              {buurt.onbekend ? nlKernindeling.kernen.geenCijfer : formatGetal(buurt.inwoners)}
            </td>
            <td>
              <Keuze buurt={buurt} ontwerp={ontwerp} onChange={onChange} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** The kernen of a draft: choose one to click buurten into, rename, remove, add; inwoners and balance as they are drawn. */
import { useState } from 'preact/hooks'
import type { Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { Field } from '../../components/Field.tsx'
import { kernkleur } from '../../map/kernkleuren.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { addKern, changeKern, removeKern } from './bewerk.ts'
import type { countIndeling, KernRij } from './inwoners.ts'
import { Opgave } from './Opgave.tsx'

const t = nlKernindeling.kernen

type Props = {
  ontwerp: Ontwerp
  maxKernen: number
  telling: ReturnType<typeof countIndeling>
  gekozen: string | undefined
  onKies(kern: string | undefined): void
  onChange(ontwerp: Ontwerp): void
}

const Inwoners = ({ rij: { inwoners, geschat, zonderCijfer } }: { rij: KernRij }) => {
  if (zonderCijfer === 'geen') return <>{t.geenCijfer}</>
  const word = zonderCijfer === 'deels' ? t.minstens : geschat ? t.geschat : undefined
  return (
    <>
      {word && <span class="bijschrift">{word} </span>}
      {formatGetal(inwoners)}
    </>
  )
}

function Rij({ rij, at, props }: { rij: KernRij; at: number; props: Props }) {
  const { ontwerp, gekozen, onKies, onChange } = props
  const { code, naam } = rij
  return (
    <tr class={code === gekozen ? 'tabel__rij--gekozen' : ''}>
      <td>
        <label class="indeling__kies">
          <input
            type="radio"
            name="kern"
            checked={code === gekozen}
            onChange={() => onKies(code)}
            aria-label={t.kiesKern(naam)}
          />
          <span class="indeling__kleur" style={{ background: kernkleur(at) }} />
        </label>
      </td>
      <th scope="row">
        <input
          class="utrecht-textbox utrecht-textbox--html-input indeling__naam"
          aria-label={t.hernoem(naam)}
          value={naam}
          maxLength={60}
          onChange={(event) => {
            const typed = event.currentTarget.value.trim()
            if (typed) onChange(changeKern(ontwerp, code, { naam: typed }))
            else event.currentTarget.value = naam
          }}
        />
      </th>
      <td class="getal indeling__kan-weg">{formatGetal(rij.buurten)}</td>
      <td class="getal">
        <Inwoners rij={rij} />
        <span class="blad__spoor" aria-hidden="true">
          <span class="blad__balk" style={{ width: `${100 * (rij.deel ?? 0)}%` }} />
        </span>
      </td>
      <td class="getal indeling__kan-weg">
        {rij.deel === undefined ? '–' : `${Math.round(100 * rij.deel)}%`}
      </td>
      <td>
        <button
          type="button"
          class="indeling__knop"
          aria-label={t.verwijderKern(naam)}
          onClick={() => {
            onChange(removeKern(ontwerp, code))
            if (gekozen === code) onKies(undefined)
          }}
        >
          {t.verwijder}
        </button>
      </td>
    </tr>
  )
}

function NieuweKern({ ontwerp, maxKernen, onChange, onKies }: Props) {
  const [naam, setNaam] = useState('')
  const [fout, setFout] = useState<string>()
  if (ontwerp.kernen.length >= maxKernen) return <p class="bijschrift">{t.vol(maxKernen)}</p>
  const add = (event: Event) => {
    event.preventDefault()
    const typed = naam.trim()
    const known = ontwerp.kernen.some((kern) => kern.naam.toLowerCase() === typed.toLowerCase())
    if (!typed || known) return setFout(typed ? t.bestaat(typed) : t.leegNaam)
    const { ontwerp: next, kern } = addKern(ontwerp, typed)
    setFout(undefined)
    setNaam('')
    onChange(next)
    onKies(kern.code)
  }
  return (
    <form class="indeling__nieuw" onSubmit={add} noValidate>
      <Field id="nieuwe-kern" label={t.nieuw} fout={fout}>
        {(control) => (
          <input
            {...control}
            value={naam}
            maxLength={60}
            autoComplete="off"
            onInput={(event) => setNaam(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" class="utrecht-button utrecht-button--secondary-action">
        {t.voegToe}
      </button>
    </form>
  )
}

export function KernenTabel(props: Props) {
  const { ontwerp, maxKernen, telling, onChange } = props
  const { rijen, som, buiten, vrij, vrijeBuurten } = telling
  const titel = t.titel(rijen.length, maxKernen)
  const without = rijen.filter(({ zonderCijfer }) => zonderCijfer).map(({ naam }) => naam)
  const rest = (naam: string, aantal: number | undefined, buurten: number) => (
    <tr>
      <td />
      <th scope="row">{naam}</th>
      <td class="getal indeling__kan-weg">{formatGetal(buurten)}</td>
      <td class="getal">{aantal === undefined ? t.geenCijfer : formatGetal(aantal)}</td>
      <td class="indeling__kan-weg" />
      <td />
    </tr>
  )
  return (
    <>
      <p class="bijschrift">{t.uitleg}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="tabelvak" aria-label={titel} tabIndex={0}>
        <table class="utrecht-table tabel indeling__tabel">
          <caption class="tabel__naam">{titel}</caption>
          <thead>
            <tr>
              <th scope="col">{t.kies}</th>
              <th scope="col">{t.kern}</th>
              <th scope="col" class="getal indeling__kan-weg">
                {t.buurten}
              </th>
              <th scope="col" class="getal">
                {t.inwoners}
              </th>
              <th scope="col" class="getal indeling__kan-weg">
                {t.aandeel}
              </th>
              <th scope="col">
                <span class="alleen-voorlezen">{t.verwijder}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rijen.map((rij, at) => (
              <Rij key={rij.code} rij={rij} at={at} props={props} />
            ))}
            {ontwerp.weggelaten.length > 0 && rest(t.buiten, buiten, ontwerp.weggelaten.length)}
            {vrijeBuurten > 0 && rest(t.vrij, vrij, vrijeBuurten)}
          </tbody>
          <tfoot>
            {rest(
              t.samen,
              without.length > 0 ? undefined : som,
              rijen.reduce((sum, { buurten }) => sum + buurten, 0),
            )}
          </tfoot>
        </table>
      </section>
      {without.length > 0 && <p class="versie__reden">{t.zonderCijfer(without)}</p>}
      {rijen.length > 0 && without.length === 0 && (
        <p class="bijschrift">{t.gemiddeld(formatGetal(Math.round(som / rijen.length)))}</p>
      )}
      {rijen.some(({ geschat }) => geschat) && <p class="bijschrift">{t.schatting}</p>}
      <NieuweKern {...props} />
      <Opgave ontwerp={ontwerp} gekozen={props.gekozen} onChange={onChange} />
    </>
  )
}

/** Which days count: a word for the usual periods, two dates for the others. */
import { useState } from 'preact/hooks'
import { dayOf, naamOf, type Periode, periodeNamen, periodeOf } from '../state/periode.ts'
import { nlKaart } from '../texts/nlKaart.ts'
import { Field } from './Field.tsx'

type Props = { periode: Periode; onKies(periode: Periode): void }

export function PeriodeKeuze({ periode, onKies }: Props) {
  const t = nlKaart.periode
  const today = dayOf(new Date())
  const named = naamOf(periode, today)
  const [own, setOwn] = useState(named === undefined)
  const choose = (word: string) => {
    const naam = periodeNamen.find((each) => each === word)
    setOwn(!naam)
    if (naam) onKies(periodeOf(naam, today))
  }
  const shown = own || named === undefined ? 'zelf' : named
  return (
    <div class="periode">
      <Field id="periode" label={t.label} soort="select">
        {(control) => (
          <select {...control} value={shown} onChange={(event) => choose(event.currentTarget.value)}>
            {periodeNamen.map((naam) => (
              <option key={naam} value={naam}>
                {t[naam]}
              </option>
            ))}
            <option value="zelf">{t.zelf}</option>
          </select>
        )}
      </Field>
      {shown === 'zelf' &&
        (['van', 'tot'] as const).map((end) => (
          <Field key={end} id={`periode-${end}`} label={t[end]}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={periode[end] ?? ''}
                onChange={(event) => onKies({ ...periode, [end]: event.currentTarget.value || undefined })}
              />
            )}
          </Field>
        ))}
    </div>
  )
}

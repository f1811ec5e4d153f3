/** The gemeente's own figure for the chosen kern, in place of the sum of its buurten. */
import { useEffect, useState } from 'preact/hooks'
import type { Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { Field } from '../../components/Field.tsx'
import { dayOf } from '../../state/periode.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { changeKern } from './bewerk.ts'

const t = nlKernindeling.kernen

type Props = { ontwerp: Ontwerp; gekozen: string | undefined; onChange(ontwerp: Ontwerp): void }

export function Opgave({ ontwerp, gekozen, onChange }: Props) {
  const kern = ontwerp.kernen.find(({ code }) => code === gekozen)
  const [typed, setTyped] = useState({ inwoners: '', bron: '', peildatum: '' })
  const [fout, setFout] = useState<string>()
  useEffect(() => {
    const { inwoners, bron = '', peildatum = `${dayOf(new Date()).slice(0, 4)}-01-01` } = kern?.opgave ?? {}
    setTyped({ inwoners: inwoners === undefined ? '' : String(inwoners), bron, peildatum })
    setFout(undefined)
  }, [gekozen, kern?.opgave])
  if (!kern) return null
  const save = (event: Event) => {
    event.preventDefault()
    const inwoners = Number(typed.inwoners.replaceAll('.', ''))
    const bron = typed.bron.trim()
    if (!typed.inwoners.trim() || !Number.isInteger(inwoners) || inwoners < 0 || !bron || !typed.peildatum)
      return setFout(t.opgaveFout)
    setFout(undefined)
    onChange(changeKern(ontwerp, kern.code, { opgave: { inwoners, bron, peildatum: typed.peildatum } }))
  }
  const field = (name: 'inwoners' | 'bron' | 'peildatum', label: string) => (
    <Field id={`opgave-${name}`} label={label} fout={name === 'inwoners' ? fout : undefined}>
      {(control) => (
        <input
          {...control}
          type={(name === 'peildatum' ? 'date' : 'text') as 'text'}
          inputMode={name === 'inwoners' ? 'numeric' : undefined}
          value={typed[name]}
          onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <details class="vaststellen">
      <summary>{t.opgaveKern(kern.naam)}</summary>
      <form onSubmit={save} noValidate>
        <p class="bijschrift">{t.opgaveHulp}</p>
        {field('inwoners', t.opgaveAantal)}
        {field('bron', t.opgaveBron)}
        {field('peildatum', t.opgaveDatum)}
        <div class="knoppen">
          <button type="submit" class="utrecht-button utrecht-button--secondary-action">
            {t.opgaveNeem}
          </button>
          {kern.opgave && (
            <button
              type="button"
              class="indeling__knop"
              onClick={() => {
                const { opgave: _opgave, ...rest } = kern
                onChange({
                  ...ontwerp,
                  kernen: ontwerp.kernen.map((each) => (each.code === rest.code ? rest : each)),
                })
              }}
            >
              {t.opgaveWeg}
            </button>
          )}
        </div>
      </form>
    </details>
  )
}

/** One field for words in the text, and for the number that somebody reads aloud: that one opens at once. */
import { useEffect, useState } from 'preact/hooks'
import { Field } from '../../components/Field.tsx'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { readNummer } from './readNummer.ts'

const t = nlWerkplek.filter

type Props = {
  tekst: string | undefined
  onZoek(tekst: string | undefined): void
  onOpen(nummer: string): void
}

export function Zoek({ tekst, onZoek, onOpen }: Props) {
  const [typed, setTyped] = useState(tekst ?? '')
  const [fout, setFout] = useState<string>()
  useEffect(() => setTyped(tekst ?? ''), [tekst])
  const zoek = (event: Event) => {
    event.preventDefault()
    const words = typed.trim()
    const nummer = readNummer(words)
    setFout(words.length === 1 ? t.tekstKort : undefined)
    if (nummer) onOpen(nummer)
    else if (words.length !== 1) onZoek(words || undefined)
  }
  return (
    <search>
      <form class="zoekregel" onSubmit={zoek} noValidate>
        <Field id="filter-tekst" label={t.tekst} fout={fout}>
          {(control) => (
            <input
              {...control}
              type="search"
              maxLength={100}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {t.zoek}
        </button>
      </form>
    </search>
  )
}

/** A short list of pairs, such as limit and amount; a line is added or taken away with a button. */
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { nlVerdelen as t } from '../../texts/nlVerdelen.ts'
import { readParen, writeParen } from './invoer.ts'

type Props = {
  id: string
  titel: string
  hulp?: string
  fout?: string
  koppen: readonly [links: string, rechts: string]
  value: string
  onTyp(value: string): void
}

export function Paren({ id, titel, hulp, fout, koppen, value, onTyp }: Props) {
  const pairs = readParen(value)
  const shown: readonly [string, string][] = pairs.length > 0 ? pairs : [['', '']]
  const change = (at: number, pair: [string, string]) =>
    onTyp(writeParen(shown.map((each, n) => (n === at ? pair : each))))
  return (
    <fieldset class="paren">
      <legend class="utrecht-form-label">{titel}</legend>
      {hulp && <p class="bijschrift">{hulp}</p>}
      {fout && (
        <p class="paren__fout utrecht-form-field-error-message" id={`${id}-melding`}>
          {fout}
        </p>
      )}
      {shown.map(([left, right], n) => (
        <div class="paren__rij" key={n}>
          <Tekstveld
            id={n === 0 ? id : `${id}-${n}`}
            label={`${koppen[0]} (${n + 1})`}
            value={left}
            onTyp={(text) => change(n, [text, right])}
          />
          <Tekstveld
            id={`${id}-bedrag-${n}`}
            label={`${koppen[1]} (${n + 1})`}
            soort="bedrag"
            value={right}
            onTyp={(text) => change(n, [left, text])}
          />
          {shown.length > 1 && (
            <button
              type="button"
              class="knopje"
              aria-label={t.eraf(n + 1)}
              onClick={() => onTyp(writeParen(shown.filter((_, at) => at !== n)))}
            >
              ×
            </button>
          )}
        </div>
      ))}
      <button type="button" class="tabel__kies" onClick={() => onTyp(writeParen([...shown, ['', '']]))}>
        {t.erbij}
      </button>
    </fieldset>
  )
}

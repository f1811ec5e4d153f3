/** One answer for each kern: a choice or a number. */
import type { ComponentChildren } from 'preact'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { readParen, writeParen } from './invoer.ts'
import type { BladKern } from './toVraag.ts'

type Props = {
  id: string
  titel: string
  fout?: string
  kernen: readonly Pick<BladKern, 'code' | 'naam'>[]
  /** Without choices a number is typed. */
  choices?: readonly (readonly [string, string])[]
  value: string
  onTyp(value: string): void
  children?: ComponentChildren
}

export function PerKern({ id, titel, fout, kernen, choices, value, onTyp, children }: Props) {
  const given = Object.fromEntries(readParen(value))
  const change = (kern: string, text: string) =>
    onTyp(writeParen(kernen.map(({ code }) => [code, code === kern ? text : (given[code] ?? '')])))
  return (
    <fieldset class="paren">
      <legend class="utrecht-form-label">{titel}</legend>
      {children}
      {fout && <p class="paren__fout utrecht-form-field-error-message">{fout}</p>}
      <div class="perkern">
        {kernen.map(({ code, naam }, n) => {
          const field = {
            id: n === 0 ? id : `${id}-${code}`,
            label: naam,
            value: given[code] ?? '',
          }
          return choices ? (
            <Keuzelijst key={code} {...field} choices={choices} onKies={(text) => change(code, text)} />
          ) : (
            <Tekstveld key={code} {...field} soort="bedrag" onTyp={(text) => change(code, text)} />
          )
        })}
      </div>
    </fieldset>
  )
}

/** A page of running text. */
import { useTitle } from '../state/useTitle.ts'

type Props = { titel: string; alineas: readonly { kop: string; tekst: readonly string[] }[] }

export function Tekstpagina({ titel, alineas }: Props) {
  useTitle(titel)
  return (
    <div class="pagina pagina--tekst" lang="nl">
      <h1 class="utrecht-heading-1">{titel}</h1>
      {alineas.map(({ kop, tekst }) => (
        <section key={kop}>
          <h2 class="utrecht-heading-2">{kop}</h2>
          {tekst.map((zin) => (
            <p key={zin} class="utrecht-paragraph">
              {zin}
            </p>
          ))}
        </section>
      ))}
    </div>
  )
}

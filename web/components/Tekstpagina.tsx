/** A page of running text. */
import { instellingen } from '../state/gemeente.ts'
import { useTitle } from '../state/useTitle.ts'
import type { Alinea } from '../texts/nlPaginas.ts'

function Contact() {
  const contact = instellingen.value?.contact
  if (!contact) return null
  return (
    <p class="utrecht-paragraph">
      {contact.naam},{' '}
      <a class="utrecht-link" href={`mailto:${contact.email}`}>
        {contact.email}
      </a>
    </p>
  )
}

type Props = { titel: string; alineas: readonly Alinea[] }

export function Tekstpagina({ titel, alineas }: Props) {
  useTitle(titel)
  return (
    <div class="pagina pagina--tekst" lang="nl">
      <h1 class="utrecht-heading-1">{titel}</h1>
      {alineas.map(({ kop, tekst, contact }) => (
        <section key={kop}>
          <h2 class="utrecht-heading-2">{kop}</h2>
          {tekst.map((zin) => (
            <p key={zin} class="utrecht-paragraph">
              {zin}
            </p>
          ))}
          {contact && <Contact />}
        </section>
      ))}
    </div>
  )
}

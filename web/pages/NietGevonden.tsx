/** No screen at this address: where people usually wanted to go. */
import { useTitle } from '../state/useTitle.ts'
import { nlKaart } from '../texts/nlKaart.ts'
import { teksten } from '../texts/taal.ts'

export function NietGevonden() {
  const t = nlKaart.nietGevonden
  useTitle(t.titel)
  return (
    <div class="pagina pagina--tekst" lang="nl">
      <h1 class="utrecht-heading-1">{t.titel}</h1>
      <p class="utrecht-paragraph">{t.uitleg}</p>
      <ul class="lijst">
        <li>
          <a class="utrecht-link" href="/">
            {teksten.value.shell.kaart}
          </a>
        </li>
        <li>
          <a class="utrecht-link" href="/melden">
            {teksten.value.melden.titel}
          </a>
        </li>
        <li>
          <a class="utrecht-link" href="/mijn-kern">
            {teksten.value.shell.mijnKern}
          </a>
        </li>
      </ul>
    </div>
  )
}

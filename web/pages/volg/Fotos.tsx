/** The cleaned photos of a melding; of one that is not there, why. Their addresses hold for some minutes. */
import { useState } from 'preact/hooks'
import type { Foto } from '../../../functions/contract/foto.ts'
import { nlVolg } from '../../texts/nlVolg.ts'

const t = nlVolg.fotos

function Beeld({ foto, n }: { foto: Foto; n: number }) {
  const [expired, setExpired] = useState(false)
  if (foto.staat === 'geweigerd') return <p>{t.geweigerd(n, foto.uitleg ?? '')}</p>
  if (!foto.url) return <p>{t.wacht(n)}</p>
  if (expired) return <p>{t.verlopen}</p>
  return (
    <a href={foto.url} target="_blank" rel="noreferrer" aria-label={t.groter(n)}>
      <img
        class="volg__foto"
        src={foto.url}
        alt={t.alt(n)}
        width={foto.breedte}
        height={foto.hoogte}
        loading="lazy"
        onError={() => setExpired(true)}
      />
    </a>
  )
}

export function Fotos({ fotos }: { fotos: readonly Foto[] }) {
  if (fotos.length === 0) return null
  return (
    <section aria-labelledby="fotos-titel">
      <h2 class="utrecht-heading-2" id="fotos-titel">
        {t.titel}
      </h2>
      <ul class="volg__fotos">
        {fotos.map((foto, n) => (
          <li key={foto.foto}>
            <Beeld foto={foto} n={n + 1} />
          </li>
        ))}
      </ul>
    </section>
  )
}

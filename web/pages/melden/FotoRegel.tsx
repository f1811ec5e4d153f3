/** One chosen photo: what it looks like, how far it is, and what went wrong. */
import { useEffect, useState } from 'preact/hooks'
import { formatGetal } from '../../texts/format.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { type ConceptFoto, removeFoto, retryFoto } from '../../verzenden/conceptFotos.ts'

/** An address for a picture that is on the device, as long as it shows. */
function usePreview(blob: Blob): string {
  const [url, setUrl] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}

/** A sentence of the service is Dutch in every language of the screen. */
const fromService = ({ staat, fout }: ConceptFoto): boolean =>
  staat === 'fout' && Boolean(fout) && fout !== 'leeg' && fout !== 'groot'

function says({ staat, deel, fout }: ConceptFoto): string {
  const t = meldenTeksten.value.fotos
  switch (staat) {
    case 'fout':
      return fout === 'leeg' || fout === 'groot' ? t.fout[fout] : fout || t.fout.anders
    case 'bezig':
      return t.staat.bezig(formatGetal(deel * 100))
    default:
      return t.staat[staat]
  }
}

type Props = { foto: ConceptFoto; n: number; onWeg(): void }

export function FotoRegel({ foto, n, onWeg }: Props) {
  const t = meldenTeksten.value.fotos
  const preview = usePreview(foto.blob)
  const [unseen, setUnseen] = useState(false)
  const failed = foto.staat === 'fout'
  // What is wrong with the file itself stays wrong.
  const again = failed && foto.fout !== 'leeg' && foto.fout !== 'groot' && foto.deel < 1
  return (
    <li class={`fotoregel ${failed ? 'fotoregel--fout' : ''}`}>
      {preview && !unseen && (
        <img
          class="fotoregel__beeld"
          src={preview}
          alt={t.alt(n, foto.naam)}
          width="96"
          height="96"
          onError={() => setUnseen(true)}
        />
      )}
      <div class="fotoregel__tekst">
        <p class="fotoregel__naam">{t.foto(n)}</p>
        {foto.staat === 'bezig' && (
          <progress class="fotoregel__deel" value={foto.deel} max={1} aria-label={t.foto(n)} />
        )}
        {/* Per cent by per cent is too much to hear; the start, the end and a mistake are not. */}
        <p class="fotoregel__staat" role={foto.staat === 'bezig' ? undefined : 'status'}>
          <span lang={fromService(foto) ? 'nl' : undefined}>{says(foto)}</span>
        </p>
        {failed && <p class="fotoregel__uitleg">{t.foutUitleg}</p>}
        <div class="fotoregel__knoppen">
          {again && (
            <button
              type="button"
              class="utrecht-button utrecht-button--subtle"
              onClick={() => retryFoto(foto.id)}
            >
              {t.opnieuw(n)}
            </button>
          )}
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            onClick={() => {
              removeFoto(foto.id)
              onWeg()
            }}
          >
            {t.verwijder(n)}
          </button>
        </div>
      </div>
    </li>
  )
}

/** Photos with a melding, from the camera or a file, each with how far it is. None of them ever holds up sending. */
import { useRef, useState } from 'preact/hooks'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import { addFotos, conceptFotos } from '../../verzenden/conceptFotos.ts'
import { meesteFotos } from '../../verzenden/grenzen.ts'
import { FotoRegel } from './FotoRegel.tsx'

/** What every browser can show. Phones that take other kinds turn them into these by themselves. */
const soorten = 'image/jpeg,image/png,image/webp,image/avif'

type KiesProps = { id: string; label: string; camera?: boolean; onKies(): void }

function Kies({ id, label, camera, onKies }: KiesProps) {
  return (
    <span class={camera ? 'fotokeuze__camera' : undefined}>
      <input
        class="alleen-voorlezen fotokeuze__bestand"
        id={id}
        type="file"
        accept={soorten}
        multiple={!camera}
        capture={camera ? 'environment' : undefined}
        aria-describedby="fotos-hulp"
        onChange={(event) => {
          addFotos(event.currentTarget.files ?? [])
          event.currentTarget.value = ''
          onKies()
        }}
      />
      <label class="utrecht-button utrecht-button--secondary-action" for={id}>
        {label}
      </label>
    </span>
  )
}

export function FotoKeuze() {
  const t = meldenTeksten.value.fotos
  const [note, setNote] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const fotos = conceptFotos.value
  const full = fotos.length >= meesteFotos
  return (
    <section class="fotokeuze" aria-labelledby="fotos-titel">
      <h3 class="veld__label" id="fotos-titel" ref={heading} tabIndex={-1}>
        {t.titel} <span class="veld__keuze">({teksten.value.algemeen.nietVerplicht})</span>
      </h3>
      <p class="utrecht-form-field-description fotokeuze__hulp" id="fotos-hulp">
        {t.hulp}
      </p>
      {fotos.length > 0 && (
        <ol class="fotokeuze__lijst" aria-label={t.lijst}>
          {fotos.map((foto, n) => (
            <FotoRegel
              key={foto.id}
              foto={foto}
              n={n + 1}
              onWeg={() => {
                setNote(t.weg)
                heading.current?.focus()
              }}
            />
          ))}
        </ol>
      )}
      {full ? (
        <p>{t.vol}</p>
      ) : (
        <div class="fotokeuze__knoppen">
          <Kies id="foto-camera" label={t.maak} camera onKies={() => setNote('')} />
          <Kies id="foto-bestand" label={fotos.length > 0 ? t.nogEen : t.kies} onKies={() => setNote('')} />
        </div>
      )}
      <p role="status" class="fotokeuze__bericht">
        {note}
      </p>
    </section>
  )
}

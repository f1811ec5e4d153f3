/** What waits on this device for a connection and what was sent from it, on every screen, until somebody saw it. */
import { useState } from 'preact/hooks'
import { online } from '../state/online.ts'
import { meldenTeksten } from '../texts/melden.ts'
import { sendWachtend } from '../verzenden/verstuurWachtend.ts'
import {
  putWachtend,
  removeWachtend,
  type Verstuurd,
  type Wachtend,
  wachtrij,
} from '../verzenden/wachtrij.ts'
import { WachtendeMelding } from './WachtendeMelding.tsx'

function Bericht({ melding }: { melding: Verstuurd }) {
  const t = meldenTeksten.value
  const { ontvangst, sleutel, fotosGemist } = melding
  return (
    <div class="wachtrij__bericht">
      <p>
        {t.wachtrij.verstuurd(ontvangst.nummer)} {fotosGemist > 0 && t.klaargezet.fotosGemist(fotosGemist)}{' '}
        <a class="utrecht-link" href={ontvangst.volglink}>
          {t.wachtrij.volg}
        </a>
      </p>
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        onClick={() => void removeWachtend(sleutel)}
      >
        {t.wachtrij.sluit}
      </button>
    </div>
  )
}

export function WachtrijVak() {
  const t = meldenTeksten.value.wachtrij
  const [removed, setRemoved] = useState<Wachtend>()
  const [busy, setBusy] = useState(false)
  const sent = wachtrij.value.filter((each) => each.staat === 'verstuurd')
  const waiting = wachtrij.value.filter((each) => each.staat !== 'verstuurd')
  const ready = waiting.filter(({ staat }) => staat === 'klaar').length
  if (wachtrij.value.length === 0 && !removed) return null
  const sendNow = async () => {
    setBusy(true)
    await sendWachtend()
    setBusy(false)
  }
  const undo = () => {
    if (removed) void putWachtend(removed)
    setRemoved(undefined)
  }
  return (
    <section class="wachtrij" aria-label={t.naam}>
      <div role="status">
        {sent.map((melding) => (
          <Bericht key={melding.sleutel} melding={melding} />
        ))}
        {ready > 0 && <p>{busy ? t.bezig : (online.value ? t.probeert : t.wacht)(ready)}</p>}
        {waiting.length > ready && <p>{t.geweigerd}</p>}
        {removed && (
          <p>
            {t.verwijderd} {removed.staat !== 'verstuurd' && removed.geprobeerd && t.misschien}{' '}
            <button type="button" class="utrecht-button utrecht-button--subtle" onClick={undo}>
              {t.terug}
            </button>
          </p>
        )}
      </div>
      {waiting.length > 0 && (
        <details class="wachtrij__lijst">
          <summary>{t.bekijk}</summary>
          <ol>
            {waiting.map((melding) => (
              <WachtendeMelding
                key={melding.sleutel}
                melding={melding}
                onVerwijder={() => {
                  setRemoved(melding)
                  void removeWachtend(melding.sleutel)
                }}
              />
            ))}
          </ol>
          {ready > 0 && (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              aria-disabled={busy}
              onClick={sendNow}
            >
              {t.nu}
            </button>
          )}
        </details>
      )}
    </section>
  )
}

/** There is no connection: the melding is on this device and goes by itself. Its number comes here when it went. */
import { useEffect, useRef } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { online } from '../../state/online.ts'
import { formatMoment } from '../../texts/format.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import type { Wachtend } from '../../verzenden/wachtrij.ts'

type Props = { melding: Wachtend; onNogEen(): void }

export function Klaargezet({ melding, onNogEen }: Props) {
  const t = meldenTeksten.value
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const fotos = melding.staat === 'verstuurd' ? 0 : melding.fotos.length
  return (
    <div class="pagina pagina--tekst ontvangst">
      <h1 class="utrecht-heading-1" ref={heading} tabIndex={-1}>
        {teksten.value.melden.klaargezetTitel}
      </h1>
      {melding.staat === 'geweigerd' ? (
        <Alert soort="fout" titel={t.wachtrij.geweigerd}>
          <p>{melding.fout}</p>
        </Alert>
      ) : (
        <p class="utrecht-paragraph utrecht-paragraph--lead">
          {online.value ? t.klaargezet.storing : t.klaargezet.uitleg}
        </p>
      )}
      <p class="utrecht-paragraph">
        <strong lang="nl">{melding.onderwerp}</strong>.{' '}
        {fotos > 0 && t.klaargezet.fotos(t.fotos.aantal(fotos))}{' '}
        {t.wachtrij.sinds(formatMoment(new Date(melding.op).toISOString()))}.
      </p>
      <p class="utrecht-paragraph">{t.klaargezet.hoe}</p>
      <p>
        <a class="utrecht-link" href="/melden" onClick={onNogEen}>
          {t.klaargezet.nogEen}
        </a>
      </p>
    </div>
  )
}

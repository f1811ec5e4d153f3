/** What somebody gets who follows a melding instead of making his own; he may still change his mind. */
import { useEffect, useRef } from 'preact/hooks'
import { formatDag } from '../../texts/format.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import { Kopieer } from './Kopieer.tsx'
import type { Gevolgd } from './VolgDezelfde.tsx'

type Props = { gevolgd: Gevolgd; onTochZelf?: () => void; onNogEen(): void }

export function VolgKlaar({ gevolgd, onTochZelf, onNogEen }: Props) {
  const t = meldenTeksten.value.nabij
  const { taal, melden } = teksten.value
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="pagina pagina--tekst ontvangst">
      <h1 class="utrecht-heading-1" ref={heading} tabIndex={-1}>
        {melden.gevolgdTitel}
      </h1>
      <dl class="ontvangst__feiten">
        <dt>{melden.nummer}</dt>
        <dd class="ontvangst__nummer">{gevolgd.nummer}</dd>
      </dl>
      <p class="utrecht-paragraph">{t.klaarUitleg}</p>
      <p class="utrecht-paragraph">{t.streefDatum(formatDag(gevolgd.streefDatum, taal))}</p>
      <p class="utrecht-paragraph">{t.bewaar}</p>
      <p>
        <a class="utrecht-link ontvangst__link" id="volglink" href={gevolgd.volglink}>
          {t.open}
        </a>
      </p>
      <Kopieer link={gevolgd.volglink}>
        <a class="utrecht-link" href="/melden" onClick={onNogEen}>
          {melden.nogEen}
        </a>
        {onTochZelf && (
          <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onTochZelf}>
            {t.tochZelf}
          </button>
        )}
      </Kopieer>
    </div>
  )
}

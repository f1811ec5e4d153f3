/** The receipt: number, kern, what happens next, and the link that only the reporter has. */
import { useEffect, useRef } from 'preact/hooks'
import type { MeldingOntvangst } from '../../../functions/contract/melding.ts'
import { formatDag } from '../../texts/format.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import { AgendaLink } from './AgendaLink.tsx'
import { Kopieer } from './Kopieer.tsx'

type Props = { ontvangst: MeldingOntvangst; fotosGemist: number; onNogEen(): void }

export function Ontvangst({ ontvangst, fotosGemist, onNogEen }: Props) {
  const { taal, melden: t } = teksten.value
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div class="pagina pagina--tekst ontvangst">
      <h1 class="utrecht-heading-1" ref={heading} tabIndex={-1}>
        {t.klaarTitel}
      </h1>
      <dl class="ontvangst__feiten">
        <dt>{t.nummer}</dt>
        <dd class="ontvangst__nummer">{ontvangst.nummer}</dd>
        <dt>{t.kern}</dt>
        <dd>{ontvangst.kernNaam}</dd>
      </dl>
      {fotosGemist > 0 && (
        <p class="utrecht-paragraph">{meldenTeksten.value.klaargezet.fotosGemist(fotosGemist)}</p>
      )}
      <h2 class="utrecht-heading-2">{t.vervolgTitel}</h2>
      <p class="utrecht-paragraph">{t.vervolg(ontvangst.kernNaam)}</p>
      <p class="utrecht-paragraph">
        {t.streefDatum(formatDag(ontvangst.streefDatum, taal))} <AgendaLink ontvangst={ontvangst} />
      </p>
      <p class="utrecht-paragraph">{t.volglinkBewaar}</p>
      <p>
        <a class="utrecht-link ontvangst__link" id="volglink" href={ontvangst.volglink}>
          {t.volg}
        </a>
      </p>
      <Kopieer link={ontvangst.volglink}>
        <a class="utrecht-link" href="/melden" onClick={onNogEen}>
          {t.nogEen}
        </a>
      </Kopieer>
    </div>
  )
}

/** Plans in a kern, with the way to hand in another. */
import { api } from '../../api.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { useLoad } from '../../state/useLoad.ts'
import { formatDatum } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.mijnKern

export function KernInitiatieven({ kern, naam }: { kern: string; naam: string }) {
  const loaded = useLoad((signal) => api.listInitiatieven({ query: { kern, limiet: '5' }, signal }), [kern])
  return (
    <section>
      <h2 class="utrecht-heading-2">{t.initiatieven}</h2>
      <LoadState of={loaded}>
        {({ initiatieven }) =>
          initiatieven.length === 0 ? (
            <p class="leeg">{t.initiatievenLeeg}</p>
          ) : (
            <ul class="regels">
              {initiatieven.map(({ nummer, titel, geregistreerdOp }) => (
                <li key={nummer} class="regels__regel">
                  <span class="regels__naam">{titel}</span>
                  <span class="regels__datum">{formatDatum(geregistreerdOp)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </LoadState>
      <p>
        <a class="utrecht-link" href={`/initiatieven?kern=${kern}`}>
          {nlKaart.nieuwInitiatief.bekijk}
          <span class="alleen-voorlezen"> {naam}</span>
        </a>
      </p>
    </section>
  )
}

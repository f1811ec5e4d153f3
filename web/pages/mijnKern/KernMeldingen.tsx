/** What was reported lately in a kern: subject, status and day; never text or person. */
import { api } from '../../api.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { countBesloten } from '../../state/besloten.ts'
import { loadCategorieen } from '../../state/gemeente.ts'
import { useLoad } from '../../state/useLoad.ts'
import { formatDatum } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.mijnKern

export function KernMeldingen({ kern }: { kern: string }) {
  const loaded = useLoad(
    (signal) =>
      Promise.all([
        api.listMeldingen({ query: { kern, limiet: '10' }, signal }),
        loadCategorieen(),
        api.getActiviteit({ signal }),
      ]),
    [kern],
  )
  return (
    <section>
      <h2 class="utrecht-heading-2">{t.meldingen}</h2>
      <LoadState of={loaded}>
        {([{ meldingen }, categorieen, activiteit]) => {
          const besloten = countBesloten(activiteit.kernen, categorieen, kern)
          return (
            <>
              {meldingen.length === 0 ? (
                <p class="leeg">
                  {t.meldingenLeeg}{' '}
                  <a class="utrecht-link" href="/melden">
                    {nlKaart.kaart.meld}
                  </a>
                </p>
              ) : (
                <ul class="regels">
                  {meldingen.map((melding) => (
                    <li key={melding.nummer} class="regels__regel">
                      <span class="regels__naam">
                        {categorieen.find(({ code }) => code === melding.categorie)?.naam ??
                          melding.categorie}
                      </span>
                      <StatusTeken {...melding} />
                      <span class="regels__datum">{formatDatum(melding.geregistreerdOp)}</span>
                    </li>
                  ))}
                </ul>
              )}
              {besloten > 0 && <p class="bijschrift">{t.besloten(besloten)}</p>}
            </>
          )
        }}
      </LoadState>
      <p>
        <a class="utrecht-link" href="/volg">
          {nlKaart.volg.open}
        </a>
      </p>
    </section>
  )
}

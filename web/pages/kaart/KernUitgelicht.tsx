/** The chosen kern in a few lines: what it is about, and where there is more. */
import type { KernActiviteit } from '../../../functions/contract/activiteit.ts'
import { loadCategorieen } from '../../state/gemeente.ts'
import { useLoad } from '../../state/useLoad.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.kaart
const most = 5

export function KernUitgelicht({ rij, onWis }: { rij: KernActiviteit; onWis(): void }) {
  const categorieen = useLoad(loadCategorieen, [])
  const naamOf = (code: string) => categorieen.value?.find((each) => each.code === code)?.naam ?? code
  const lines = Object.entries(rij.perCategorie)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
  return (
    <section class="uitgelicht" aria-labelledby="uitgelicht-naam">
      <h2 class="utrecht-heading-3" id="uitgelicht-naam">
        {t.gekozen(rij.naam)}
      </h2>
      {lines.length > 0 && (
        <ul class="uitgelicht__lijst">
          {lines.map(([code, aantal]) => (
            <li key={code}>
              <span>{naamOf(code)}</span> <strong>{formatGetal(aantal)}</strong>
            </li>
          ))}
        </ul>
      )}
      <div class="knoppen">
        {/* A kern that is gone has no page. */}
        {!rij.vervallen && (
          <a class="utrecht-link" href={`/mijn-kern/${rij.kern}`}>
            {t.naarKern(rij.naam)}
          </a>
        )}
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onWis}>
          {t.wis}
        </button>
      </div>
    </section>
  )
}

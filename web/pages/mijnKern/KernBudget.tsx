/** The kern's part of the adopted wijkbudget of this year, what that is per inhabitant, and the decision. */
import type { Kern } from '../../../functions/contract/kern.ts'
import { formatEuro } from '../../../functions/domain/geld.ts'
import { api } from '../../api.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { dayOf } from '../../state/periode.ts'
import { useLoad } from '../../state/useLoad.ts'
import { formatDatum } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.mijnKern

/** This year's budget; as long as that is not adopted, last year's. */
async function loadBudget(signal: AbortSignal) {
  const jaar = Number(dayOf(new Date()).slice(0, 4))
  const now = await api.getWijkbudget({ params: { jaar }, signal })
  return now.geldend ? now : await api.getWijkbudget({ params: { jaar: jaar - 1 }, signal })
}

export function KernBudget({ kern }: { kern: Kern }) {
  const loaded = useLoad(loadBudget, [kern.code])
  return (
    <section>
      <LoadState of={loaded}>
        {({ jaar, geldend, vorigJaar }) => {
          const aandeel = geldend?.antwoord.aandelen.find((each) => each.kern === kern.code)
          const bedrag = vorigJaar?.bedragen[kern.code]
          return (
            <>
              <h2 class="utrecht-heading-2">{t.budgetVan(jaar)}</h2>
              {aandeel && geldend ? (
                <div class="budget">
                  <p class="budget__bedrag">{formatEuro(aandeel.bedragCenten)}</p>
                  {kern.inwoners > 0 && (
                    <p>{t.budgetPerInwoner(formatEuro(Math.round(aandeel.bedragCenten / kern.inwoners)))}</p>
                  )}
                  {vorigJaar && bedrag !== undefined && <p>{t.vorig(vorigJaar.jaar, formatEuro(bedrag))}</p>}
                  <p class="bijschrift">
                    {t.budgetBesluit(
                      geldend.vaststelling.orgaan,
                      formatDatum(geldend.vaststelling.besluitDatum),
                      geldend.vaststelling.besluitnummer,
                    )}
                  </p>
                </div>
              ) : (
                <p class="leeg">{t.budgetLeeg(jaar)}</p>
              )}
            </>
          )
        }}
      </LoadState>
    </section>
  )
}

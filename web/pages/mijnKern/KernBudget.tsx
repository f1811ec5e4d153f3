/** The kern's part of the wijkbudget, for everybody: what it gets and why, what was spent, what is left, since when. */
import type { Grootboekstand } from '../../../functions/contract/grootboek.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import type { Wijkbudget } from '../../../functions/contract/verdeling.ts'
import { formatEuro } from '../../../functions/domain/geld.ts'
import { api } from '../../api.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { dayOf } from '../../state/periode.ts'
import { useLoad } from '../../state/useLoad.ts'
import { formatDatum } from '../../texts/format.ts'
import { nlKernBudget as t } from '../../texts/nlKernBudget.ts'
import { BudgetHerkomst } from './BudgetHerkomst.tsx'
import { findBudget } from './findBudget.ts'

async function loadBudget(signal: AbortSignal) {
  const jaar = Number(dayOf(new Date()).slice(0, 4))
  const found = await findBudget(jaar, (each) => api.getWijkbudget({ params: { jaar: each }, signal }))
  const { standen } = await api.listGrootboekstanden({ params: { jaar: found.budget.jaar }, signal })
  return { ...found, standen }
}

/** What was spent, promised and is left, with a bar of the whole. */
function Besteding({ stand }: { stand: Grootboekstand }) {
  const { openingCenten, toegekendCenten, teruggevorderdCenten, betaaldCenten, gebondenCenten, vrijCenten } =
    stand
  const whole = Math.max(1, openingCenten + toegekendCenten - teruggevorderdCenten)
  const parts = [
    ['uitgegeven', t.uitgegeven, betaaldCenten],
    ['toegezegd', t.toegezegd, gebondenCenten],
    ['over', t.over, vrijCenten],
  ] as const
  return (
    <>
      <div class="besteding__balk" aria-hidden="true">
        {parts.map(([id, , centen]) => (
          <span
            key={id}
            class={`besteding__deel besteding__deel--${id}`}
            style={{ width: `${(100 * centen) / whole}%` }}
          />
        ))}
      </div>
      <dl class="besteding">
        {parts.map(([id, naam, centen]) => (
          <div key={id} class={`besteding__post besteding__post--${id}`}>
            <dt>{naam}</dt>
            <dd>{formatEuro(centen)}</dd>
          </div>
        ))}
      </dl>
      <p class="bijschrift">
        {betaaldCenten === 0 && gebondenCenten === 0 && `${t.nogNiets} `}
        {stand.bijgewerktOp && t.staat(formatDatum(stand.bijgewerktOp))}
      </p>
    </>
  )
}

type Geldend = NonNullable<Wijkbudget['geldend']>

function Aandeel({
  kern,
  geldend,
  vorigJaar,
}: {
  kern: Kern
  geldend: Geldend
  vorigJaar: Wijkbudget['vorigJaar']
}) {
  const aandeel = geldend.antwoord.aandelen.find((each) => each.kern === kern.code)
  const inwoners = geldend.bevolking.find((each) => each.kern === kern.code)?.inwoners ?? 0
  const vorig = vorigJaar?.bedragen[kern.code]
  if (!aandeel) return null
  return (
    <>
      <p>{t.krijgt(kern.naam)}</p>
      <p class="budget__bedrag">{formatEuro(aandeel.bedragCenten)}</p>
      {inwoners > 0 && <p>{t.perInwoner(formatEuro(Math.round(aandeel.bedragCenten / inwoners)))}</p>}
      <p class="budget__kop">{t.waarom}</p>
      <p>{aandeel.uitleg}</p>
      {vorigJaar && vorig !== undefined && <p>{t.vorig(vorigJaar.jaar, formatEuro(vorig))}</p>}
      <p class="bijschrift">
        {t.besluit(
          geldend.vaststelling.orgaan,
          formatDatum(geldend.vaststelling.besluitDatum),
          geldend.vaststelling.besluitnummer,
        )}
      </p>
    </>
  )
}

export function KernBudget({ kern }: { kern: Kern }) {
  const loaded = useLoad(loadBudget, [kern.code])
  return (
    <section>
      <LoadState of={loaded}>
        {({ budget: { jaar, geldend, vorigJaar }, ontbreekt, standen }) => {
          const stand = standen.find((each) => each.kern === kern.code)
          return (
            <>
              <h2 class="utrecht-heading-2">{t.titel(jaar)}</h2>
              {ontbreekt && <p>{t.nogVanVorigJaar(ontbreekt, jaar)}</p>}
              {geldend ? (
                <div class="budget">
                  <Aandeel kern={kern} geldend={geldend} vorigJaar={vorigJaar} />
                  {stand?.bijgewerktOp && <Besteding stand={stand} />}
                  <BudgetHerkomst kern={kern} geldend={geldend} stand={stand} standen={standen} />
                </div>
              ) : (
                <p class="leeg">{t.leeg(jaar)}</p>
              )}
            </>
          )
        }}
      </LoadState>
    </section>
  )
}

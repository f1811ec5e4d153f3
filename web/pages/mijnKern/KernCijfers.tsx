/** Four figures of a kern that everybody understands. */
import { api } from '../../api.ts'
import { LoadState, Skeleton } from '../../components/LoadState.tsx'
import { dayOf, periodeOf } from '../../state/periode.ts'
import { useLoad } from '../../state/useLoad.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.mijnKern

export function KernCijfers({ kern }: { kern: string }) {
  const { van, tot } = periodeOf('maand', dayOf(new Date()))
  const loaded = useLoad(
    (signal) =>
      Promise.all([api.getActiviteit({ signal }), api.getActiviteit({ query: { van, tot }, signal })]),
    [kern, van],
  )
  return (
    <section aria-label={t.cijfers}>
      <LoadState of={loaded} skeleton={<Skeleton lines={1} tall />}>
        {([alles, maand]) => {
          const total = alles.kernen.find((rij) => rij.kern === kern)
          const closed = total?.perStatus.gesloten ?? 0
          const figures = [
            [t.gemeldDezeMaand, maand.kernen.find((rij) => rij.kern === kern)?.meldingen ?? 0],
            [t.open, (total?.meldingen ?? 0) - closed],
            [t.afgerond, closed],
            [t.plannen, total?.initiatieven ?? 0],
          ] as const
          return (
            <dl class="cijfers">
              {figures.map(([label, value]) => (
                <div key={label} class="cijfers__cijfer">
                  <dt>{label}</dt>
                  <dd>{formatGetal(value)}</dd>
                </div>
              ))}
            </dl>
          )
        }}
      </LoadState>
    </section>
  )
}

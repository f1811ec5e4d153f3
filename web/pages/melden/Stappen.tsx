/** Where you are in the three steps; steps behind you are links back. */
import { teksten } from '../../texts/taal.ts'

export const stappen = ['waar', 'wat', 'versturen'] as const
export type Stap = (typeof stappen)[number]

export function Stappen({ huidig }: { huidig: Stap }) {
  const t = teksten.value.melden
  const now = stappen.indexOf(huidig)
  return (
    <nav aria-label={t.stappen}>
      <ol class="stappen">
        {stappen.map((stap, n) => (
          <li
            key={stap}
            class={`stappen__stap ${n < now ? 'stappen__stap--klaar' : ''}`}
            aria-current={n === now ? 'step' : undefined}
          >
            <span class="stappen__nummer" aria-hidden="true">
              {n < now ? '✓' : n + 1}
            </span>
            {n < now ? <a href={`/melden?stap=${stap}`}>{t.stap[stap]}</a> : <span>{t.stap[stap]}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

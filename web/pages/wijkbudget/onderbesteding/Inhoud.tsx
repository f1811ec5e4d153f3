/** What a proposed or adopted redistribution moves: who hands in, who gets, and the sentence for each. */
import type { Verdeling } from '../../../../functions/contract/verdeling.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { computeInleg } from '../../../../functions/domain/wijkbudget/herverdeling.ts'
import { nlOnderbesteding as t } from '../../../texts/nlOnderbesteding.ts'

type Props = { verdeling: Pick<Verdeling, 'vraag' | 'antwoord'>; naamOf(kern: string): string }

export function HerverdelingInhoud({ verdeling: { vraag, antwoord }, naamOf }: Props) {
  if (vraag.methode !== 'onderbesteding') return null
  const inleg = computeInleg(vraag, antwoord)
  const rows = antwoord.aandelen.flatMap(({ kern, bedragCenten, uitleg }) => {
    const geeft = inleg.get(kern) ?? 0
    if (bedragCenten === 0 && geeft === 0) return []
    return [
      { kern, uitleg, wat: geeft > 0 ? t.geeft(formatEuro(geeft)) : t.krijgt(formatEuro(bedragCenten)) },
    ]
  })
  return (
    <ul class="regels">
      {rows.map(({ kern, wat, uitleg }) => (
        <li key={kern} class="regels__regel">
          <span class="regels__naam">{naamOf(kern)}</span>
          <span class="regels__bedrag">{wat}</span>
          <span class="bijschrift">{uitleg}</span>
        </li>
      ))}
    </ul>
  )
}

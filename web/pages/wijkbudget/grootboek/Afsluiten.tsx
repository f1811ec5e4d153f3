/** The end of a year for one kern: what is left goes where the rule of the gemeente says. */
import type { Grootboek } from '../../../../functions/contract/grootboek.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { api } from '../../../api.ts'
import { Formulier } from '../../../components/Formulier.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { useFormulier } from '../../../state/useFormulier.ts'
import { nlGrootboek } from '../../../texts/nlGrootboek.ts'

const t = nlGrootboek.afsluiten

type Props = { grootboek: Grootboek; onGesloten(words: string): void }

export function Afsluiten({ grootboek: { jaar, stand }, onGesloten }: Props) {
  const form = useFormulier({
    naam: `afsluiten-${jaar}-${stand.kern}`,
    empty: { plan: '' },
    check: () => ({}),
    fieldIds: { '/plan': 'plan' },
    send: ({ plan }) =>
      api.closeGrootboek({
        params: { jaar, kerncode: stand.kern },
        body: plan.trim() ? { plan: plan.trim() } : {},
      }),
    done: ({ overdracht }) => {
      const { regel, openingCenten, naarReserveCenten, verrekendCenten } = overdracht
      onGesloten(
        [
          t.klaar(jaar, formatEuro(openingCenten), formatEuro(naarReserveCenten)),
          ...(verrekendCenten > 0 ? [t.verrekend(formatEuro(verrekendCenten))] : []),
          t.regel(t.regels[regel] ?? regel),
        ].join(' '),
      )
    },
  })
  return (
    <details class="vaststellen">
      <summary>{t.titel(stand.naam, jaar)}</summary>
      <p>{t.uitleg(formatEuro(stand.vrijCenten), formatEuro(stand.gebondenCenten), jaar + 1)}</p>
      <Formulier form={form} mislukt={t.mislukt} knop={t.knop(jaar)}>
        <Tekstveld
          id="plan"
          label={t.plan}
          hulp={t.planHulp}
          fout={form.fouten.plan}
          optional
          value={form.typed.plan}
          onTyp={(plan) => form.set({ plan })}
        />
      </Formulier>
    </details>
  )
}

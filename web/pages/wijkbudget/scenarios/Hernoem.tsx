/** Another name for a scenario. */
import type { Scenario } from '../../../../functions/contract/scenario.ts'
import { api } from '../../../api.ts'
import type { Fouten } from '../../../components/ErrorSummary.tsx'
import { Formulier } from '../../../components/Formulier.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { useFormulier } from '../../../state/useFormulier.ts'
import { nlScenarios } from '../../../texts/nlScenarios.ts'

const t = nlScenarios.lijst

type Props = { scenario: Scenario; onGewijzigd(scenario: Scenario): void }

export function Hernoem({ scenario: { jaar, scenario, versie, naam }, onGewijzigd }: Props) {
  const id = `naam-${scenario}`
  const form = useFormulier({
    naam: id,
    empty: { naam },
    check: (typed): Fouten => (typed.naam.trim() ? {} : { [id]: nlScenarios.bewaar.fout }),
    fieldIds: { '/naam': id },
    about: versie,
    send: (typed, idempotencyKey) =>
      api.changeScenario({
        params: { jaar, scenario },
        body: { versie, naam: typed.naam.trim() },
        idempotencyKey,
      }),
    done: onGewijzigd,
  })
  return (
    <details class="vaststellen">
      <summary>{t.hernoem}</summary>
      <Formulier form={form} mislukt={t.mislukt} knop={t.hernoemKnop}>
        <Tekstveld
          id={id}
          label={t.naam}
          fout={form.fouten[id]}
          value={form.typed.naam}
          onTyp={(text) => form.set({ naam: text })}
        />
      </Formulier>
    </details>
  )
}

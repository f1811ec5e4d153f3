/** Keeping what is typed as a scenario: a new one, or in the one that was opened. */
import type { Scenario } from '../../../functions/contract/scenario.ts'
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Formulier } from '../../components/Formulier.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useActie } from '../../state/useActie.ts'
import { useFormulier } from '../../state/useFormulier.ts'
import { nlScenarios } from '../../texts/nlScenarios.ts'

const t = nlScenarios.bewaar

type Props = {
  jaar: number
  vraag: BerekenVraag
  bevolkingVersie: number | undefined
  /** The scenario that is being changed. */
  open: Scenario | undefined
  onBewaard(scenario: Scenario): void
}

export function BewaarScenario({ jaar, vraag, bevolkingVersie, open, onBewaard }: Props) {
  const actie = useActie()
  const inhoud = {
    berekening: { ...vraag },
    ...(open && { samenvoegingen: open.samenvoegingen }),
    ...(bevolkingVersie !== undefined && { bevolkingVersie }),
  }
  const form = useFormulier({
    naam: 'scenario-naam',
    empty: { naam: '' },
    check: ({ naam }): Fouten => (naam.trim() ? {} : { 'scenario-naam': t.fout }),
    fieldIds: { '/naam': 'scenario-naam' },
    about: [jaar, inhoud],
    send: ({ naam }, idempotencyKey) =>
      api.createScenario({ params: { jaar }, body: { naam: naam.trim(), ...inhoud }, idempotencyKey }),
    done: onBewaard,
  })
  const change = async () => {
    if (!open) return
    const body = { versie: open.versie, ...inhoud }
    const changed = await actie.run([open.scenario, body], (idempotencyKey) =>
      api.changeScenario({ params: { jaar, scenario: open.scenario }, body, idempotencyKey }),
    )
    if (changed) onBewaard(changed)
  }
  return (
    <>
      {open && (
        <div class="knoppen">
          <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={change}>
            {t.in(open.naam)}
          </button>
        </div>
      )}
      {actie.problem && (
        <Alert soort="fout" titel={t.mislukt}>
          <p>{actie.problem.message}</p>
        </Alert>
      )}
      <details class="vaststellen">
        <summary>{t.titel}</summary>
        <Formulier form={form} mislukt={t.mislukt} knop={t.knop}>
          <Tekstveld
            id="scenario-naam"
            label={t.naam}
            hulp={t.naamHulp}
            fout={form.fouten['scenario-naam']}
            value={form.typed.naam}
            onTyp={(naam) => form.set({ naam })}
          />
        </Formulier>
      </details>
    </>
  )
}

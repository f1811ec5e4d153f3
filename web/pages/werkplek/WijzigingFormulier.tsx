/** The form of one kind of change of one melding. What was typed stays until it is kept by the service. */
import { Alert } from '../../components/Alert.tsx'
import { Formulier } from '../../components/Formulier.tsx'
import { useFormulier } from '../../state/useFormulier.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'
import type { Melding } from './useMelding.ts'
import { type Veldkennis, WijzigingVelden } from './WijzigingVelden.tsx'
import {
  type Concept,
  checkConcept,
  type Formuliersoort,
  isVoorMelder,
  leegConcept,
  toVeldIds,
  toWijziging,
} from './wijziging.ts'

type Props = Veldkennis & { soort: Formuliersoort; melding: Melding }

const id = 'wijziging'

export function WijzigingFormulier({ soort, melding, ...kennis }: Props) {
  const { nummer = '', versie, contactvelden = [] } = melding.melding ?? {}
  const form = useFormulier<Concept, unknown>({
    naam: `${soort}-${nummer}`,
    empty: leegConcept,
    check: (typed) => checkConcept(soort, typed, id),
    fieldIds: toVeldIds(id),
    about: [nummer, versie],
    send: (typed, sleutel) => melding.send(toWijziging(soort, typed), sleutel),
    done: () => {},
  })
  // Said above the form, with what changed.
  const problem = form.problem?.code === 'versie-verouderd' ? undefined : form.problem
  return (
    <Formulier
      form={{ ...form, problem }}
      mislukt={t.mislukt}
      knop={melding.nieuw.length > 0 ? t.opnieuwe : (t.knoppen[soort] ?? '')}
      bezig={t.bezig}
      hoofd
    >
      {isVoorMelder(soort) && !contactvelden.includes('email') && <Alert soort="let_op">{t.geenMail}</Alert>}
      <WijzigingVelden
        {...kennis}
        id={id}
        soort={soort}
        typed={form.typed}
        set={form.set}
        fouten={form.fouten}
      />
    </Formulier>
  )
}

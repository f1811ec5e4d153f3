/** A variant of the kernindeling: some kernen count as one in this scenario. */
import type { Kern } from '../../../../functions/contract/kern.ts'
import type { Samenvoeging, Scenario } from '../../../../functions/contract/scenario.ts'
import { api } from '../../../api.ts'
import { Alert } from '../../../components/Alert.tsx'
import type { Fouten } from '../../../components/ErrorSummary.tsx'
import { Formulier } from '../../../components/Formulier.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { useActie } from '../../../state/useActie.ts'
import { useFormulier } from '../../../state/useFormulier.ts'
import { nlScenarios } from '../../../texts/nlScenarios.ts'

const t = nlScenarios.samenvoegen

type Props = { scenario: Scenario; kernen: readonly Kern[]; onGewijzigd(scenario: Scenario): void }

/** A code for the kern together that no kern has. */
const codeOf = (naam: string, kernen: readonly Kern[]): string => {
  const code = naam.trim().replaceAll(/[^\p{L}\p{N} .'_()/-]/gu, '')
  return kernen.some((kern) => kern.code === code) ? `${code} (samen)` : code
}

/** Methods whose question has an answer per kern cannot be joined by the service. */
const joinable = ({ vraag }: Scenario): boolean =>
  !/^(ingroei|korten)|type/.test(vraag.methode) &&
  vraag.methode !== 'gewogen-maatstaven' &&
  !('gewicht' in vraag && vraag.gewicht !== 'inwoners')

function useChange({ jaar, scenario, versie }: Scenario, onGewijzigd: Props['onGewijzigd']) {
  const actie = useActie()
  const send = (samenvoegingen: readonly Samenvoeging[], idempotencyKey: string) =>
    api.changeScenario({
      params: { jaar, scenario },
      body: { versie, samenvoegingen: [...samenvoegingen] },
      idempotencyKey,
    })
  return {
    problem: actie.problem,
    send,
    async run(samenvoegingen: readonly Samenvoeging[]) {
      const changed = await actie.run([versie, samenvoegingen], (key) => send(samenvoegingen, key))
      if (changed) onGewijzigd(changed)
    },
  }
}

const Los = ({ scenario, change }: { scenario: Scenario; change: ReturnType<typeof useChange> }) => (
  <>
    {scenario.samenvoegingen.map(({ kern, naam }) => (
      <p key={kern}>
        <button
          type="button"
          class="tabel__kies"
          onClick={() => change.run(scenario.samenvoegingen.filter((each) => each.kern !== kern))}
        >
          {t.los(naam)}
        </button>
      </p>
    ))}
    {change.problem && (
      <Alert soort="fout" titel={nlScenarios.lijst.mislukt}>
        <p>{change.problem.message}</p>
      </Alert>
    )}
  </>
)

export function Samenvoegen({ scenario, kernen, onGewijzigd }: Props) {
  const id = `samen-${scenario.scenario}`
  const change = useChange(scenario, onGewijzigd)
  const form = useFormulier({
    naam: id,
    empty: { naam: '', van: '' },
    check: ({ naam, van }): Fouten => ({
      ...(van.split(' ').filter(Boolean).length < 2 && { [`${id}-van`]: t.fout.kernen }),
      ...(!naam.trim() && { [id]: t.fout.naam }),
    }),
    fieldIds: { '/samenvoegingen': id },
    about: [scenario.versie, scenario.samenvoegingen],
    send: ({ naam, van }, key) => {
      const extra = { kern: codeOf(naam, kernen), naam: naam.trim(), van: van.split(' ').filter(Boolean) }
      return change.send([...scenario.samenvoegingen, extra], key)
    },
    done: onGewijzigd,
  })
  const chosen = form.typed.van.split(' ').filter(Boolean)
  const taken = scenario.samenvoegingen.flatMap(({ van }) => van)
  const toggle = (code: string) =>
    form.set({
      van: (chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]).join(' '),
    })
  if (!joinable(scenario)) return <p class="bijschrift">{t.kanNiet}</p>
  return (
    <details class="vaststellen">
      <summary>{t.titel}</summary>
      <p>{t.uitleg}</p>
      <Los scenario={scenario} change={change} />
      <Formulier form={form} mislukt={nlScenarios.lijst.mislukt} knop={t.knop}>
        <fieldset class="keuze" id={`${id}-van`} tabIndex={-1}>
          <legend class="keuze__naam">{t.kernen}</legend>
          {kernen
            .filter(({ code }) => !taken.includes(code))
            .map(({ code, naam }) => (
              <label key={code} class="keuze__optie">
                <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
                {naam}
              </label>
            ))}
        </fieldset>
        <Tekstveld
          id={id}
          label={t.naam}
          fout={form.fouten[id]}
          value={form.typed.naam}
          onTyp={(naam) => form.set({ naam })}
        />
      </Formulier>
    </details>
  )
}

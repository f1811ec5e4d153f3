/** Adopting a version: which body, which decision, which day. Opens on demand; after it nothing can change. */
import { useState } from 'preact/hooks'
import { Problem } from '../../../functions/contract/problem.ts'
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { ErrorSummary, type Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { toFouten } from '../../state/toFouten.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'

const t = nlWijkbudget.vaststellen
const fields = [
  ['orgaan', t.orgaan, 'text'],
  ['besluitnummer', t.besluitnummer, 'text'],
  ['besluitDatum', t.datum, 'date'],
] as const
const empty = { orgaan: '', besluitnummer: '', besluitDatum: '' }
const fieldIds = Object.fromEntries(fields.map(([name]) => [`/${name}`, name]))

const findFouten = (typed: typeof empty): Fouten => ({
  ...(!typed.orgaan.trim() && { orgaan: t.fout.orgaan }),
  ...(!typed.besluitnummer.trim() && { besluitnummer: t.fout.besluitnummer }),
  ...(!typed.besluitDatum && { besluitDatum: t.fout.datum }),
})

type Props = { verdeling: Verdeling; onVastgesteld(verdeling: Verdeling): void }

export function Vaststellen({ verdeling: { jaar, versie }, onVastgesteld }: Props) {
  const [typed, setTyped] = useState(empty)
  const [fouten, setFouten] = useState<Fouten>({})
  const [round, setRound] = useState(0)
  const [problem, setProblem] = useState<Problem>()
  const refuse = (mistakes: Fouten) => {
    setFouten(mistakes)
    setRound((n) => n + 1)
  }
  const adopt = async (event: Event) => {
    event.preventDefault()
    const mistakes = findFouten(typed)
    refuse(mistakes)
    setProblem(undefined)
    if (Object.keys(mistakes).length > 0) return
    try {
      onVastgesteld(await api.adoptVerdeling({ params: { jaar, versie }, body: typed }))
    } catch (error) {
      const failed = error instanceof Problem ? error : new Problem('storing', String(error))
      const found = toFouten(failed, fieldIds)
      if (Object.keys(found).length > 0) refuse(found)
      else setProblem(failed)
    }
  }
  return (
    <details class="vaststellen">
      <summary>{t.titel(versie)}</summary>
      <form onSubmit={adopt} noValidate>
        <ErrorSummary fouten={fouten} round={round} />
        {fields.map(([name, label, type]) => (
          <Field
            key={name}
            id={name}
            label={label}
            hulp={name === 'orgaan' ? t.orgaanHulp : undefined}
            fout={fouten[name]}
          >
            {(control) => (
              <input
                {...control}
                type={type as 'text'}
                value={typed[name]}
                onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        {problem && (
          <Alert soort="fout" titel={t.mislukt}>
            <p>{problem.message}</p>
          </Alert>
        )}
        <button type="submit" class="utrecht-button utrecht-button--primary-action">
          {t.bewaar}
        </button>
      </form>
    </details>
  )
}

/** Adopting a proposal: which body, which decision, which day. After it nothing changes any more. */
import { useState } from 'preact/hooks'
import type { Kernindelingontwerp } from '../../../functions/contract/kernindeling.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { ErrorSummary, type Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { toFouten } from '../../state/toFouten.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'

const t = nlKernindeling.besluit
const fields = [
  ['orgaan', t.orgaan, 'text'],
  ['besluitnummer', t.besluitnummer, 'text'],
  ['besluitDatum', t.datum, 'date'],
] as const
const empty = { orgaan: '', besluitnummer: '', besluitDatum: '' }
const idOf = (name: string) => `besluit-${name}`
const fieldIds = Object.fromEntries(fields.map(([name]) => [`/${name}`, idOf(name)]))

const findFouten = (typed: typeof empty): Fouten => ({
  ...(!typed.orgaan.trim() && { [idOf('orgaan')]: t.fout.orgaan }),
  ...(!typed.besluitnummer.trim() && { [idOf('besluitnummer')]: t.fout.besluitnummer }),
  ...(!typed.besluitDatum && { [idOf('besluitDatum')]: t.fout.datum }),
})

type Props = { record: Kernindelingontwerp; onVastgesteld(record: Kernindelingontwerp): void }

export function Besluit({ record: { versie, rev }, onVastgesteld }: Props) {
  const [typed, setTyped] = useState(empty)
  const [fouten, setFouten] = useState<Fouten>({})
  const [round, setRound] = useState(0)
  const [problem, setProblem] = useState<Problem>()
  const refuse = (found: Fouten) => {
    setFouten(found)
    setRound((n) => n + 1)
  }
  const adopt = async (event: Event) => {
    event.preventDefault()
    const found = findFouten(typed)
    refuse(found)
    setProblem(undefined)
    if (Object.keys(found).length > 0) return
    try {
      onVastgesteld(await api.adoptKernindeling({ params: { versie }, body: { ...typed, rev } }))
    } catch (error) {
      const failed = error instanceof Problem ? error : new Problem('storing', String(error))
      const named = toFouten(failed, fieldIds)
      if (Object.keys(named).length > 0) refuse(named)
      else setProblem(failed)
    }
  }
  return (
    <details class="vaststellen">
      <summary>{t.titel(versie)}</summary>
      <form onSubmit={adopt} noValidate>
        <p>{t.uitleg}</p>
        <ErrorSummary fouten={fouten} round={round} />
        {fields.map(([name, label, type]) => (
          <Field
            key={name}
            id={idOf(name)}
            label={label}
            hulp={name === 'orgaan' ? t.orgaanHulp : undefined}
            fout={fouten[idOf(name)]}
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

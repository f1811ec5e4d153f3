/** Proposing: inputs go, never amounts. The same question sent twice is one version. */
import { useRef, useState } from 'preact/hooks'
import { Problem } from '../../../functions/contract/problem.ts'
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { Field } from '../../components/Field.tsx'
import { newSleutel } from '../../state/draft.ts'
import { useKept } from '../../state/useKept.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'

type Props = { jaar: number; vraag: BerekenVraag; onVoorgesteld(verdeling: Verdeling): void }

export function Voorstel({ jaar, vraag, onVoorgesteld }: Props) {
  const [toelichting, setToelichting, clearToelichting] = useKept('verdeling-toelichting', '')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const sent = useRef({ words: '', sleutel: '' })
  const propose = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    const body = { berekening: { ...vraag }, ...(toelichting.trim() && { toelichting: toelichting.trim() }) }
    const words = JSON.stringify([jaar, body])
    if (sent.current.words !== words) sent.current = { words, sleutel: newSleutel() }
    try {
      const made = await api.proposeVerdeling({
        params: { jaar },
        body,
        idempotencyKey: sent.current.sleutel,
      })
      // Proposing the same again later is another version.
      sent.current = { words: '', sleutel: '' }
      clearToelichting()
      onVoorgesteld(made)
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem('storing', String(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={propose} noValidate>
      <Field id="toelichting" label={t.toelichting} optional soort="textarea">
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={toelichting}
            onInput={(event) => setToelichting(event.currentTarget.value)}
          />
        )}
      </Field>
      {problem && (
        <Alert soort="fout" titel={t.nietVoorgesteld}>
          <p>{problem.message}</p>
        </Alert>
      )}
      <div class="knoppen">
        <button type="submit" class="utrecht-button utrecht-button--primary-action" aria-disabled={busy}>
          {busy ? t.stelVoorBezig : t.stelVoor}
        </button>
      </div>
    </form>
  )
}

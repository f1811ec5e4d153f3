/** Saving and proposing a draft. Whatever goes wrong, the work stays on the desk. */
import { useState } from 'preact/hooks'
import type { Kernindelingontwerp, Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { toOntwerp } from './bewerk.ts'
import type { Werk } from './useWerk.ts'

const t = nlKernindeling.bewaren

type Props = {
  werk: Werk
  ontwerp: Ontwerp
  compleet: boolean
  onBewaard(record: Kernindelingontwerp, words: string): void
}
type Plaats = { versie?: number; rev?: number; sleutel: string }

const save = (body: Ontwerp, { versie, rev, sleutel }: Plaats): Promise<Kernindelingontwerp> =>
  versie !== undefined && rev !== undefined
    ? api.changeKernindeling({ params: { versie }, body: { ...body, rev } })
    : api.createKernindeling({ body, idempotencyKey: sleutel })

export function Bewaren({ werk, ontwerp, compleet, onBewaard }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const attempt = async (propose: boolean, plaats: Plaats) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      const stored =
        werk.vuil || plaats.versie === undefined ? await save(toOntwerp(ontwerp), plaats) : undefined
      const versie = stored?.versie ?? plaats.versie!
      if (stored) werk.saved(stored)
      if (!propose) return stored && onBewaard(stored, t.klaar(versie))
      const rev = stored?.rev ?? plaats.rev!
      const proposed = await api.proposeKernindeling({ params: { versie }, body: { rev } })
      werk.close()
      onBewaard(proposed, t.voorgesteld(versie))
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem('storing', String(error)))
    } finally {
      setBusy(false)
    }
  }
  const outdated = problem?.code === 'versie-verouderd' || problem?.code === 'al-vastgesteld'
  return (
    <>
      {problem && (
        <Alert soort="fout" titel={outdated ? t.verouderd : t.mislukt}>
          <p>{problem.message}</p>
          <p>{outdated ? t.verouderdUitleg : t.misluktUitleg}</p>
          {outdated && (
            <p>
              <button
                type="button"
                class="utrecht-button utrecht-button--secondary-action"
                onClick={() => attempt(false, werk.detach())}
              >
                {t.alsNieuw}
              </button>
            </p>
          )}
        </Alert>
      )}
      <div class="knoppen">
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          aria-disabled={busy || !werk.vuil}
          onClick={() => werk.vuil && attempt(false, werk.stand!)}
        >
          {busy ? t.bezig : t.bewaar}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          aria-disabled={busy || !compleet}
          onClick={() => compleet && attempt(true, werk.stand!)}
        >
          {t.stelVoor}
        </button>
        <button type="button" class="indeling__knop" onClick={werk.close}>
          {nlKernindeling.editor.sluit}
        </button>
        {werk.vuil && <span class="bijschrift">{nlKernindeling.editor.weg}</span>}
      </div>
    </>
  )
}

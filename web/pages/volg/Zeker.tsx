/** Asks once more before something that cannot be taken back. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Opvolging, Reactie } from '../../../functions/contract/opvolging.ts'
import { Alert } from '../../components/Alert.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useActie } from '../../state/useActie.ts'
import { nlVolg } from '../../texts/nlVolg.ts'
import type { Gedaan, Reageer } from './reageer.ts'

type Props = {
  id: string
  tekst: { vraag: string; uitleg: string; ja: string; mislukt: string; klaar: string; waarom?: string }
  /** `waarom`: what was typed at that question; may be empty. */
  toReactie(waarom: string): Reactie
  reageer: Reageer
  gedaan: Gedaan
  onNee(): void
}

export function Zeker({ id, tekst, toReactie, reageer, gedaan, onNee }: Props) {
  const [waarom, setWaarom] = useState('')
  const actie = useActie()
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => question.current?.focus(), [])
  const go = async () => {
    const reactie = toReactie(waarom.trim())
    const next = await actie.run(reactie, (sleutel): Promise<Opvolging> => reageer(reactie, sleutel))
    if (next) gedaan(next, tekst.klaar)
  }
  return (
    <div class="zeker">
      <p class="zeker__vraag" ref={question} tabIndex={-1}>
        <strong>{tekst.vraag}</strong>
      </p>
      <p>{tekst.uitleg}</p>
      {tekst.waarom && (
        <Tekstveld id={`${id}-waarom`} label={tekst.waarom} optional value={waarom} onTyp={setWaarom} />
      )}
      {actie.problem && (
        <Alert soort="fout" titel={tekst.mislukt}>
          <p>{actie.problem.message}</p>
        </Alert>
      )}
      <div class="knoppen">
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          aria-disabled={actie.busy}
          onClick={go}
        >
          {actie.busy ? nlVolg.bezig : tekst.ja}
        </button>
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onNee}>
          {nlVolg.nee}
        </button>
      </div>
    </div>
  )
}

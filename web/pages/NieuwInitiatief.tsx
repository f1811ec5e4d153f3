/** Handing in a plan: one page, because there is little to ask. */
import { useRef, useState } from 'preact/hooks'
import type { NieuwInitiatief as Body, Hulp, Initiatief } from '../../functions/contract/initiatief.ts'
import { Problem } from '../../functions/contract/problem.ts'
import { api } from '../api.ts'
import { Alert } from '../components/Alert.tsx'
import { ErrorSummary, type Fouten } from '../components/ErrorSummary.tsx'
import { Field } from '../components/Field.tsx'
import { Gegevens } from '../components/Gegevens.tsx'
import { PlekKiezer } from '../components/PlekKiezer.tsx'
import { newSleutel } from '../state/draft.ts'
import { loadKernen } from '../state/gemeente.ts'
import { toFouten } from '../state/toFouten.ts'
import { useFouten } from '../state/useFouten.ts'
import { useKept } from '../state/useKept.ts'
import { useLoad } from '../state/useLoad.ts'
import { usePlek } from '../state/usePlek.ts'
import { useTitle } from '../state/useTitle.ts'
import { nlKaart } from '../texts/nlKaart.ts'
import { teksten } from '../texts/taal.ts'
import { HulpKeuze } from './initiatieven/HulpKeuze.tsx'
import { InitiatiefKlaar } from './initiatieven/InitiatiefKlaar.tsx'

const t = nlKaart.nieuwInitiatief
type Concept = { titel: string; omschrijving: string; hulp: Hulp[]; positie?: [lon: number, lat: number] }
const empty: Concept = { titel: '', omschrijving: '', hulp: [] }
const fieldIds = { '/titel': 'titel', '/omschrijving': 'omschrijving', '/hulp': 'hulp', '/geometrie': 'zoek' }

const findFouten = (titel: string, omschrijving: string, positie: unknown): Fouten => ({
  ...(!titel.trim() && { titel: t.fout.titel }),
  ...(!omschrijving.trim() && { omschrijving: t.fout.omschrijving }),
  ...(!positie && { zoek: t.fout.plek }),
})

export default function NieuwInitiatief() {
  const kernen = useLoad(loadKernen, [])
  const [concept, setConcept, clearConcept] = useKept('initiatief', empty)
  const { titel, omschrijving, hulp, positie } = concept
  const { fouten, round, refuse } = useFouten({
    titel,
    omschrijving,
    hulp: hulp.join(),
    zoek: positie?.join(),
  })
  const [problem, setProblem] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const [klaar, setKlaar] = useState<Initiatief>()
  // One key for one text: the same words sent twice are one plan, changed words another.
  const sent = useRef({ words: '', sleutel: '' })
  const plek = usePlek(positie)
  useTitle(klaar ? t.klaar : t.titel)
  if (klaar) return <InitiatiefKlaar initiatief={klaar} kernen={kernen.value ?? []} />

  const send = async (event: Event) => {
    event.preventDefault()
    const mistakes = findFouten(titel, omschrijving, positie)
    if (Object.keys(mistakes).length > 0 || !positie) return refuse(mistakes)
    if (sending) return
    setSending(true)
    const body: Body = { titel, omschrijving, hulp, geometrie: { type: 'Point', coordinates: positie } }
    const words = JSON.stringify(body)
    if (sent.current.words !== words) sent.current = { words, sleutel: newSleutel() }
    try {
      const made = await api.createInitiatief({ body, idempotencyKey: sent.current.sleutel })
      clearConcept()
      setKlaar(made)
    } catch (error) {
      const failed = error instanceof Problem ? error : new Problem('storing', String(error))
      const found = toFouten(failed, fieldIds)
      refuse(found)
      setProblem(Object.keys(found).length > 0 ? undefined : failed)
    } finally {
      setSending(false)
    }
  }

  return (
    <div class="pagina pagina--formulier" lang="nl">
      <h1 class="utrecht-heading-1">{t.titel}</h1>
      <p class="utrecht-paragraph utrecht-paragraph--lead">{t.inleiding}</p>
      <ErrorSummary fouten={fouten} round={round} />
      <form onSubmit={send} noValidate>
        <Field id="titel" label={t.naam} fout={fouten.titel}>
          {(control) => (
            <input
              {...control}
              value={titel}
              onInput={(e) => setConcept({ ...concept, titel: e.currentTarget.value })}
            />
          )}
        </Field>
        <Gegevens
          veld="titel"
          tekst={titel}
          openbaar
          onTekst={(next) => setConcept({ ...concept, titel: next })}
        />
        <Field
          id="omschrijving"
          label={t.omschrijving}
          hulp={t.omschrijvingHulp}
          fout={fouten.omschrijving}
          soort="textarea"
        >
          {(control) => (
            <textarea
              {...control}
              rows={5}
              value={omschrijving}
              onInput={(e) => setConcept({ ...concept, omschrijving: e.currentTarget.value })}
            />
          )}
        </Field>
        <Gegevens
          veld="omschrijving"
          tekst={omschrijving}
          openbaar
          onTekst={(next) => setConcept({ ...concept, omschrijving: next })}
        />
        <HulpKeuze hulp={hulp} onKies={(next) => setConcept({ ...concept, hulp: next })} />
        <h2 class="utrecht-heading-2">{t.waar}</h2>
        <PlekKiezer
          kernen={kernen.value ?? []}
          positie={positie}
          plek={plek}
          fout={fouten.zoek}
          onPlek={(next) => setConcept({ ...concept, positie: next })}
        />
        {problem && (
          <Alert soort="fout" titel={t.nietVerstuurd}>
            <p>{problem.message}</p>
            <p>{teksten.value.melden.bewaard}</p>
          </Alert>
        )}
        <div class="knoppen">
          <button type="submit" class="utrecht-button utrecht-button--primary-action" aria-disabled={sending}>
            {sending ? t.bezig : t.verstuur}
          </button>
        </div>
      </form>
    </div>
  )
}

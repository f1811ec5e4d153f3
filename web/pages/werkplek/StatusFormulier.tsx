/**
 * The next status: only what is allowed now. The list shows it at once; a refusal puts the list back and keeps what
 * was typed. When a colleague was first, it says what changed and lets the reader decide again.
 */
import { useRef, useState } from 'preact/hooks'
import type { BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import type { Reden, Status } from '../../../functions/contract/melding.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import type { NieuweStatus } from '../../../functions/contract/wijziging.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { ErrorSummary, type Fouten } from '../../components/ErrorSummary.tsx'
import { newSleutel } from '../../state/draft.ts'
import { toFouten } from '../../state/toFouten.ts'
import { useKept } from '../../state/useKept.ts'
import { formatMoment } from '../../texts/format.ts'
import { statusNaam } from '../../texts/nlKaart.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { StatusVelden } from './StatusVelden.tsx'

const t = nlWerkplek.status

export type Keuze = { status: Status | ''; reden: Reden | ''; geplandeDatum: string; toelichting: string }
const empty: Keuze = { status: '', reden: '', geplandeDatum: '', toelichting: '' }

const fieldIds = {
  '/status': 'status-keuze',
  '/reden': 'status-reden',
  '/geplandeDatum': 'status-datum',
  '/toelichting': 'status-toelichting',
}

type Props = {
  melding: BehandelingDetail
  onOptimistisch(rij: BehandelingDetail): void
  onBewaard(melding: BehandelingDetail): void
  onVerouderd(melding: BehandelingDetail): void
}
type Result = { soort: 'bewaard'; status: Status } | { soort: 'fout' | 'verouderd'; detail: string }

const findFouten = ({ status, reden, geplandeDatum }: Keuze): Fouten => ({
  ...(!status && { 'status-keuze': t.fout.status }),
  ...(status === 'gesloten' && !reden && { 'status-reden': t.fout.reden }),
  ...(status === 'gepland' && !geplandeDatum && { 'status-datum': t.fout.datum }),
})

/** Fields that do not belong to the chosen status are left out. */
const toBody = (keuze: Keuze, status: Status, versie: number): NieuweStatus => ({
  status,
  versie,
  ...(status === 'gesloten' && keuze.reden && { reden: keuze.reden }),
  ...(status === 'gepland' && { geplandeDatum: keuze.geplandeDatum }),
  ...(keuze.toelichting.trim() && { toelichting: keuze.toelichting.trim() }),
})

export function StatusFormulier({ melding, onOptimistisch, onBewaard, onVerouderd }: Props) {
  const { nummer, versie, toegestaan } = melding
  const [keuze, setKeuze, clearKeuze] = useKept(`status-${nummer}`, empty)
  const [fouten, setFouten] = useState<Fouten>({})
  const [round, setRound] = useState(0)
  const [result, setResult] = useState<Result>()
  const busy = useRef(false)
  const sent = useRef({ words: '', sleutel: '' })

  const refuse = (mistakes: Fouten) => {
    setFouten(mistakes)
    setRound((n) => n + 1)
  }
  const explain = async (failed: Problem) => {
    onOptimistisch(melding)
    if (failed.code === 'versie-verouderd') {
      const now = await api.getBehandeling({ params: { nummer } })
      onVerouderd(now)
      return setResult({
        soort: 'verouderd',
        detail: t.verouderd(statusNaam[now.status], formatMoment(now.gewijzigdOp)),
      })
    }
    const mistakes = toFouten(failed, fieldIds)
    if (Object.keys(mistakes).length > 0) refuse(mistakes)
    else setResult({ soort: 'fout', detail: failed.message })
  }
  const save = async (event: Event) => {
    event.preventDefault()
    if (busy.current) return
    const mistakes = findFouten(keuze)
    refuse(mistakes)
    if (!keuze.status || Object.keys(mistakes).length > 0) return
    busy.current = true
    setResult(undefined)
    const body = toBody(keuze, keuze.status, versie)
    const words = JSON.stringify(body)
    if (sent.current.words !== words) sent.current = { words, sleutel: newSleutel() }
    const { reden, geplandeDatum, ...rest } = melding
    onOptimistisch({ ...rest, status: body.status, reden: body.reden, geplandeDatum: body.geplandeDatum })
    try {
      const next = await api.addMeldingStatus({
        params: { nummer },
        body,
        idempotencyKey: sent.current.sleutel,
      })
      clearKeuze()
      setResult({ soort: 'bewaard', status: next.status })
      onBewaard(next)
    } catch (error) {
      await explain(error instanceof Problem ? error : new Problem('storing', String(error))).catch(() =>
        setResult({ soort: 'fout', detail: String(error) }),
      )
    } finally {
      busy.current = false
    }
  }

  return (
    <form class="statusformulier" onSubmit={save} noValidate aria-labelledby="status-titel">
      <h3 class="utrecht-heading-3" id="status-titel">
        {t.titel}
      </h3>
      <ErrorSummary fouten={fouten} round={round} />
      {result?.soort === 'bewaard' && <Alert soort="goed" titel={t.klaar(statusNaam[result.status])} />}
      {result && result.soort !== 'bewaard' && (
        <Alert soort="fout" titel={result.soort === 'verouderd' ? t.verouderdTitel : t.mislukt}>
          <p>{result.detail}</p>
        </Alert>
      )}
      {toegestaan.length === 0 ? (
        <p class="utrecht-paragraph">{t.geen}</p>
      ) : (
        <>
          <StatusVelden toegestaan={toegestaan} keuze={keuze} onKeuze={setKeuze} fouten={fouten} />
          <div class="knoppen">
            <button type="submit" class="utrecht-button utrecht-button--primary-action">
              {t.bewaar}
            </button>
          </div>
        </>
      )}
    </form>
  )
}

/** Step 3: look it over, leave contact data or not, send. A second click cannot make a second melding. */

import { useRef, useState } from 'preact/hooks'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { MeldingOntvangst } from '../../../functions/contract/melding.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { formulierPad } from '../../routes.ts'
import { clearDraft, draft, markTried } from '../../state/draft.ts'
import { toFouten } from '../../state/toFouten.ts'
import type { Plek } from '../../state/usePlek.ts'
import { teksten } from '../../texts/taal.ts'
import { Contactvelden } from './Contactvelden.tsx'
import { Overzicht } from './Overzicht.tsx'
import { toNieuweMelding } from './toNieuweMelding.ts'

/** Where a field of the body stands on the screen. */
const fieldIds = {
  '/geometrie': 'wijzig-plek',
  '/categorie': 'wijzig-categorie',
  '/omschrijving': 'wijzig-omschrijving',
  '/contact/naam': 'naam',
  '/contact/email': 'email',
  '/contact/telefoon': 'telefoon',
}

/**
 * Nothing on the screen moves until a second, hasty click is over: what comes after would otherwise catch that click.
 */
const secondClickMs = 600

type Props = {
  categorieen: readonly Categorie[]
  plek: Plek
  fouten: Fouten
  onFout(fouten: Fouten): void
  onVerstuurd(ontvangst: MeldingOntvangst): void
}

export function StapVersturen({ categorieen, plek, fouten, onFout, onVerstuurd }: Props) {
  const t = teksten.value
  const busy = useRef(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  const send = async (event: Event) => {
    event.preventDefault()
    const body = toNieuweMelding(draft.value)
    if (busy.current || !body) return body ? undefined : onFout({ 'wijzig-plek': t.melden.fout.plek })
    busy.current = true
    setSending(true)
    markTried()
    const calm = new Promise((resolve) => setTimeout(resolve, secondClickMs))
    try {
      const ontvangst = await api
        .createMelding({ body, idempotencyKey: draft.value.sleutel })
        .finally(() => calm)
      onVerstuurd(ontvangst)
      clearDraft()
    } catch (error) {
      const failed = error instanceof Problem ? error : new Problem('storing', String(error))
      const mistakes = toFouten(failed, fieldIds)
      onFout(mistakes)
      setProblem(Object.keys(mistakes).length > 0 ? undefined : failed)
    } finally {
      busy.current = false
      setSending(false)
    }
  }

  return (
    <form onSubmit={send} noValidate>
      <Overzicht categorieen={categorieen} plek={plek} fouten={fouten} />
      <Contactvelden fouten={fouten} />
      {problem && (
        <Alert soort="fout" titel={t.melden.nietVerstuurd}>
          <p>{problem.message}</p>
          <p>{t.melden.bewaard}</p>
          <p>
            <a class="utrecht-link" href={formulierPad}>
              {t.melden.eenvoudig}
            </a>
          </p>
        </Alert>
      )}
      <div class="knoppen">
        <button type="submit" class="utrecht-button utrecht-button--primary-action" aria-disabled={sending}>
          {sending ? t.melden.bezig : t.melden.verstuur}
        </button>
        <a class="utrecht-link" href="/melden?stap=wat">
          {t.algemeen.vorige}
        </a>
      </div>
    </form>
  )
}

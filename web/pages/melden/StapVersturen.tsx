/** Step 3: look it over, leave contact data or not, send. A second click cannot make a second melding. */

import { useRef, useState } from 'preact/hooks'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import { Alert } from '../../components/Alert.tsx'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { formulierPad } from '../../routes.ts'
import { clearDraft, draft, restoreDraft } from '../../state/draft.ts'
import type { Klaar } from '../../state/klaar.ts'
import { toFouten } from '../../state/toFouten.ts'
import type { Plek } from '../../state/usePlek.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import { clearFotos, conceptFotos, restoreFotos } from '../../verzenden/conceptFotos.ts'
import { type Bezig, verstuurMelding } from '../../verzenden/verstuurMelding.ts'
import { Contactvelden } from './Contactvelden.tsx'
import { findFoutenInOverzicht } from './findFouten.ts'
import { Lokveld } from './Lokveld.tsx'
import { Nabij, type NabijeMelding } from './Nabij.tsx'
import { Overzicht } from './Overzicht.tsx'
import { toNieuweMelding } from './toNieuweMelding.ts'
import { VolgDezelfde } from './VolgDezelfde.tsx'
import { Voortgang } from './Voortgang.tsx'
import { vraagId } from './vraagId.ts'

/** Where a field of the body stands on the screen. */
const fieldIds = (categorie: Categorie | undefined): Record<string, string> => ({
  '/geometrie': 'wijzig-plek',
  '/categorie': 'wijzig-categorie',
  '/omschrijving': 'wijzig-omschrijving',
  '/fotos': 'wijzig-fotos',
  '/contact/naam': 'naam',
  '/contact/email': 'email',
  '/contact/telefoon': 'telefoon',
  ...Object.fromEntries(
    (categorie?.vragen ?? []).map(({ code }) => [`/antwoorden/${code}`, `wijzig-${vraagId(code)}`]),
  ),
})

/**
 * Nothing on the screen moves until a second, hasty click is over: what comes after would otherwise catch that click.
 */
const secondClickMs = 600

type Props = {
  categorieen: readonly Categorie[]
  plek: Plek
  fouten: Fouten
  onFout(fouten: Fouten): void
  /** `undo` puts the form back as it was. */
  onKlaar(klaar: Klaar, undo: () => void): void
}

/** Empties the form for the next melding. */
function finish(klaar: Klaar, onKlaar: Props['onKlaar']): void {
  const concept = draft.value
  const fotos = conceptFotos.value
  onKlaar(klaar, () => {
    restoreDraft(concept)
    restoreFotos(fotos)
  })
  clearFotos()
  clearDraft()
}

export function StapVersturen({ categorieen, plek, fouten, onFout, onKlaar }: Props) {
  const t = teksten.value
  const busy = useRef(false)
  const lokveld = useRef<HTMLInputElement>(null)
  const dontWait = useRef(() => {})
  const [bezig, setBezig] = useState<Bezig>()
  const [problem, setProblem] = useState<Problem>()
  const [dezelfde, setDezelfde] = useState<NabijeMelding>()
  const gekozen = categorieen.find(({ code }) => code === draft.value.categorie)

  const send = async (event: Event) => {
    event.preventDefault()
    const body = toNieuweMelding(draft.value, gekozen, lokveld.current?.value ?? '', Date.now())
    if (busy.current || !body) return body ? undefined : onFout({ 'wijzig-plek': t.melden.fout.plek })
    // Who came here by the address may have skipped a question.
    const gaps = findFoutenInOverzicht(gekozen)
    if (Object.keys(gaps).length > 0) return onFout(gaps)
    busy.current = true
    setBezig('melding')
    const zonderFotos = new Promise<void>((resolve) => {
      dontWait.current = resolve
    })
    const calm = new Promise((resolve) => setTimeout(resolve, secondClickMs))
    try {
      const onderwerp = gekozen?.naam ?? ''
      const sending = verstuurMelding({ body, onderwerp, onBezig: setBezig, zonderFotos })
      finish(await sending.finally(() => calm), onKlaar)
    } catch (error) {
      const failed = error instanceof Problem ? error : new Problem('storing', String(error))
      const mistakes = toFouten(failed, fieldIds(gekozen))
      onFout(mistakes)
      setProblem(Object.keys(mistakes).length > 0 ? undefined : failed)
    } finally {
      busy.current = false
      setBezig(undefined)
    }
  }

  if (dezelfde)
    return (
      <VolgDezelfde
        nummer={dezelfde.nummer}
        onTerug={() => setDezelfde(undefined)}
        onGevolgd={(gevolgd) => finish({ soort: 'gevolgd', gevolgd }, onKlaar)}
      />
    )
  return (
    <>
      <Nabij categorieen={categorieen} onDezelfde={setDezelfde} />
      <form onSubmit={send} noValidate>
        <Overzicht categorieen={categorieen} plek={plek} fouten={fouten} />
        <Contactvelden fouten={fouten} />
        <Lokveld veld={lokveld} />
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
        <Voortgang bezig={bezig} onZonderFotos={() => dontWait.current()} />
        <div class="knoppen">
          <button
            type="submit"
            class="utrecht-button utrecht-button--primary-action"
            aria-disabled={bezig !== undefined}
          >
            {bezig === 'fotos'
              ? meldenTeksten.value.verzenden.fotos
              : bezig
                ? t.melden.bezig
                : t.melden.verstuur}
          </button>
          <a class="utrecht-link" href="/melden?stap=wat">
            {t.algemeen.vorige}
          </a>
        </div>
      </form>
    </>
  )
}

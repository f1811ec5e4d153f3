/** Step 1: where. Outside the gemeente is said here, not after everything is typed. */
import type { Kern } from '../../../functions/contract/kern.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { PlekKiezer } from '../../components/PlekKiezer.tsx'
import { changeDraft, draft } from '../../state/draft.ts'
import type { Plek } from '../../state/usePlek.ts'
import { teksten } from '../../texts/taal.ts'

type Props = {
  kernen: readonly Kern[]
  plek: Plek
  fouten: Fouten
  onFout(fouten: Fouten): void
  onVerder(): void
}

export function StapWaar({ kernen, plek, fouten, onFout, onVerder }: Props) {
  const t = teksten.value
  const { positie } = draft.value
  const next = () => {
    if (!positie) onFout({ zoek: t.melden.fout.plek })
    else if (plek.soort === 'buiten') onFout({ zoek: plek.detail })
    else onVerder()
  }
  return (
    <>
      <PlekKiezer
        kernen={kernen}
        positie={positie}
        plek={plek}
        fout={fouten.zoek}
        onPlek={(next, naam) => changeDraft({ positie: next, plek: naam })}
      />
      <div class="knoppen">
        <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={next}>
          {t.algemeen.volgende}
        </button>
      </div>
    </>
  )
}

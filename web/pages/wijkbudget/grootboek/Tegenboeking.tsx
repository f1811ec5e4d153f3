/** Undoing a line: it stays, and a line that counts the other way is added. */
import { useEffect, useRef } from 'preact/hooks'
import type { Grootboek } from '../../../../functions/contract/grootboek.ts'
import { api } from '../../../api.ts'
import type { Fouten } from '../../../components/ErrorSummary.tsx'
import { Formulier } from '../../../components/Formulier.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { useFormulier } from '../../../state/useFormulier.ts'
import { nlGrootboek } from '../../../texts/nlGrootboek.ts'

const t = nlGrootboek.tegen

type Props = {
  grootboek: Grootboek
  volgnummer: number
  onGeboekt(words: string): void
  onSluit(): void
}

export function Tegenboeking({ grootboek: { jaar, stand }, volgnummer, onGeboekt, onSluit }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [volgnummer])
  const form = useFormulier({
    naam: `tegen-${jaar}-${stand.kern}-${volgnummer}`,
    empty: { reden: '' },
    check: ({ reden }): Fouten => (reden.trim() ? {} : { 'tegen-reden': t.fout }),
    fieldIds: { '/omschrijving': 'tegen-reden' },
    about: volgnummer,
    send: ({ reden }, idempotencyKey) =>
      api.addGrootboekregel({
        params: { jaar, kerncode: stand.kern },
        body: { soort: 'tegenboeking', regel: volgnummer, omschrijving: reden.trim() },
        idempotencyKey,
      }),
    done: () => onGeboekt(t.klaar(volgnummer)),
  })
  return (
    <section class="nieuweregel" aria-labelledby="tegen-titel">
      <h3 class="utrecht-heading-3" id="tegen-titel" tabIndex={-1} ref={heading}>
        {t.titel(volgnummer)}
      </h3>
      <p>{t.uitleg}</p>
      <Formulier form={form} mislukt={nlGrootboek.nieuw.mislukt} knop={t.boek} hoofd>
        <Tekstveld
          id="tegen-reden"
          label={t.reden}
          fout={form.fouten['tegen-reden']}
          value={form.typed.reden}
          onTyp={(reden) => form.set({ reden })}
        />
      </Formulier>
      <button type="button" class="tabel__kies" onClick={onSluit}>
        {t.sluit}
      </button>
    </section>
  )
}

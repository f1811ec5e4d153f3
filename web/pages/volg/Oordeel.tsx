/** "Is het opgelost?" after closing. A no with its words opens the melding again. */
import type { Reactie } from '../../../functions/contract/opvolging.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Formulier } from '../../components/Formulier.tsx'
import { Gegevens } from '../../components/Gegevens.tsx'
import { Radiovraag } from '../../components/Radiovraag.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useFormulier } from '../../state/useFormulier.ts'
import { nlVolg } from '../../texts/nlVolg.ts'
import type { Reactiedeel } from './reageer.ts'

const t = nlVolg.oordeel

type Typed = { keuze: string; tekst: string }

const check = ({ keuze, tekst }: Typed): Fouten => {
  if (!keuze) return { oordeel: t.fout }
  return keuze === 'nee' && !tekst.trim() ? { oordeeltekst: t.foutTekst } : {}
}

const toReactie = ({ keuze, tekst }: Typed): Reactie => {
  const words = tekst.trim()
  if (keuze === 'nee') return { soort: 'oordeel', opgelost: false, tekst: words }
  return { soort: 'oordeel', opgelost: true, ...(words && { tekst: words }) }
}

export function Oordeel({ opvolging, reageer, gedaan }: Reactiedeel) {
  const form = useFormulier({
    naam: `volg-oordeel-${opvolging.nummer}`,
    empty: { keuze: '', tekst: '' },
    check,
    fieldIds: { '/tekst': 'oordeeltekst', '/opgelost': 'oordeel' },
    send: (typed, sleutel) => reageer(toReactie(typed), sleutel),
    done: (next) => gedaan(next, next.status === 'gesloten' ? t.klaarJa : t.klaarNee),
  })
  const { keuze, tekst } = form.typed
  return (
    <section class="volg__vraag" aria-labelledby="oordeel-titel">
      <h2 class="utrecht-heading-2" id="oordeel-titel">
        {t.titel}
      </h2>
      <Formulier form={form} mislukt={t.mislukt} knop={t.verstuur} bezig={nlVolg.bezig} hoofd>
        <Radiovraag
          id="oordeel"
          vraag={t.uitleg}
          keuzes={[
            ['ja', t.ja],
            ['nee', t.nee],
          ]}
          value={keuze}
          onKies={(next) => form.set({ keuze: next })}
          fout={keuze ? undefined : form.fouten.oordeel}
        />
        {keuze && (
          <>
            <Tekstveld
              id="oordeeltekst"
              label={keuze === 'nee' ? t.tekst : t.tekstJa}
              optional={keuze === 'ja'}
              value={tekst}
              onTyp={(next) => form.set({ tekst: next })}
              fout={form.fouten.oordeeltekst}
              soort="regels"
              rijen={3}
            />
            <Gegevens veld="oordeeltekst" tekst={tekst} onTekst={(next) => form.set({ tekst: next })} />
          </>
        )}
      </Formulier>
    </section>
  )
}

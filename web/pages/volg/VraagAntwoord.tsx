/** The question of the gemeente that waits for an answer, on top of the page. */
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Formulier } from '../../components/Formulier.tsx'
import { Gegevens } from '../../components/Gegevens.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useFormulier } from '../../state/useFormulier.ts'
import { nlVolg } from '../../texts/nlVolg.ts'
import type { Reactiedeel } from './reageer.ts'

const t = nlVolg.vraag

export function VraagAntwoord({ opvolging, reageer, gedaan }: Reactiedeel) {
  const form = useFormulier({
    naam: `volg-antwoord-${opvolging.nummer}`,
    empty: { tekst: '' },
    check: ({ tekst }): Fouten => (tekst.trim() ? {} : { antwoord: t.fout }),
    fieldIds: { '/tekst': 'antwoord' },
    send: ({ tekst }, sleutel) => reageer({ soort: 'antwoord', tekst: tekst.trim() }, sleutel),
    done: (next) => gedaan(next, t.klaar),
  })
  return (
    <section class="volg__vraag" aria-labelledby="vraag-titel">
      <h2 class="utrecht-heading-2" id="vraag-titel">
        {t.titel}
      </h2>
      <blockquote class="citaat">{opvolging.vraag}</blockquote>
      <Formulier form={form} mislukt={t.mislukt} knop={t.verstuur} bezig={t.bezig} hoofd>
        <Tekstveld
          id="antwoord"
          label={t.antwoord}
          value={form.typed.tekst}
          onTyp={(tekst) => form.set({ tekst })}
          fout={form.fouten.antwoord}
          soort="regels"
          rijen={4}
        />
        <Gegevens veld="antwoord" tekst={form.typed.tekst} onTekst={(tekst) => form.set({ tekst })} />
      </Formulier>
    </section>
  )
}

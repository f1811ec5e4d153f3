/** Other words for what was reported; the old ones can be put back as long as this page is open. */
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Formulier } from '../../components/Formulier.tsx'
import { Gegevens } from '../../components/Gegevens.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useFormulier } from '../../state/useFormulier.ts'
import { nlVolg } from '../../texts/nlVolg.ts'
import type { Reactiedeel } from './reageer.ts'

const t = nlVolg.correctie

export function Correctie({ opvolging, reageer, gedaan }: Reactiedeel) {
  const before = opvolging.omschrijving ?? ''
  const form = useFormulier({
    naam: `volg-tekst-${opvolging.nummer}`,
    empty: { omschrijving: before },
    check: ({ omschrijving }): Fouten => {
      const words = omschrijving.trim()
      return words && words !== before ? {} : { correctie: words ? t.zelfde : t.fout }
    },
    fieldIds: { '/omschrijving': 'correctie' },
    send: ({ omschrijving }, sleutel) =>
      reageer({ soort: 'correctie', omschrijving: omschrijving.trim() }, sleutel),
    done: (next) =>
      gedaan(next, t.klaar, {
        knop: t.terug,
        klaar: t.teruggezet,
        mislukt: t.mislukt,
        reactie: { soort: 'correctie', omschrijving: before },
      }),
  })
  return (
    <Formulier form={form} mislukt={t.mislukt} knop={t.verstuur} bezig={nlVolg.bezig}>
      <Tekstveld
        id="correctie"
        label={t.label}
        hulp={t.uitleg}
        value={form.typed.omschrijving}
        onTyp={(omschrijving) => form.set({ omschrijving })}
        fout={form.fouten.correctie}
        soort="regels"
        rijen={5}
      />
      <Gegevens
        veld="correctie"
        tekst={form.typed.omschrijving}
        onTekst={(omschrijving) => form.set({ omschrijving })}
      />
    </Formulier>
  )
}

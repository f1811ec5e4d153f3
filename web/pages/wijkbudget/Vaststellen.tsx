/** Adopting a version: which body, which decision, which day. Opens on demand; after it nothing can change. */
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import { api } from '../../api.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Formulier } from '../../components/Formulier.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useFormulier } from '../../state/useFormulier.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'

const t = nlWijkbudget.vaststellen
const fields = [
  ['orgaan', t.orgaan, 'tekst'],
  ['besluitnummer', t.besluitnummer, 'tekst'],
  ['besluitDatum', t.datum, 'datum'],
] as const

type Props = { verdeling: Verdeling; onVastgesteld(verdeling: Verdeling): void }

export function Vaststellen({ verdeling: { jaar, versie }, onVastgesteld }: Props) {
  /** Several proposals can be open on one page. */
  const idOf = (naam: string) => `${naam}-${versie}`
  const form = useFormulier({
    naam: `vaststelling-${jaar}-${versie}`,
    empty: { orgaan: '', besluitnummer: '', besluitDatum: '' },
    check: (typed): Fouten =>
      Object.fromEntries(
        fields.flatMap(([naam]) => (typed[naam].trim() ? [] : [[idOf(naam), t.fout[naam]]])),
      ),
    fieldIds: Object.fromEntries(fields.map(([naam]) => [`/${naam}`, idOf(naam)])),
    send: (body) => api.adoptVerdeling({ params: { jaar, versie }, body }),
    done: onVastgesteld,
  })
  return (
    <details class="vaststellen">
      <summary>{t.titel(versie)}</summary>
      <Formulier form={form} mislukt={t.mislukt} knop={t.bewaar} hoofd>
        {fields.map(([naam, label, soort]) => (
          <Tekstveld
            key={naam}
            id={idOf(naam)}
            label={label}
            hulp={naam === 'orgaan' ? t.orgaanHulp : undefined}
            fout={form.fouten[idOf(naam)]}
            soort={soort}
            value={form.typed[naam]}
            onTyp={(text) => form.set({ [naam]: text })}
          />
        ))}
      </Formulier>
    </details>
  )
}

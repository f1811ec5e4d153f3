/** New or corrected figures: from a file or pasted; the form adds up before anything is sent. */
import type { Bevolking, NieuweBevolking as Nieuw } from '../../../../functions/contract/bevolking.ts'
import type { Kern } from '../../../../functions/contract/kern.ts'
import { draftBevolking } from '../../../../functions/domain/bevolking/bevolking.ts'
import { api } from '../../../api.ts'
import type { Fouten } from '../../../components/ErrorSummary.tsx'
import { Field } from '../../../components/Field.tsx'
import { Formulier } from '../../../components/Formulier.tsx'
import { Keuzelijst } from '../../../components/Keuzelijst.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { instellingen } from '../../../state/gemeente.ts'
import { useFormulier } from '../../../state/useFormulier.ts'
import { nlBevolking } from '../../../texts/nlBevolking.ts'
import { foutBij } from '../foutBij.ts'
import { readAantal } from '../lezen.ts'
import { BevolkingTabel, Bezwaren } from './BevolkingVersie.tsx'

const t = nlBevolking.nieuw
const empty = { peildatum: '', bron: '', methode: 'CBS', reden: '', controletotaal: '', csv: '' }
type Typed = typeof empty

const check = (typed: Typed): Fouten => ({
  ...Object.fromEntries(
    (['peildatum', 'bron', 'reden', 'csv'] as const).flatMap((veld) =>
      typed[veld].trim() ? [] : [[veld, t.fout[veld]]],
    ),
  ),
  ...foutBij('controletotaal', () => typed.controletotaal.trim() && readAantal(typed.controletotaal)),
})

const toBody = (typed: Typed): Nieuw => ({
  peildatum: typed.peildatum,
  bron: typed.bron.trim(),
  methode: typed.methode as Nieuw['methode'],
  reden: typed.reden.trim(),
  csv: typed.csv,
  ...(typed.controletotaal.trim() && { controletotaal: readAantal(typed.controletotaal) }),
})

/** What the service will make of it, by the same code; undefined while it cannot be read. */
function preview(typed: Typed, kernen: readonly Kern[], versie: number): Bevolking | undefined {
  const gemeente = instellingen.value?.gemeente
  if (!typed.csv.trim() || !gemeente) return undefined
  try {
    const by = { medewerker: { naam: '' }, op: '' }
    return { versie, ...draftBevolking(toBody(typed), { ...gemeente, kernen }, by) }
  } catch {
    // Said at the field after sending; while typing it would only be in the way.
    return undefined
  }
}

type Props = {
  kernen: readonly Kern[]
  vorige: Bevolking | undefined
  onBewaard(bevolking: Bevolking): void
}

export function NieuweBevolking({ kernen, vorige, onBewaard }: Props) {
  const form = useFormulier({
    naam: 'bevolking',
    empty,
    check,
    fieldIds: {
      '/peildatum': 'peildatum',
      '/bron': 'bron',
      '/methode': 'bevolking-methode',
      '/reden': 'reden',
      '/controletotaal': 'controletotaal',
      '/csv': 'csv',
      '/cijfers': 'csv',
    },
    send: (typed, idempotencyKey) => api.addBevolkingsversie({ body: toBody(typed), idempotencyKey }),
    done: onBewaard,
  })
  const { typed, fouten, set } = form
  const shown = preview(typed, kernen, (vorige?.versie ?? -1) + 1)
  const text = (veld: keyof Typed, label: string, hulp?: string) => (
    <Tekstveld
      id={veld}
      label={label}
      hulp={hulp}
      fout={fouten[veld]}
      value={typed[veld]}
      onTyp={(value) => set({ [veld]: value })}
    />
  )
  return (
    <details class="vaststellen" open={Object.values(typed).some((value) => value && value !== 'CBS')}>
      <summary>{t.titel}</summary>
      <Formulier form={form} mislukt={t.mislukt} knop={t.bewaar} bezig={t.bezig} hoofd>
        <Tekstveld
          id="peildatum"
          label={nlBevolking.peildatum}
          soort="datum"
          fout={fouten.peildatum}
          value={typed.peildatum}
          onTyp={(peildatum) => set({ peildatum })}
        />
        {text('bron', nlBevolking.bron, t.bronHulp)}
        <Keuzelijst
          id="bevolking-methode"
          label={nlBevolking.methode}
          value={typed.methode}
          choices={nlBevolking.methoden}
          onKies={(methode) => set({ methode })}
        />
        {text('reden', nlBevolking.reden, t.redenHulp)}
        <Tekstveld
          id="controletotaal"
          label={nlBevolking.controletotaal}
          hulp={t.controletotaalHulp}
          fout={fouten.controletotaal}
          optional
          soort="bedrag"
          value={typed.controletotaal}
          onTyp={(controletotaal) => set({ controletotaal })}
        />
        <Field id="bestand" label={t.bestand} hulp={t.bestandHulp} optional>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".csv,.txt,text/csv"
              onChange={async (event) => {
                const file = event.currentTarget.files?.[0]
                if (file) set({ csv: await file.text() })
              }}
            />
          )}
        </Field>
        <Tekstveld
          id="csv"
          label={t.tekst}
          hulp={t.tekstHulp}
          fout={fouten.csv}
          soort="regels"
          rijen={8}
          value={typed.csv}
          onTyp={(csv) => set({ csv })}
        />
        {shown && (
          <div role="status">
            <h3 class="utrecht-heading-3">{t.voorbeeld}</h3>
            <Bezwaren bevolking={shown} kernen={kernen} />
            <BevolkingTabel bevolking={shown} vorige={vorige} kernen={kernen} />
          </div>
        )}
      </Formulier>
    </details>
  )
}

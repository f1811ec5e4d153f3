/** A new line in the ledger of a kern; what goes above the free room is refused with the amounts. */
import type { Grootboek } from '../../../../functions/contract/grootboek.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { api } from '../../../api.ts'
import type { Fouten } from '../../../components/ErrorSummary.tsx'
import { Formulier } from '../../../components/Formulier.tsx'
import { Keuzelijst } from '../../../components/Keuzelijst.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { type Formulier as Form, useFormulier } from '../../../state/useFormulier.ts'
import { nlGrootboek } from '../../../texts/nlGrootboek.ts'
import { nlWijkbudget } from '../../../texts/nlWijkbudget.ts'
import { foutBij } from '../foutBij.ts'
import { readBedrag } from '../lezen.ts'
import { empty, type Typed, toNieuweRegel } from './regel.ts'

const t = nlGrootboek.nieuw
const boekvelden = ['taakveld', 'iv3Categorie', 'kostenplaats', 'grootboeknummer'] as const

const check = (typed: Typed): Fouten => ({
  ...foutBij('bedrag', () => readBedrag(typed.bedrag)),
  ...(/^[0,.\s€]*$/.test(typed.bedrag) && { bedrag: t.fout.nul }),
  ...(!typed.nummer.trim() && !['betaling', 'opening'].includes(typed.soort) && { nummer: t.fout.nummer }),
  ...(!typed.omschrijving.trim() && { omschrijving: t.fout.omschrijving }),
})

type VeldenProps = { form: Form<Typed>; grootboek: Grootboek }

/** A payment or release names an open promise; a new promise gets a number. */
function Nummer({ form: { typed, fouten, set }, grootboek: { open } }: VeldenProps) {
  if (typed.soort === 'opening') return null
  if (!['betaling', 'vrijval'].includes(typed.soort))
    return (
      <Tekstveld
        id="nummer"
        label={t.nummer}
        hulp={t.nummerHulp}
        fout={fouten.nummer}
        value={typed.nummer}
        onTyp={(nummer) => set({ nummer })}
      />
    )
  return (
    <Keuzelijst
      id="nummer"
      label={t.nummerKies}
      fout={fouten.nummer}
      value={typed.nummer}
      choices={[
        ['', typed.soort === 'betaling' ? t.nummerGeen : ''],
        ...open.map(
          ({ nummer, openCenten }) =>
            [nummer, nlGrootboek.openRegel(nummer, formatEuro(openCenten))] as const,
        ),
      ]}
      onKies={(nummer) => set({ nummer })}
    />
  )
}

const Boekvelden = ({ form: { typed, fouten, set } }: Pick<VeldenProps, 'form'>) => (
  <details
    class="vaststellen"
    open={[...boekvelden, 'bijlagen' as const].some((veld) => typed[veld] || fouten[veld])}
  >
    <summary>{t.meer}</summary>
    <div class="filters">
      {boekvelden.map((veld) => (
        <Tekstveld
          key={veld}
          id={veld}
          label={nlGrootboek.veldnaam[veld]}
          hulp={veld === 'taakveld' ? t.taakveldHulp : veld === 'iv3Categorie' ? t.iv3Hulp : undefined}
          fout={fouten[veld]}
          optional
          value={typed[veld]}
          onTyp={(text) => set({ [veld]: text })}
        />
      ))}
    </div>
    <Tekstveld
      id="bijlagen"
      label={t.bijlagen}
      hulp={t.bijlagenHulp}
      fout={fouten.bijlagen}
      optional
      soort="regels"
      value={typed.bijlagen}
      onTyp={(bijlagen) => set({ bijlagen })}
    />
  </details>
)

type Props = {
  grootboek: Grootboek
  soorten: readonly (keyof typeof t.soorten)[]
  onGeboekt(words: string): void
}

export function NieuweRegel({ grootboek, soorten, onGeboekt }: Props) {
  const { jaar, stand } = grootboek
  const form = useFormulier({
    naam: `regel-${jaar}-${stand.kern}`,
    empty: { ...empty, soort: soorten[0] ?? empty.soort },
    check,
    fieldIds: {
      '/bedragCenten': 'bedrag',
      ...Object.fromEntries(
        (['soort', 'nummer', 'omschrijving', 'datum', 'bijlagen', ...boekvelden] as const).map((veld) => [
          `/${veld}`,
          veld,
        ]),
      ),
    },
    send: (typed, idempotencyKey) =>
      api.addGrootboekregel({
        params: { jaar, kerncode: stand.kern },
        body: toNieuweRegel(typed),
        idempotencyKey,
      }),
    done: ({ regel }) =>
      onGeboekt(
        t.klaar(
          nlWijkbudget.soort[regel.soort],
          formatEuro(regel.bedragCenten),
          formatEuro(regel.vrijCenten),
        ),
      ),
  })
  const { typed, fouten, set } = form
  const field = (veld: 'bedrag' | 'omschrijving' | 'datum') => ({
    id: veld,
    label: t[veld],
    fout: fouten[veld],
    value: typed[veld],
    onTyp: (text: string) => set({ [veld]: text }),
  })
  return (
    <section class="nieuweregel" aria-labelledby="nieuwe-regel">
      <h3 class="utrecht-heading-3" id="nieuwe-regel">
        {t.titel}
      </h3>
      <Formulier form={form} mislukt={t.mislukt} knop={t.boek} bezig={t.bezig} hoofd>
        <Keuzelijst
          id="soort"
          label={t.soort}
          value={typed.soort}
          choices={soorten.map((soort) => [soort, t.soorten[soort]] as const)}
          onKies={(soort) => set({ soort, nummer: '' })}
        />
        <Nummer form={form} grootboek={grootboek} />
        <Tekstveld {...field('bedrag')} soort="bedrag" hulp={t.vrij(formatEuro(stand.vrijCenten))} />
        <Tekstveld {...field('omschrijving')} hulp={t.omschrijvingHulp} />
        <Tekstveld {...field('datum')} soort="datum" hulp={t.datumHulp} optional />
        <Boekvelden form={form} />
      </Formulier>
    </section>
  )
}

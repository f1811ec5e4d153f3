/** The proposal: what kernen still ask, what would move, and sending it. */
import type { Bevolking } from '../../../../functions/contract/bevolking.ts'
import type { Onderbesteding } from '../../../../functions/contract/onderbesteding.ts'
import { Problem } from '../../../../functions/contract/problem.ts'
import type { Verdeling } from '../../../../functions/contract/verdeling.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { api } from '../../../api.ts'
import { Alert } from '../../../components/Alert.tsx'
import type { Fouten } from '../../../components/ErrorSummary.tsx'
import { Formulier } from '../../../components/Formulier.tsx'
import { Keuzelijst } from '../../../components/Keuzelijst.tsx'
import { Tekstveld } from '../../../components/Tekstveld.tsx'
import { useFormulier } from '../../../state/useFormulier.ts'
import { nlOnderbesteding as t } from '../../../texts/nlOnderbesteding.ts'
import { nlVerdelen } from '../../../texts/nlVerdelen.ts'
import { foutBij } from '../foutBij.ts'
import { readBedrag } from '../lezen.ts'
import { aanvraagId, OnderbestedingTabel } from './Tabel.tsx'
import { computeVoorbeeld, readAanvragen, type Voorbeeld } from './voorbeeld.ts'

type Props = {
  stand: Onderbesteding
  /** What each kern has free now. */
  nu: ReadonlyMap<string, number>
  bevolking: Bevolking | undefined
  onVoorgesteld(verdeling: Verdeling): void
}

const Uitkomst = ({ antwoord, inleg, extra, samenCenten }: Voorbeeld) => {
  const sum = (amounts: ReadonlyMap<string, number>) => [...amounts.values()].reduce((a, b) => a + b, 0)
  if (samenCenten === 0) return <p class="leeg">{t.nietsVrij}</p>
  return (
    <>
      <p>
        {t.pot(
          formatEuro(antwoord.totaalCenten),
          formatEuro(samenCenten),
          formatEuro(antwoord.onverdeeldCenten),
        )}
      </p>
      <p class="blad__klopt">{t.sluit(formatEuro(sum(inleg)), formatEuro(sum(extra)))}</p>
    </>
  )
}

export function Herverdeling({ stand, nu, bevolking, onVoorgesteld }: Props) {
  const { jaar, peildatum } = stand
  const kernen = stand.kernen.map(({ kern }) => kern)
  const empty: Record<string, string> & { toelichting: string; eenheid: string } = {
    toelichting: '',
    eenheid: '1',
    ...Object.fromEntries(kernen.map((kern) => [kern, ''])),
  }
  const made = (typed: typeof empty) =>
    computeVoorbeeld(stand, nu, readAanvragen(typed, kernen), bevolking, Number(typed.eenheid))
  const form = useFormulier({
    naam: `herverdeling-${jaar}`,
    empty,
    check: (typed): Fouten => {
      const wrong = Object.assign(
        {},
        ...kernen.map((kern) =>
          foutBij(aanvraagId(kern), () => typed[kern]?.trim() && readBedrag(typed[kern])),
        ),
      )
      const voorbeeld = made(typed)
      const nothing = !(voorbeeld instanceof Problem) && voorbeeld.samenCenten === 0
      return nothing && Object.keys(wrong).length === 0
        ? { [aanvraagId(kernen[0] ?? '')]: t.nietsTeVerdelen }
        : wrong
    },
    fieldIds: { '/toelichting': 'toelichting', '/peildatum': 'peildatum' },
    about: [jaar, peildatum],
    send: (typed, idempotencyKey) =>
      api.proposeHerverdeling({
        params: { jaar },
        body: {
          peildatum,
          aanvragen: [...readAanvragen(typed, kernen)].map(([kern, openAanvraagCenten]) => ({
            kern,
            openAanvraagCenten,
          })),
          eenheidCenten: Number(typed.eenheid),
          ...(typed.toelichting.trim() && { toelichting: typed.toelichting.trim() }),
        },
        idempotencyKey,
      }),
    done: onVoorgesteld,
  })
  const { typed, fouten, set } = form
  const voorbeeld = made(typed)
  return (
    <Formulier form={form} mislukt={t.mislukt} knop={t.stelVoor} bezig={t.bezig} hoofd>
      <OnderbestedingTabel
        stand={stand}
        voorbeeld={voorbeeld instanceof Problem ? undefined : voorbeeld}
        aanvragen={{ typed, fouten, set: (kern, text) => set({ [kern]: text }) }}
      />
      {voorbeeld instanceof Problem ? (
        <Alert soort="fout" titel={voorbeeld.message} />
      ) : (
        <Uitkomst {...voorbeeld} />
      )}
      <div class="filters">
        <Keuzelijst
          id="eenheid"
          label={t.eenheid}
          value={typed.eenheid}
          choices={nlVerdelen.eenheden}
          onKies={(eenheid) => set({ eenheid })}
        />
      </div>
      <Tekstveld
        id="toelichting"
        label={t.toelichting}
        fout={fouten.toelichting}
        optional
        soort="regels"
        value={typed.toelichting}
        onTyp={(toelichting) => set({ toelichting })}
      />
    </Formulier>
  )
}

/** Proposing: inputs go, never amounts. The same question sent twice is one version. */
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { api } from '../../api.ts'
import { Formulier } from '../../components/Formulier.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useFormulier } from '../../state/useFormulier.ts'
import { nlVerdelen } from '../../texts/nlVerdelen.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import { foutBij } from './foutBij.ts'
import { readAantal } from './lezen.ts'

type Props = {
  jaar: number
  vraag: BerekenVraag
  bevolkingVersie: number | undefined
  /** Tells forms on one page apart. */
  id?: string
  hoofd?: boolean
  onVoorgesteld(verdeling: Verdeling): void
}

export function Voorstel({ jaar, vraag, bevolkingVersie, id = '', hoofd, onVoorgesteld }: Props) {
  const veld = (naam: string) => `${naam}${id}`
  const form = useFormulier({
    naam: `verdeling-voorstel${id}`,
    empty: { toelichting: '', controletotaal: '' },
    check: ({ controletotaal }) =>
      foutBij(veld('controletotaal'), () => controletotaal.trim() && readAantal(controletotaal)),
    fieldIds: { '/controletotaal': veld('controletotaal'), '/toelichting': veld('toelichting') },
    about: [jaar, vraag, bevolkingVersie],
    send: ({ toelichting, controletotaal }, idempotencyKey) =>
      api.proposeVerdeling({
        params: { jaar },
        body: {
          berekening: { ...vraag },
          ...(bevolkingVersie !== undefined && { bevolkingVersie }),
          ...(controletotaal.trim() && { controletotaal: readAantal(controletotaal) }),
          ...(toelichting.trim() && { toelichting: toelichting.trim() }),
        },
        idempotencyKey,
      }),
    done: onVoorgesteld,
  })
  return (
    <Formulier
      form={form}
      mislukt={t.nietVoorgesteld}
      knop={t.stelVoor}
      bezig={t.stelVoorBezig}
      hoofd={hoofd}
    >
      <Tekstveld
        id={veld('toelichting')}
        label={t.toelichting}
        optional
        soort="regels"
        value={form.typed.toelichting}
        onTyp={(toelichting) => form.set({ toelichting })}
      />
      <Tekstveld
        id={veld('controletotaal')}
        label={nlVerdelen.controletotaal}
        hulp={nlVerdelen.controletotaalHulp}
        fout={form.fouten[veld('controletotaal')]}
        optional
        soort="bedrag"
        value={form.typed.controletotaal}
        onTyp={(controletotaal) => form.set({ controletotaal })}
      />
    </Formulier>
  )
}

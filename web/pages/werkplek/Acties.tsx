/** What can be done with a melding now: one press for what is done most, and one form at a time for the rest. */
import type { Wijziging } from '../../../functions/contract/wijziging.ts'
import { Alert } from '../../components/Alert.tsx'
import { useActie } from '../../state/useActie.ts'
import { useKept } from '../../state/useKept.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'
import { Samenvoegen } from './Samenvoegen.tsx'
import type { Melding } from './useMelding.ts'
import { WijzigingFormulier } from './WijzigingFormulier.tsx'
import type { Veldkennis } from './WijzigingVelden.tsx'
import { formuliersoorten, isFormuliersoort } from './wijziging.ts'

type Props = Omit<Veldkennis, 'toegestaan'> & { melding: Melding; ik: string }

/** A change without a form. */
export function Knop({
  melding,
  wijziging,
  label,
}: {
  melding: Melding
  wijziging: Wijziging
  label: string
}) {
  const actie = useActie()
  const { nummer, versie } = melding.melding ?? {}
  const go = () => void actie.run([nummer, versie, wijziging], (sleutel) => melding.send(wijziging, sleutel))
  const { problem } = actie
  return (
    <>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        aria-disabled={actie.busy}
        onClick={go}
      >
        {label}
      </button>
      {problem && problem.code !== 'versie-verouderd' && (
        <Alert soort="fout" titel={t.mislukt}>
          <p>{problem.message}</p>
        </Alert>
      )}
    </>
  )
}

function Snel({ melding, ik }: Pick<Props, 'melding' | 'ik'>) {
  const { mag = [], medewerker } = melding.melding ?? {}
  if (!mag.includes('toewijzing') || (medewerker && medewerker !== ik)) return null
  return (
    <div class="knoppen knoppen--dicht">
      {medewerker ? (
        <Knop
          melding={melding}
          wijziging={{ soort: 'toewijzing', team: melding.melding?.team }}
          label={t.geefTerug}
        />
      ) : (
        <Knop melding={melding} wijziging={{ soort: 'toewijzing', medewerker: ik }} label={t.neem} />
      )}
    </div>
  )
}

export function Acties({ melding, ik, ...kennis }: Props) {
  const { nummer = '', mag = [], toegestaan = [] } = melding.melding ?? {}
  const [gekozen, setGekozen] = useKept(`actie-${nummer}`, 'status')
  const kan = [...formuliersoorten, 'samenvoeging' as const].filter(
    (soort) => mag.includes(soort) && (soort !== 'status' || toegestaan.length > 0),
  )
  const soort = kan.find((each) => each === gekozen) ?? kan[0]
  return (
    <section class="acties" aria-labelledby="acties-titel">
      <h3 class="utrecht-heading-3" id="acties-titel" tabIndex={-1}>
        {t.acties}
      </h3>
      {kan.length === 0 && <p class="utrecht-paragraph">{t.geen}</p>}
      <Snel melding={melding} ik={ik} />
      <fieldset class="soorten">
        <legend class="alleen-voorlezen">{t.acties}</legend>
        {kan.map((each) => (
          <button
            key={each}
            type="button"
            class="soorten__soort"
            aria-pressed={each === soort}
            onClick={() => setGekozen(each)}
          >
            {t.actie[each]}
          </button>
        ))}
      </fieldset>
      {soort && <h4 class="acties__titel">{t.titels[soort]}</h4>}
      {soort === 'samenvoeging' && melding.melding && (
        <Samenvoegen key={nummer} melding={melding} deze={melding.melding} categorieen={kennis.categorieen} />
      )}
      {soort && isFormuliersoort(soort) && (
        <WijzigingFormulier key={soort} {...kennis} toegestaan={toegestaan} soort={soort} melding={melding} />
      )}
    </section>
  )
}

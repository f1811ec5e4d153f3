/** Which of two meldingen stays when they become one, and the button that does it. */
import { useState } from 'preact/hooks'
import type { BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { useActie } from '../../state/useActie.ts'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import type { Melding } from './useMelding.ts'

const t = nlBehandeling.samen

type Props = { melding: Melding; deze: BehandelingDetail; andere: BehandelingDetail }

/** The older one stays, unless somebody chooses otherwise. */
export function KiesBlijvende({ melding, deze, andere }: Props) {
  const [blijft, setBlijft] = useState(andere.geregistreerdOp <= deze.geregistreerdOp ? andere : deze)
  const actie = useActie()
  const deel = blijft === deze ? andere : deze
  const merge = () =>
    void actie.run([deel.nummer, deel.versie, blijft.nummer], async (idempotencyKey) => {
      const wijziging = { soort: 'samenvoeging', hoofdmelding: blijft.nummer } as const
      if (deel === deze) return melding.send(wijziging, idempotencyKey)
      const body = { versie: deel.versie, wijziging }
      const done = await api.changeBehandeling({ params: { nummer: deel.nummer }, body, idempotencyKey })
      return melding.reload({
        wijziging,
        nummer: deel.nummer,
        versie: done.versie,
        terug: { soort: 'losmaking' },
      })
    })
  return (
    <>
      <fieldset class="contact">
        <legend class="veld__label">{t.blijft}</legend>
        {[deze, andere].map((each) => (
          <label key={each.nummer} class="keuze__optie">
            <input
              type="radio"
              name="samen-blijft"
              checked={blijft.nummer === each.nummer}
              onChange={() => setBlijft(each)}
            />
            {t.blijftNaam(each.nummer)}
          </label>
        ))}
      </fieldset>
      <p>{t.uitleg}</p>
      {actie.problem && actie.problem.code !== 'versie-verouderd' && (
        <Alert soort="fout" titel={nlBehandeling.mislukt}>
          <p>{actie.problem.message}</p>
        </Alert>
      )}
      <div class="knoppen">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          aria-disabled={actie.busy}
          onClick={merge}
        >
          {nlBehandeling.knoppen.samenvoeging}
        </button>
      </div>
    </>
  )
}

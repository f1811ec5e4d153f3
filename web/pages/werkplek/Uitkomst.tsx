/** What became of the last change: kept (with undo where there is one), or a colleague was first. */
import { useEffect, useRef } from 'preact/hooks'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { useActie } from '../../state/useActie.ts'
import { formatDag } from '../../texts/format.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'
import { statusNaam } from '../../texts/nlKaart.ts'
import { describeRegel, describeWie } from './describeRegel.ts'
import type { Gedaan, Melding } from './useMelding.ts'
import { isVoorMelder } from './wijziging.ts'

type Props = { melding: Melding; categorieen: readonly Categorie[] }

function describeGedaan({ wijziging: { soort } }: Gedaan, { melding }: Melding): string {
  if (!melding) return t.klaar[soort]
  if (soort === 'status') return `${t.klaar.status} ${statusNaam[melding.status].toLowerCase()}.`
  if (soort === 'categorie' || soort === 'hervatting')
    return `${t.klaar[soort]} ${formatDag(melding.streefDatum)}.`
  if (isVoorMelder(soort) && !melding.contactvelden.includes('email')) return t.klaarZonderMail
  return t.klaar[soort]
}

function Ongedaan({
  melding,
  gedaan,
  terug,
}: {
  melding: Melding
  gedaan: Gedaan
  terug: Gedaan['wijziging']
}) {
  const actie = useActie()
  const { nummer, versie } = gedaan
  const undo = () =>
    void actie.run([gedaan], async (idempotencyKey) => {
      const body = { versie, wijziging: terug }
      const done = await api.changeBehandeling({ params: { nummer }, body, idempotencyKey })
      await melding.reload({ wijziging: terug, nummer, versie: done.versie })
    })
  return (
    <>
      <button type="button" class="utrecht-button utrecht-button--subtle" onClick={undo}>
        {t.ongedaan}
      </button>
      {actie.problem && <p role="alert">{actie.problem.message}</p>}
    </>
  )
}

export function Uitkomst({ melding, categorieen }: Props) {
  const { gedaan, nieuw } = melding
  const box = useRef<HTMLDivElement>(null)
  // The button that was pressed may be gone; who uses the keyboard goes on from here.
  useEffect(() => {
    if (gedaan || nieuw.length > 0) box.current?.focus()
  }, [gedaan, nieuw])
  return (
    <div ref={box} tabIndex={-1} class="uitkomst">
      {gedaan && (
        <Alert soort="goed" titel={describeGedaan(gedaan, melding)}>
          {gedaan.terug && (
            <Ongedaan key={gedaan.versie} melding={melding} gedaan={gedaan} terug={gedaan.terug} />
          )}
        </Alert>
      )}
      {nieuw.length > 0 && (
        <Alert soort="fout" titel={t.verouderdTitel}>
          <ul class="punten">
            {nieuw.map((regel, n) => (
              <li key={n}>
                {describeRegel(regel, categorieen)} ({describeWie(regel)})
                {regel.toelichting && `: “${regel.toelichting}”`}
              </li>
            ))}
          </ul>
          <p>{t.verouderd}</p>
        </Alert>
      )}
    </div>
  )
}

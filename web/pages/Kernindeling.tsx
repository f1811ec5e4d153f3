/** Dividing the gemeente into kernen: draw, compare, propose; another adopts; what is open moves along. */
import { useState } from 'preact/hooks'
import type { Buurt, Kernindelingontwerp } from '../../functions/contract/kernindeling.ts'
import { api } from '../api.ts'
import { Alert } from '../components/Alert.tsx'
import { LoadState, Skeleton } from '../components/LoadState.tsx'
import { Poort } from '../components/Poort.tsx'
import { loadIndeling } from '../state/gemeente.ts'
import type { Medewerker } from '../state/medewerker.ts'
import { dayOf } from '../state/periode.ts'
import { useLoad } from '../state/useLoad.ts'
import { useTitle } from '../state/useTitle.ts'
import { nlKernindeling as t } from '../texts/nlKernindeling.ts'
import { Editor } from './kernindeling/Editor.tsx'
import { useWerk } from './kernindeling/useWerk.ts'
import { Vergelijking } from './kernindeling/Vergelijking.tsx'
import { Versies } from './kernindeling/Versies.tsx'

type Geladen = { maxKernen: number; geldend: number; kernindelingen: Kernindelingontwerp[] }

function Indelen(props: {
  geladen: Geladen
  buurten: readonly Buurt[]
  medewerker: Medewerker
  reload(): void
}) {
  const { geladen, buurten, medewerker, reload } = props
  const { maxKernen, geldend, kernindelingen } = geladen
  const werk = useWerk()
  const [note, setNote] = useState('')
  const [compared, setCompared] = useState<number>()
  const shown = kernindelingen.find(({ versie }) => versie === compared)
  const draws = werk.ontwerp !== undefined && medewerker.rollen.includes('beheerder')
  const done = (words: string) => {
    setNote(words)
    reload()
  }
  return (
    <>
      <div role="status">{note && !draws && <Alert soort="goed" titel={note} />}</div>
      {werk.ontwerp && draws && (
        <Editor
          werk={werk}
          note={note}
          ontwerp={werk.ontwerp}
          buurten={buurten}
          maxKernen={maxKernen}
          onBewaard={(record, words) => {
            done(words)
            if (record.status === 'concept') setCompared(record.versie)
          }}
        />
      )}
      {shown && (
        <Vergelijking
          versie={shown.versie}
          rev={shown.rev}
          geldend={geldend}
          buurten={buurten}
          onSluit={() => setCompared(undefined)}
        />
      )}
      <h2 class="utrecht-heading-2">{t.versies.titel}</h2>
      <Versies
        records={kernindelingen}
        geldend={geldend}
        medewerker={medewerker}
        bezig={werk.vuil}
        onBewerk={(record) => {
          setNote('')
          werk.open(record)
        }}
        onKopieer={(record) => {
          setNote('')
          werk.copy(record, dayOf(new Date()))
        }}
        onVergelijk={setCompared}
        onVastgesteld={({ versie }) => {
          loadIndeling.forget()
          setCompared(undefined)
          done(t.besluit.klaar(versie))
        }}
      />
    </>
  )
}

function Pagina({ medewerker }: { medewerker: Medewerker }) {
  const versions = useLoad((signal) => api.listKernindelingontwerpen({ signal }), [])
  const buurten = useLoad((signal) => api.listBuurten({ signal }), [])
  return (
    <div class="pagina pagina--breed" lang="nl">
      <h1 class="utrecht-heading-1">{t.titel}</h1>
      <p class="utrecht-paragraph utrecht-paragraph--lead">{t.inleiding}</p>
      <LoadState of={buurten} skeleton={<Skeleton lines={8} tall />}>
        {(known) => (
          <LoadState of={versions} skeleton={<Skeleton lines={8} tall />}>
            {(geladen) => (
              <Indelen
                geladen={geladen}
                buurten={known.buurten}
                medewerker={medewerker}
                reload={versions.reload}
              />
            )}
          </LoadState>
        )}
      </LoadState>
    </div>
  )
}

export default function Kernindeling() {
  useTitle(t.titel)
  return <Poort rollen={['beheerder', 'college']}>{(medewerker) => <Pagina medewerker={medewerker} />}</Poort>
}

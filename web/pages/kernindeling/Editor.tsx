/** Drawing a version: kernen and buurten in tables first, the map beside them, every step undoable. */
import { useMemo, useState } from 'preact/hooks'
import type { Buurt, Kernindelingontwerp, Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { checkOntwerp, checkVolledig } from '../../../functions/domain/kernindeling/controle.ts'
import { Alert } from '../../components/Alert.tsx'
import { instellingen } from '../../state/gemeente.ts'
import { dayOf } from '../../state/periode.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { Bewaren } from './Bewaren.tsx'
import { BuurtenTabel } from './BuurtenTabel.tsx'
import { placeBuurt } from './bewerk.ts'
import { Gegevens } from './Gegevens.tsx'
import { IndelingKaart } from './IndelingKaart.tsx'
import { countIndeling } from './inwoners.ts'
import { KernenTabel } from './KernenTabel.tsx'
import { Snijden } from './Snijden.tsx'
import { type Lijn, useLijn } from './useLijn.ts'
import { useStukken } from './useStukken.ts'
import type { Werk } from './useWerk.ts'

const t = nlKernindeling

type Props = {
  werk: Werk
  ontwerp: Ontwerp
  buurten: readonly Buurt[]
  maxKernen: number
  /** What was done last. */
  note: string
  onBewaard(record: Kernindelingontwerp, words: string): void
}

const nameOf = (list: readonly { code: string; naam: string }[], code: string): string =>
  list.find((each) => each.code === code)?.naam ?? code

/** Undo takes back a point of the line that is being drawn first, then steps of the draft. */
function Stappen({ werk, lijn, onStap }: { werk: Werk; lijn: Lijn; onStap(words: string): void }) {
  const { terug, vooruit } = werk.stand!.verloop
  const step = (able: boolean, words: string, go: () => void) => () => {
    if (!able) return
    go()
    onStap(words)
  }
  return (
    <div class="knoppen indeling__stappen">
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        aria-disabled={terug.length === 0 && !lijn.getikt}
        onClick={
          lijn.getikt
            ? step(true, t.snijden.puntTerug, lijn.terug)
            : step(terug.length > 0, t.editor.stap.ongedaan, werk.undo)
        }
      >
        {t.editor.ongedaan}
      </button>
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        aria-disabled={vooruit.length === 0}
        onClick={step(vooruit.length > 0, t.editor.stap.opnieuw, werk.redo)}
      >
        {t.editor.opnieuw}
      </button>
    </div>
  )
}

export function Editor({ werk, ontwerp, buurten, maxKernen, note, onBewaard }: Props) {
  const [kern, setKern] = useState<string>()
  const [actief, setActief] = useState<string>()
  const [said, setSaid] = useState('')
  const lijn = useLijn()
  const { stukken, gesneden, problem } = useStukken(ontwerp, buurten)
  const telling = useMemo(() => countIndeling(ontwerp, buurten, gesneden), [ontwerp, buurten, gesneden])
  const bekend = { gemeente: instellingen.value?.gemeente.naam ?? '', maxKernen, buurten }
  const fouten = [...checkOntwerp(ontwerp, bekend), ...checkVolledig(ontwerp, bekend, dayOf(new Date()))]
  const edit = (next: Ontwerp) => {
    setSaid('')
    werk.edit(next)
  }
  const click = (buurtcode: string) => {
    if (!kern) return setSaid(t.buurten.eerstKern)
    const naam = nameOf(buurten, buurtcode)
    const there = ontwerp.kernen.find(({ code }) => code === kern)?.buurtcodes.includes(buurtcode)
    werk.edit(placeBuurt(ontwerp, buurtcode, there ? undefined : kern))
    setSaid(there ? t.buurten.los(naam) : t.buurten.geplaatst(naam, nameOf(ontwerp.kernen, kern)))
  }
  const snijden = useMemo(
    () =>
      lijn.buurt === undefined
        ? undefined
        : {
            buurtcode: lijn.buurt,
            naam: nameOf(buurten, lijn.buurt),
            lijn: lijn.lijn,
            onPunt: lijn.tik,
          },
    [lijn.buurt, lijn.punten],
  )
  return (
    <section class="indeling" aria-label={t.editor.titel(werk.stand?.versie)}>
      <h2 class="utrecht-heading-2">{t.editor.titel(werk.stand?.versie)}</h2>
      <Gegevens ontwerp={ontwerp} onType={werk.type} />
      <Stappen werk={werk} lijn={lijn} onStap={setSaid} />
      <div class="indeling__vlakken">
        <div class="indeling__tabellen">
          <KernenTabel
            ontwerp={ontwerp}
            maxKernen={maxKernen}
            telling={telling}
            gekozen={kern}
            onKies={setKern}
            onChange={edit}
          />
          <BuurtenTabel
            ontwerp={ontwerp}
            buurten={buurten}
            actief={actief}
            onActief={setActief}
            onChange={edit}
          />
          <Snijden ontwerp={ontwerp} buurten={buurten} lijn={lijn} onChange={werk.edit} onKlaar={setSaid} />
        </div>
        <div class="indeling__kaart">
          <IndelingKaart
            ontwerp={ontwerp}
            stukken={stukken}
            actief={actief}
            onActief={setActief}
            onKies={click}
            snijden={snijden}
          />
          <p class="indeling__zegt" role="status">
            {said}
          </p>
        </div>
      </div>
      {problem && (
        <Alert soort="fout">
          <p>{problem.message}</p>
        </Alert>
      )}
      {fouten.length > 0 ? (
        <Alert soort="let_op" titel={t.editor.nogTeDoen}>
          <ul>
            {fouten.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <Alert soort="goed" titel={t.editor.compleet} />
      )}
      <Bewaren werk={werk} ontwerp={ontwerp} compleet={fouten.length === 0} onBewaard={onBewaard} />
      <div role="status">{note && !werk.vuil && <Alert soort="goed" titel={note} />}</div>
    </section>
  )
}

/** A standard text to begin with: filled in, and then to be changed. What was typed already stays before it. */
import { useRef, useState } from 'preact/hooks'
import type { Werkinstellingen } from '../../../functions/contract/behandeling.ts'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { fillTekst, listTeksten, type Moment, type Tekstfeiten } from './standaardtekst.ts'
import type { Concept } from './wijziging.ts'

type Props = {
  id: string
  moment: Moment
  werk: Werkinstellingen
  feiten: Tekstfeiten
  typed: Concept
  set(change: Partial<Concept>): void
}

export function StandaardKeuze({ id, moment, werk, feiten, typed, set }: Props) {
  const [gekozen, setGekozen] = useState('')
  const inserted = useRef('')
  const teksten = listTeksten(werk.standaardteksten, {
    moment,
    reden: typed.reden,
    categorie: feiten.categorie,
  })
  if (teksten.length === 0) return null
  const known = { ...feiten, ...(typed.geplandeDatum && { geplandeDatum: typed.geplandeDatum }) }
  const kies = (titel: string) => {
    setGekozen(titel)
    const tekst = teksten.find((each) => each.titel === titel)?.tekst
    const next = tekst ? fillTekst(tekst, known) : ''
    const own = inserted.current ? typed.tekst.replace(inserted.current, '') : typed.tekst
    inserted.current = next
    set({ tekst: [own.trim(), next].filter(Boolean).join('\n\n') })
  }
  return (
    <Keuzelijst
      id={`${id}-standaard`}
      label={nlBehandeling.velden.standaard}
      value={teksten.some(({ titel }) => titel === gekozen) ? gekozen : ''}
      choices={[
        ['', nlBehandeling.velden.geenStandaard],
        ...teksten.map(({ titel }) => [titel, titel] as const),
      ]}
      onKies={kies}
    />
  )
}

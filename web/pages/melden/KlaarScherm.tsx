/** What came of the form: received, waiting on this device, or following the melding of somebody else. */
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from '../../components/LoadState.tsx'
import type { Klaar } from '../../state/klaar.ts'
import { readWachtrij, removeWachtend, wachtrij } from '../../verzenden/wachtrij.ts'
import { Klaargezet } from './Klaargezet.tsx'
import { Ontvangst } from './Ontvangst.tsx'
import { VolgKlaar } from './VolgKlaar.tsx'

type Props = {
  klaar: Klaar
  onKlaar(klaar: Klaar): void
  onNogEen(): void
  /** After following: puts the form back as it was. */
  onTochZelf: (() => void) | undefined
}

/** A melding that waits. When it went, its receipt comes here; it leaves the queue once somebody can see that. */
function Wachtende({ sleutel, onKlaar, onNogEen }: Omit<Props, 'klaar'> & { sleutel: string }) {
  const wachtend = wachtrij.value.find((each) => each.sleutel === sleutel)
  const [known, setKnown] = useState(false)
  useEffect(() => {
    void readWachtrij()
      .finally(() => setKnown(true))
      .catch(() => undefined)
  }, [sleutel])
  // Taken out of the queue: there is nothing left to wait for.
  useEffect(() => {
    if (known && !wachtend) onNogEen()
  }, [known, wachtend === undefined])
  useEffect(() => {
    if (wachtend?.staat !== 'verstuurd' || document.hidden) return
    onKlaar({ soort: 'ontvangen', ontvangst: wachtend.ontvangst, fotosGemist: wachtend.fotosGemist })
    void removeWachtend(sleutel)
  }, [wachtend?.staat])
  return wachtend ? <Klaargezet melding={wachtend} onNogEen={onNogEen} /> : <Skeleton />
}

export function KlaarScherm(props: Props) {
  const { klaar, onNogEen, onTochZelf } = props
  switch (klaar.soort) {
    case 'ontvangen':
      return <Ontvangst ontvangst={klaar.ontvangst} fotosGemist={klaar.fotosGemist} onNogEen={onNogEen} />
    case 'gevolgd':
      return <VolgKlaar gevolgd={klaar.gevolgd} onTochZelf={onTochZelf} onNogEen={onNogEen} />
    case 'klaargezet':
      return <Wachtende {...props} sleutel={klaar.sleutel} />
  }
}

/**
 * Says, while somebody types, that a text seems to hold personal data, and offers to take it out. It never stops
 * anybody. The rules come as a chunk of their own: an old browser that cannot read them (lookbehind in a pattern)
 * misses the warning and nothing else.
 */
import { useEffect, useState } from 'preact/hooks'
import type { Persoonsgegeven } from '../../functions/domain/persoonsgegevens.ts'
import { teksten } from '../texts/taal.ts'

/** Long enough to finish a number. */
const patienceMs = 700
const loadRules = () => import('../../functions/domain/persoonsgegevens.ts').catch(() => undefined)

type Props = {
  /** Of the field that holds the text; it gets the focus when the buttons go. */
  veld: string
  tekst: string
  /** Everybody will be able to read it. */
  openbaar?: boolean
  /** Contact data is asked for after this. */
  straks?: boolean
  onTekst(tekst: string): void
}
type Vondst = Pick<Persoonsgegeven, 'soort'> & { woorden: string }

export function Gegevens({ veld, tekst, openbaar, straks, onTekst }: Props) {
  const t = teksten.value.melden.gegevens
  const [gevonden, setGevonden] = useState<Vondst[]>([])
  const [kept, setKept] = useState<readonly string[]>([])
  const [removed, setRemoved] = useState(false)
  useEffect(() => {
    const timer = setTimeout(async () => {
      const found = (await loadRules())?.findPersoonsgegevens(tekst) ?? []
      setGevonden(found.map(({ soort, begin, eind }) => ({ soort, woorden: tekst.slice(begin, eind) })))
      if (found.length > 0) setRemoved(false)
    }, patienceMs)
    return () => clearTimeout(timer)
  }, [tekst])

  const shown = gevonden.filter(({ woorden }) => tekst.includes(woorden) && !kept.includes(woorden))
  const backToField = () => document.getElementById(veld)?.focus()
  const keep = () => {
    setKept([...kept, ...shown.map(({ woorden }) => woorden)])
    backToField()
  }
  const remove = async () => {
    const rules = await loadRules()
    const found = rules?.findPersoonsgegevens(tekst) ?? []
    const unwanted = found.filter(({ begin, eind }) => !kept.includes(tekst.slice(begin, eind)))
    onTekst(rules?.removePersoonsgegevens(tekst, unwanted) ?? tekst)
    setRemoved(true)
    backToField()
  }

  return (
    <>
      <div role="status" class={shown.length > 0 ? 'gegevens' : undefined}>
        {shown.length > 0 && (
          <>
            <p class="gegevens__titel">{t.titel}</p>
            <ul class="gegevens__lijst">
              {shown.map(({ soort, woorden }) => (
                <li key={woorden}>
                  <strong>{woorden}</strong> ({t.soort[soort]})
                </li>
              ))}
            </ul>
            <p>
              {openbaar ? t.openbaar : t.melding} {straks && t.straks}
            </p>
          </>
        )}
        {shown.length === 0 && removed && <p>{t.weggehaald}</p>}
      </div>
      {shown.length > 0 && (
        <div class="gegevens__knoppen">
          <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={remove}>
            {t.haalWeg}
          </button>
          <button type="button" class="utrecht-button utrecht-button--subtle" onClick={keep}>
            {t.laatStaan}
          </button>
        </div>
      )}
    </>
  )
}

/** Filters with a name, kept in this browser for who is signed in. Removing one can be undone. */
import { useState } from 'preact/hooks'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useKept } from '../../state/useKept.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import type { Werkfilter } from './werkfilter.ts'

const t = nlWerkplek.bewaard

type Bewaard = { naam: string; filter: Werkfilter }
type Props = {
  /** Id of who is signed in: a browser may be shared. */
  van: string
  filter: Werkfilter
  onKies(filter: Werkfilter): void
}

export function BewaardeFilters({ van, filter, onKies }: Props) {
  const [bewaard, setBewaard] = useKept<Bewaard[]>(`filters-${van}`, [], 'browser')
  const [naam, setNaam] = useState('')
  const [fout, setFout] = useState<string>()
  const [zegt, setZegt] = useState<{ tekst: string; terug?: Bewaard[] }>()
  const bewaar = (event: Event) => {
    event.preventDefault()
    const words = naam.trim().slice(0, 60)
    setFout(words ? undefined : t.geenNaam)
    if (!words) return
    setBewaard([...bewaard.filter((each) => each.naam !== words), { naam: words, filter }])
    setNaam('')
    setZegt({ tekst: t.klaar(words) })
  }
  const verwijder = (weg: Bewaard) => {
    setBewaard(bewaard.filter((each) => each !== weg))
    setZegt({ tekst: t.weg(weg.naam), terug: bewaard })
  }
  const zetTerug = (terug: Bewaard[]) => {
    setBewaard(terug)
    setZegt(undefined)
  }
  return (
    <details class="uitklap">
      <summary>{t.titel}</summary>
      <p class="bijschrift">{t.uitleg}</p>
      {bewaard.length === 0 && <p>{t.leeg}</p>}
      <ul class="bewaard">
        {bewaard.map((each) => (
          <li key={each.naam}>
            <button type="button" class="tabel__kies" onClick={() => onKies(each.filter)}>
              {each.naam}
            </button>
            <button
              type="button"
              class="utrecht-button utrecht-button--subtle"
              aria-label={t.verwijder(each.naam)}
              onClick={() => verwijder(each)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <div role="status">{zegt?.tekst}</div>
      {zegt?.terug && (
        <button
          type="button"
          class="utrecht-button utrecht-button--subtle"
          onClick={() => zetTerug(zegt.terug ?? bewaard)}
        >
          {t.zetTerug}
        </button>
      )}
      <form onSubmit={bewaar} noValidate class="zoekregel">
        <Tekstveld id="filter-naam" label={t.naam} fout={fout} value={naam} onTyp={setNaam} />
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {t.bewaar}
        </button>
      </form>
    </details>
  )
}

/** The places of staff, who is signed in, and the way out. */
import { useLocation } from 'preact-iso'
import { type Medewerker, signOut } from '../state/medewerker.ts'
import { listPlaatsen } from '../state/werkplekken.ts'
import { nlWerkplek } from '../texts/nlWerkplek.ts'

const naamOf = {
  '/werkplek': nlWerkplek.meldingen,
  '/werkplek/wijkbudget': nlWerkplek.wijkbudget,
  '/werkplek/kernindeling': nlWerkplek.kernindeling,
}

const isCurrent = (path: string, place: string): boolean =>
  path === place || (place !== '/werkplek' && path.startsWith(`${place}/`))

export function WerkplekMenu({ medewerker }: { medewerker: Medewerker }) {
  const { path } = useLocation()
  return (
    <div class="werkplekmenu" lang="nl">
      <nav aria-label={nlWerkplek.menu}>
        <ul class="werkplekmenu__lijst">
          {listPlaatsen(medewerker.rollen).map(({ pad, opent }) => (
            <li key={pad}>
              <a
                class="werkplekmenu__link"
                href={opent}
                aria-current={isCurrent(path, pad) ? 'page' : undefined}
              >
                {naamOf[pad]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="werkplekmenu__wie">
        {nlWerkplek.aangemeldAls(medewerker.naam)}{' '}
        <button type="button" class="kop__taal" onClick={signOut}>
          {nlWerkplek.afmelden}
        </button>
      </p>
    </div>
  )
}

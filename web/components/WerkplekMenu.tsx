/** The places of staff, who is signed in, and the way out. */
import { useLocation } from 'preact-iso'
import { type Medewerker, signOut } from '../state/medewerker.ts'
import { nlWerkplek } from '../texts/nlWerkplek.ts'

const places = [
  ['/werkplek', nlWerkplek.meldingen],
  ['/werkplek/wijkbudget', nlWerkplek.wijkbudget],
] as const

export function WerkplekMenu({ medewerker }: { medewerker: Medewerker }) {
  const { path } = useLocation()
  return (
    <div class="werkplekmenu" lang="nl">
      <nav aria-label={nlWerkplek.menu}>
        <ul class="werkplekmenu__lijst">
          {places.map(([place, naam]) => (
            <li key={place}>
              <a class="werkplekmenu__link" href={place} aria-current={path === place ? 'page' : undefined}>
                {naam}
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

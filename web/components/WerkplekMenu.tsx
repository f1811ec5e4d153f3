/** The places of staff, who is signed in, and the way out. */
import { useLocation } from 'preact-iso'
import { type Medewerker, signOut } from '../state/medewerker.ts'
import { nlWerkplek } from '../texts/nlWerkplek.ts'

/** Where a place opens differs by function: a coördinator starts at the money of the kern, not at dividing it. */
const placesFor = ({ rollen }: Medewerker) => {
  const onlyCoordinator = !rollen.some((rol) => rol !== 'coordinator')
  const divides = rollen.includes('beheerder') || rollen.includes('college')
  return [
    ['/werkplek', '/werkplek', nlWerkplek.meldingen],
    [
      '/werkplek/wijkbudget',
      onlyCoordinator ? '/werkplek/wijkbudget/grootboek' : '/werkplek/wijkbudget',
      nlWerkplek.wijkbudget,
    ],
    ...(divides
      ? [['/werkplek/kernindeling', '/werkplek/kernindeling', nlWerkplek.kernindeling] as const]
      : []),
  ] as const
}

const isCurrent = (path: string, place: string): boolean =>
  path === place || (place !== '/werkplek' && path.startsWith(`${place}/`))

export function WerkplekMenu({ medewerker }: { medewerker: Medewerker }) {
  const { path } = useLocation()
  return (
    <div class="werkplekmenu" lang="nl">
      <nav aria-label={nlWerkplek.menu}>
        <ul class="werkplekmenu__lijst">
          {placesFor(medewerker).map(([place, opens, naam]) => (
            <li key={place}>
              <a
                class="werkplekmenu__link"
                href={opens}
                aria-current={isCurrent(path, place) ? 'page' : undefined}
              >
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

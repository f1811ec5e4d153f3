/** Every version of a year: who proposed it, who decided, and whether you may decide now. */
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import { formatEuro } from '../../../functions/domain/geld.ts'
import type { Medewerker } from '../../state/medewerker.ts'
import { formatDatum } from '../../texts/format.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'
import { Vaststellen } from './Vaststellen.tsx'

const t = nlWijkbudget.versies

type Props = {
  verdelingen: readonly Verdeling[]
  geldend: number | null
  medewerker: Medewerker
  gekozen: number | undefined
  onBekijk(versie: number | undefined): void
  onVastgesteld(verdeling: Verdeling): void
}

/** Why this person cannot adopt this version; undefined: they can. The server decides again. */
export function whyNot(
  { voorgesteldDoor, versie }: Pick<Verdeling, 'voorgesteldDoor' | 'versie'>,
  geldend: number | null,
  medewerker: Pick<Medewerker, 'id' | 'naam' | 'rollen'>,
): string | undefined {
  if (voorgesteldDoor === medewerker.naam || voorgesteldDoor === medewerker.id) return t.eigen
  if (!medewerker.rollen.includes('college') && !medewerker.rollen.includes('financien')) return t.rol
  if (geldend !== null && geldend > versie) return t.ingehaald
  return undefined
}

export const Versies = ({ verdelingen, geldend, medewerker, gekozen, onBekijk, onVastgesteld }: Props) => (
  <ul class="kaartjes">
    {verdelingen.toReversed().map((verdeling) => {
      const { versie, status, vaststelling } = verdeling
      const reason = whyNot(verdeling, geldend, medewerker)
      return (
        <li key={versie} class="kaartje versie">
          <h3 class="utrecht-heading-3 kaartje__titel">
            {t.versie(versie)}: {formatEuro(verdeling.antwoord.totaalCenten)}{' '}
            <span class={`label label--${status}`}>
              {t[status]}
              {versie === geldend && `, ${t.geldend}`}
            </span>
          </h3>
          <p class="kaartje__onder">
            {t.voorgesteldDoor(verdeling.voorgesteldDoor, formatDatum(verdeling.voorgesteldOp))}
          </p>
          {verdeling.toelichting && <p class="overzicht__tekst">{verdeling.toelichting}</p>}
          {vaststelling && (
            <p>
              {t.vastgesteldDoor(
                vaststelling.orgaan,
                vaststelling.besluitnummer,
                formatDatum(vaststelling.besluitDatum),
              )}
            </p>
          )}
          <p class="kaartje__onder">
            {t.controle}: <code>{verdeling.hash.slice(0, 12)}</code>
          </p>
          <div class="knoppen versie__knoppen">
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              aria-pressed={versie === gekozen}
              onClick={() => onBekijk(versie === gekozen ? undefined : versie)}
            >
              {versie === gekozen ? t.terug : t.bekijk(versie)}
            </button>
          </div>
          {status === 'concept' &&
            (reason ? (
              <p class="versie__reden">{reason}</p>
            ) : (
              <Vaststellen verdeling={verdeling} onVastgesteld={onVastgesteld} />
            ))}
        </li>
      )
    })}
  </ul>
)

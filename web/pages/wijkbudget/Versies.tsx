/** Every version of a year: who proposed it, who decided, what was checked, and whether you may decide now. */
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import { formatEuro } from '../../../functions/domain/geld.ts'
import type { Medewerker } from '../../state/medewerker.ts'
import { formatDatum } from '../../texts/format.ts'
import { methodeNaam } from '../../texts/nlVerdelen.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'
import { Controle } from './Controle.tsx'
import { HerverdelingInhoud } from './onderbesteding/Inhoud.tsx'
import { Vaststellen } from './Vaststellen.tsx'
import { whyNot } from './whyNot.ts'

const t = nlWijkbudget.versies

const naamOfMethode = ({ vraag: { methode } }: Verdeling): string =>
  methode === 'onderbesteding' ? t.herverdeling : methodeNaam[methode]

/** The amount of a redistribution is what moves, not the pot. */
const amountOf = ({ vraag, antwoord }: Verdeling): number =>
  vraag.methode === 'onderbesteding'
    ? antwoord.totaalCenten - antwoord.onverdeeldCenten
    : antwoord.totaalCenten

type Open = { gekozen: number | undefined; controle: number | undefined }
type Props = Open & {
  verdelingen: readonly Verdeling[]
  geldend: number | null
  medewerker: Medewerker
  naamOf(kern: string): string
  onOpen(open: Partial<Open>): void
  onVastgesteld(verdeling: Verdeling): void
}

function Versie({ verdeling, ...props }: Omit<Props, 'verdelingen'> & { verdeling: Verdeling }) {
  const { gekozen, controle, geldend, medewerker, naamOf, onOpen, onVastgesteld } = props
  const { jaar, versie, status, vaststelling, vraag } = verdeling
  const reason = whyNot(verdeling, geldend, medewerker)
  const wrong = verdeling.controle?.verschil
  return (
    <li class="kaartje versie">
      <h3 class="utrecht-heading-3 kaartje__titel">
        {t.versie(versie)}: {formatEuro(amountOf(verdeling))}{' '}
        <span class={`label label--${status}`}>
          {t[status]}
          {versie === geldend && `, ${t.geldend}`}
        </span>
      </h3>
      <p class="kaartje__onder">{naamOfMethode(verdeling)}</p>
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
      <div class="knoppen versie__knoppen">
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          aria-pressed={versie === gekozen}
          onClick={() => onOpen({ gekozen: versie === gekozen ? undefined : versie })}
        >
          {versie === gekozen
            ? vraag.methode === 'onderbesteding'
              ? t.sluit(versie)
              : t.terug
            : t.bekijk(versie)}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          aria-expanded={versie === controle}
          onClick={() => onOpen({ controle: versie === controle ? undefined : versie })}
        >
          {t.watGecontroleerd(versie)}
        </button>
      </div>
      {versie === gekozen && <HerverdelingInhoud verdeling={verdeling} naamOf={naamOf} />}
      {versie === controle && <Controle key={status} jaar={jaar} versie={versie} naamOf={naamOf} />}
      {status === 'concept' && Boolean(wrong) && <p class="versie__reden">{t.controletotaalWijktAf}</p>}
      {status === 'concept' &&
        (reason ? (
          <p class="versie__reden">{reason}</p>
        ) : (
          <Vaststellen verdeling={verdeling} onVastgesteld={onVastgesteld} />
        ))}
    </li>
  )
}

export const Versies = ({ verdelingen, ...props }: Props) => (
  <ul class="kaartjes">
    {verdelingen.toReversed().map((verdeling) => (
      <Versie key={verdeling.versie} verdeling={verdeling} {...props} />
    ))}
  </ul>
)

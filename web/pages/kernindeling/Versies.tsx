/** Every version, newest first: what state it is in, who did what, and what you may do with it. */
import type { Kernindelingontwerp } from '../../../functions/contract/kernindeling.ts'
import type { Medewerker } from '../../state/medewerker.ts'
import { formatDatum, formatMoment } from '../../texts/format.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { Besluit } from './Besluit.tsx'
import { geldigheidOf } from './geldigheid.ts'
import { Voortgang } from './Voortgang.tsx'

const t = nlKernindeling.versies
const bezigId = 'versies-bezig'

type Props = {
  records: readonly Kernindelingontwerp[]
  geldend: number
  medewerker: Medewerker
  /** There is unsaved work on the desk: opening another version would throw it away. */
  bezig: boolean
  onBewerk(record: Kernindelingontwerp): void
  onKopieer(record: Kernindelingontwerp): void
  onVergelijk(versie: number): void
  onVastgesteld(record: Kernindelingontwerp): void
}

/** Who did what, in a line each. */
function Geschiedenis({ record }: { record: Kernindelingontwerp }) {
  const { versie, gewijzigdDoor, gewijzigdOp, voorgesteldDoor, voorgesteldOp, vaststelling } = record
  return (
    <>
      <p class="kaartje__onder">
        {versie === 1 ? t.bestand : t.gewijzigd(gewijzigdDoor, formatMoment(gewijzigdOp))}
      </p>
      {versie === 1 && !vaststelling && <p class="kaartje__onder">{t.nooitVastgesteld}</p>}
      {voorgesteldDoor && voorgesteldOp && (
        <p class="kaartje__onder">{t.voorgesteldDoor(voorgesteldDoor, formatMoment(voorgesteldOp))}</p>
      )}
      {vaststelling && versie > 1 && (
        <p>
          {t.besluit(vaststelling.orgaan, vaststelling.besluitnummer, formatDatum(vaststelling.besluitDatum))}
        </p>
      )}
      {record.toelichting && <p class="overzicht__tekst">{record.toelichting}</p>}
    </>
  )
}

function Versie({ record, props }: { record: Kernindelingontwerp; props: Props }) {
  const { geldend, medewerker, bezig, onBewerk, onKopieer, onVergelijk, onVastgesteld } = props
  const { versie, status, naam } = record
  const geldigheid = geldigheidOf(record, props.records, geldend)
  const draws = medewerker.rollen.includes('beheerder')
  const own = record.voorgesteldDoor === medewerker.naam || record.voorgesteldDoor === medewerker.id
  const button = (words: string, go: () => void, blocked = false) => (
    <button
      type="button"
      class="utrecht-button utrecht-button--secondary-action"
      aria-disabled={blocked}
      aria-describedby={blocked ? bezigId : undefined}
      onClick={() => !blocked && go()}
    >
      {words}
    </button>
  )
  return (
    <li class="kaartje versie">
      <h3 class="utrecht-heading-3 kaartje__titel">
        {t.versie(versie, naam)}{' '}
        <span class={`label label--${status}`}>
          {versie === 1 && !record.vaststelling ? t.begin : t.status[status]}
          {geldigheid === 'nu' && `, ${t.geldt}`}
          {geldigheid === 'voorbij' && `, ${t.voorbij}`}
        </span>
      </h3>
      <p>
        {t.vanaf(formatDatum(record.geldigVanafDatum))} · {t.kernen(record.kernen.length)}
      </p>
      <Geschiedenis record={record} />
      {geldigheid && versie > 1 && <Voortgang versie={versie} geldigheid={geldigheid} />}
      <div class="knoppen versie__knoppen">
        {draws && status !== 'vastgesteld' && button(t.bewerk(versie), () => onBewerk(record), bezig)}
        {draws && button(t.kopieer(versie), () => onKopieer(record), bezig)}
        {versie !== geldend &&
          button((geldigheid === 'voorbij' ? t.verschil : t.bekijk)(versie), () => onVergelijk(versie))}
      </div>
      {status === 'voorgesteld' &&
        (own || !medewerker.rollen.includes('college') ? (
          <p class="versie__reden">{own ? t.eigen : t.rol}</p>
        ) : (
          <Besluit record={record} onVastgesteld={onVastgesteld} />
        ))}
    </li>
  )
}

export const Versies = (props: Props) => (
  <>
    {props.bezig && (
      <p id={bezigId} class="bijschrift">
        {t.bezig}
      </p>
    )}
    <ul class="kaartjes">
      {props.records.toReversed().map((record) => (
        <Versie key={record.versie} record={record} props={props} />
      ))}
    </ul>
  </>
)

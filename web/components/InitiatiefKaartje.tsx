/** One plan in the list: title, place, what it is and which help it asks. */
import type { Initiatief } from '../../functions/contract/initiatief.ts'
import { formatDatum } from '../texts/format.ts'
import { hulpNaam, nlKaart } from '../texts/nlKaart.ts'

const t = nlKaart.initiatieven

export const InitiatiefKaartje = ({ initiatief, kernNaam }: { initiatief: Initiatief; kernNaam: string }) => (
  <li class="kaartje" id={initiatief.nummer} tabIndex={-1}>
    <h2 class="utrecht-heading-3 kaartje__titel">{initiatief.titel}</h2>
    <p class="kaartje__onder">
      {kernNaam} · {t.ingediend(formatDatum(initiatief.geregistreerdOp))}
    </p>
    {initiatief.kernwijzigingen?.map(({ toelichting, op }) => (
      <p key={op} class="kaartje__onder">
        <time dateTime={op}>{formatDatum(op)}</time>: {toelichting}
      </p>
    ))}
    <p class="overzicht__tekst">{initiatief.omschrijving}</p>
    <p class="kaartje__hulp">
      {initiatief.hulp.length > 0 ? (
        <>
          {t.hulp}:{' '}
          {initiatief.hulp.map((hulp) => (
            <span key={hulp} class="label">
              {hulpNaam[hulp]}
            </span>
          ))}
        </>
      ) : (
        t.geenHulp
      )}
    </p>
  </li>
)

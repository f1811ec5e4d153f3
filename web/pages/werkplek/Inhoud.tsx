/** What the reporter sent: the text, photos, answers to the extra questions; and mails about it. */
import type { BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import { Alert } from '../../components/Alert.tsx'
import { formatDatum, formatMoment } from '../../texts/format.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'

type Of = { melding: BehandelingDetail }

const Fotos = ({ melding: { fotos } }: Of) => (
  <>
    <h3 class="utrecht-heading-3">{t.fotos}</h3>
    <ul class="fotos">
      {fotos.map(({ foto, staat, url, breedte, hoogte, uitleg }, n) => (
        <li key={foto}>
          {url ? (
            <a href={url} target="_blank" rel="noopener">
              <img
                src={url}
                alt={t.foto(n + 1, fotos.length)}
                width={breedte}
                height={hoogte}
                loading="lazy"
              />
            </a>
          ) : (
            <p>{staat === 'geweigerd' ? `${t.fotoGeweigerd} ${uitleg ?? ''}` : t.fotoWacht}</p>
          )}
        </li>
      ))}
    </ul>
  </>
)

const Antwoorden = ({ melding: { antwoorden } }: Of) => (
  <>
    <h3 class="utrecht-heading-3">{t.antwoorden}</h3>
    <dl class="feiten">
      {antwoorden.map(({ vraag, antwoord }) => (
        <>
          <dt>{vraag}</dt>
          <dd>{antwoord}</dd>
        </>
      ))}
    </dl>
  </>
)

export const Inhoud = ({ melding }: Of) => (
  <>
    {melding.wacht && <Alert soort="uitleg">{t.wacht}</Alert>}
    {melding.postMislukt && <Alert soort="let_op">{t.postMislukt}</Alert>}
    <h3 class="utrecht-heading-3">{t.tekst}</h3>
    {melding.gewistOp ? (
      <p>{t.gewist(formatDatum(melding.gewistOp))}</p>
    ) : (
      <p class="overzicht__tekst detail__tekst">{melding.omschrijving}</p>
    )}
    {melding.persoonlijk && !melding.gewistOp && <p class="bijschrift">{t.persoonlijk}</p>}
    {melding.antwoorden.length > 0 && <Antwoorden melding={melding} />}
    {melding.fotos.length > 0 && <Fotos melding={melding} />}
  </>
)

export const Mails = ({ melding: { berichten } }: Of) => (
  <>
    <h3 class="utrecht-heading-3">{t.mails.titel}</h3>
    {berichten.length === 0 && <p>{t.mails.leeg}</p>}
    <ul class="regels">
      {berichten.map(({ onderwerp, aan, staat, uitleg, op }, n) => (
        <li key={n} class="mail">
          <span class="regels__naam">{onderwerp}</span>
          <span class={`mail__staat mail__staat--${staat}`}>{t.mails.staat[staat]}</span>
          <span class="bijschrift">
            {t.mails.aan[aan]} · {formatMoment(op)}
            {uitleg && ` · ${uitleg}`}
          </span>
        </li>
      ))}
    </ul>
  </>
)

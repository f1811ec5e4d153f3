/** How it stands now: the status, until when, and with which other melding it is handled. */
import type { Opvolging } from '../../../functions/contract/opvolging.ts'
import { isLate } from '../../../functions/domain/deadline.ts'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { formatDag } from '../../texts/format.ts'
import { nlVolg as t } from '../../texts/nlVolg.ts'
import { vertelHoofd } from './vertel.ts'

function Hoofdmelding({ hoofd }: { hoofd: NonNullable<Opvolging['hoofdmelding']> }) {
  const { zin, opnieuw } = vertelHoofd(hoofd)
  return (
    <section class="volg__hoofd" aria-labelledby="hoofd-titel">
      <h2 class="utrecht-heading-3" id="hoofd-titel">
        {t.hoofd.titel}
      </h2>
      <p>{zin}</p>
      <p>
        {t.hoofd.stand}: <StatusTeken {...hoofd} />
      </p>
      {hoofd.status !== 'gesloten' && (
        <p>
          {t.streefDatum}: {formatDag(hoofd.streefDatum)}
        </p>
      )}
      {opnieuw && (
        <p>
          <a class="utrecht-link" href="/melden">
            {t.hoofd.opnieuw}
          </a>
        </p>
      )}
    </section>
  )
}

export function Stand({ opvolging }: { opvolging: Opvolging }) {
  const { hoofdmelding, status, streefDatum, volger, geschiedenis } = opvolging
  const open = status !== 'gesloten'
  const talk = geschiedenis.findLast(({ soort }) => ['vraag', 'antwoord', 'hervatting'].includes(soort))
  const waits = open && talk?.soort === 'vraag'
  return (
    <>
      <p class="volg__nummer">{t.nummer(opvolging.nummer)}</p>
      <p class="volg__nu">
        {t.nu}: <StatusTeken {...opvolging} />
      </p>
      {volger && <p class="utrecht-paragraph">{t.volger}</p>}
      {open && (
        <p class="volg__termijn">
          {t.streefDatum}: <strong>{formatDag(streefDatum)}</strong>.
          {waits && <span> {volger ? t.staatStilVolger : t.staatStil}</span>}
        </p>
      )}
      {open && !waits && isLate(streefDatum, new Date().toISOString()) && (
        <p class="utrecht-paragraph">{t.langer}</p>
      )}
      {hoofdmelding && <Hoofdmelding hoofd={hoofdmelding} />}
    </>
  )
}

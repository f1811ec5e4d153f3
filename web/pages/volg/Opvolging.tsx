/** How it stands with a melding: the status now, what was reported, and what happened, newest first. */
import type * as z from 'zod'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import type { Opvolging as OpvolgingSchema } from '../../../functions/contract/opvolging.ts'
import { isLate } from '../../../functions/domain/deadline.ts'
import { Geschiedenis } from '../../components/Geschiedenis.tsx'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { formatDag } from '../../texts/format.ts'
import { nlKaart } from '../../texts/nlKaart.ts'

const t = nlKaart.volg

type Props = {
  opvolging: z.infer<typeof OpvolgingSchema>
  categorieen: readonly Categorie[]
  kernen: readonly Kern[]
}

export function Opvolging({ opvolging, categorieen, kernen }: Props) {
  const onderwerp = categorieen.find(({ code }) => code === opvolging.categorie)?.naam
  const kern = kernen.find(({ code }) => code === opvolging.kern)?.naam
  const open = opvolging.status !== 'gesloten'
  return (
    <>
      <p class="volg__nummer">{t.nummer(opvolging.nummer)}</p>
      <p class="volg__nu">
        {t.nu}: <StatusTeken {...opvolging} />
      </p>
      {open && isLate(opvolging.streefDatum, new Date().toISOString()) && (
        <p class="utrecht-paragraph">{t.langer}</p>
      )}
      <dl class="feiten">
        {open && (
          <>
            <dt>{t.streefDatum}</dt>
            <dd>{formatDag(opvolging.streefDatum)}</dd>
          </>
        )}
        <dt>{t.onderwerp}</dt>
        <dd>{onderwerp}</dd>
        <dt>{t.kern}</dt>
        <dd>{kern}</dd>
        <dt>{t.uTekst}</dt>
        <dd class="overzicht__tekst">{opvolging.omschrijving}</dd>
      </dl>
      <h2 class="utrecht-heading-2">{t.geschiedenis}</h2>
      <Geschiedenis regels={opvolging.geschiedenis} />
    </>
  )
}

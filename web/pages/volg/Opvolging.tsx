/** A melding for who follows it: what is asked of him first, then how it stands, what was reported and what happened. */
import { Fragment } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import type { Opvolging as Stuk } from '../../../functions/contract/opvolging.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import { Alert } from '../../components/Alert.tsx'
import { useActie } from '../../state/useActie.ts'
import { formatDatum } from '../../texts/format.ts'
import { nlVolg as t } from '../../texts/nlVolg.ts'
import { Acties } from './Acties.tsx'
import { Fotos } from './Fotos.tsx'
import { Oordeel } from './Oordeel.tsx'
import type { Gedaan, Reageer, Undo } from './reageer.ts'
import { Stand } from './Stand.tsx'
import { Verloop } from './Verloop.tsx'
import { VraagAntwoord } from './VraagAntwoord.tsx'

type Props = {
  opvolging: Stuk
  categorieen: readonly Categorie[]
  kernen: readonly Kern[]
  reageer: Reageer
  onChange(next: Stuk): void
  /** It is not as this page shows it any more. */
  onVerouderd(): void
}

/** What was just done, in focus, with the way back where there is one. */
function Bericht({ zin, undo, reageer, gedaan }: Gebeurd & { reageer: Reageer; gedaan: Gedaan }) {
  const line = useRef<HTMLDivElement>(null)
  const actie = useActie()
  useEffect(() => line.current?.focus(), [zin])
  const back = async ({ reactie, klaar }: Undo) => {
    const next = await actie.run(reactie, (sleutel) => reageer(reactie, sleutel))
    if (next) gedaan(next, klaar)
  }
  return (
    <div ref={line} tabIndex={-1} class="volg__bericht">
      <Alert soort="goed">
        <p>{zin}</p>
        {undo && (
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            aria-disabled={actie.busy}
            onClick={() => back(undo)}
          >
            {undo.knop}
          </button>
        )}
      </Alert>
      {actie.problem && undo && (
        <Alert soort="fout" titel={undo.mislukt}>
          <p>{actie.problem.message}</p>
        </Alert>
      )}
    </div>
  )
}

type Gebeurd = { zin: string; undo?: Undo }

export function Opvolging({ opvolging, categorieen, kernen, reageer, onChange, onVerouderd }: Props) {
  const [gebeurd, setGebeurd] = useState<Gebeurd>()
  const [refused, setRefused] = useState<Problem>()
  const naamVan = (categorie: string) => categorieen.find(({ code }) => code === categorie)?.naam ?? categorie
  const gedaan: Gedaan = (next, zin, undo) => {
    setRefused(undefined)
    setGebeurd({ zin, undo })
    onChange(next)
  }
  /** What cannot be done any more takes its form away, so the reason stands above everything. */
  const reageerEnKijk: Reageer = async (reactie, sleutel) => {
    try {
      return await reageer(reactie, sleutel)
    } catch (error) {
      if (error instanceof Problem && error.code === 'reactie-niet-mogelijk') {
        setRefused(error)
        onVerouderd()
      }
      throw error
    }
  }
  const deel = { opvolging, reageer: reageerEnKijk, gedaan }
  const { mag, omschrijving, antwoorden, volger } = opvolging
  return (
    <>
      {gebeurd && <Bericht {...gebeurd} reageer={reageerEnKijk} gedaan={gedaan} />}
      {refused && (
        <Alert soort="fout" titel={t.nietMogelijk}>
          <p>{refused.message}</p>
        </Alert>
      )}
      <Stand opvolging={opvolging} />
      {mag.includes('antwoord') && <VraagAntwoord {...deel} />}
      {mag.includes('oordeel') && <Oordeel {...deel} />}
      <dl class="feiten">
        <dt>{t.onderwerp}</dt>
        <dd>{naamVan(opvolging.categorie)}</dd>
        <dt>{t.kern}</dt>
        <dd>{kernen.find(({ code }) => code === opvolging.kern)?.naam}</dd>
        <dt>{t.gemeld}</dt>
        <dd>{formatDatum(opvolging.geregistreerdOp)}</dd>
        {omschrijving !== undefined && (
          <>
            <dt>{t.uTekst}</dt>
            <dd class="overzicht__tekst">{omschrijving}</dd>
          </>
        )}
        {antwoorden.map(({ vraag, antwoord }) => (
          <Fragment key={vraag}>
            <dt>{vraag}</dt>
            <dd class="overzicht__tekst">{antwoord}</dd>
          </Fragment>
        ))}
      </dl>
      <Fotos fotos={opvolging.fotos} />
      <h2 class="utrecht-heading-2">{t.geschiedenis}</h2>
      <Verloop regels={opvolging.geschiedenis} lezer={{ volger, naamVan }} />
      <Acties key={opvolging.gewijzigdOp} {...deel} />
    </>
  )
}

/** One line of the history in plain words: what happened, what was said, and why the date moved. */
import type { Melding } from '../../../functions/contract/melding.ts'
import type { Statusregel } from '../../../functions/contract/opvolging.ts'
import { formatDag } from '../../texts/format.ts'
import { nlVolg } from '../../texts/nlVolg.ts'

const t = nlVolg.verloop

export type Verhaal = {
  /** What happened; absent when the status after it says enough. */
  kop?: string
  /** The status is news. */
  status: boolean
  /** Words of the gemeente or of the reporter. */
  citaat?: string
  datum?: string
}

export type Lezer = {
  /** Somebody who follows what another reported. */
  volger: boolean
  /** The name of a subject. */
  naamVan(categorie: string): string
}

/** What a line is about, by its soort; the ones that are left out are for staff, or speak by their status. */
function findKop(regel: Statusregel, before: Statusregel, { volger, naamVan }: Lezer): string | undefined {
  const { soort, status, reden, melding = '', categorie = '', melder } = regel
  const closed = status === 'gesloten'
  switch (soort) {
    case 'status':
      if (reden !== 'ingetrokken') return undefined
      return melder ? t.ingetrokken : volger ? t.ingetrokkenVolger : undefined
    case 'categorie':
      return t.onderwerp(naamVan(categorie))
    case 'vraag':
      return volger ? t.vraagVolger : t.vraag
    case 'antwoord':
      return volger ? t.antwoordVolger : t.antwoord
    case 'hervatting':
      return volger ? t.hervattingVolger : t.hervatting
    case 'samengevoegd':
      return closed && reden === 'dubbel' ? t.samengevoegd(melding) : t.erbij(melding)
    case 'losgemaakt':
      // Only what was merged was closed before.
      return before.status === 'gesloten' ? t.losgemaakt(melding) : t.weerApart(melding)
    case 'oordeel':
      if (closed) return volger ? t.opgelostVolger : t.opgelost
      return volger ? t.nietOpgelostVolger : t.nietOpgelost
    case 'bericht':
    case 'kern':
    case 'correctie':
    case 'gewist':
      return t[soort]
    default:
      return undefined
  }
}

function findDatum({ soort, status, streefDatum }: Statusregel, first: boolean): string | undefined {
  if (!streefDatum || status === 'gesloten') return undefined
  const dag = formatDag(streefDatum)
  if (first) return t.beloofd(dag)
  switch (soort) {
    case 'status':
      return t.weerOpen(dag)
    case 'categorie':
      return t.andereTermijn(dag)
    case 'antwoord':
    case 'hervatting':
      return t.stondStil(dag)
    default:
      return t.nieuweDatum(dag)
  }
}

/** @param before the line before it; absent for the first */
export function vertel(regel: Statusregel, before: Statusregel | undefined, lezer: Lezer): Verhaal {
  const first = before === undefined
  return {
    kop: first ? t.ontvangen : findKop(regel, before, lezer),
    status: first || regel.soort === 'status' || regel.status !== before.status,
    citaat: regel.toelichting,
    datum: findDatum(regel, first),
  }
}

/**
 * What the melding that this one was merged into means for its reporter. He is not asked whether it was solved, as the
 * reporter of the other one is, so `opnieuw` says when he needs the way to report it again.
 */
export function vertelHoofd({ nummer, status, reden }: Pick<Melding, 'nummer' | 'status' | 'reden'>): {
  zin: string
  opnieuw: boolean
} {
  const { uitleg, uitlegGesloten } = nlVolg.hoofd
  if (status !== 'gesloten') return { zin: uitleg(nummer), opnieuw: false }
  return { zin: uitlegGesloten(nummer), opnieuw: reden === 'opgelost' }
}

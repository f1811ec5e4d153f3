/**
 * Which change of a melding is told to whom. Every line of the history is one version, so a mail belongs to a version;
 * what it is about can be read from that line and the one before it, also later, when it is sent again.
 */
import type { Bericht } from '../../contract/behandeling.ts'
import type { Contact } from '../../contract/melding.ts'
import type { Gebeurtenis, MeldingRecord, VolgerRecord } from '../ports.ts'
import type { BerichtRecord, Postsoort } from './ports.ts'

/** A line that is told, and the version it made. */
export type Postregel = { versie: number; soort: Postsoort }

/**
 * A change through the service is stored within seconds of its moment. What is older when the table gets it (an
 * import, example data) happened elsewhere, and whom it concerns knows it already.
 */
const latestMillis = 15 * 60_000

export const isDoorDienst = (op: string, bewaardOp: string): boolean =>
  Math.abs(Date.parse(bewaardOp) - Date.parse(op)) <= latestMillis

/** Where in the history the line of a version stands. */
export const plaatsOfVersie = (
  { versie, geschiedenis }: Pick<MeldingRecord, 'versie' | 'geschiedenis'>,
  gezocht: number,
): number => geschiedenis.length - 1 - (versie - gezocht)

/** Whether another melding was merged into this one at a version: who came later has nothing to do with it. */
export const hadDeel = (
  melding: Pick<MeldingRecord, 'versie' | 'geschiedenis'>,
  versie: number,
  deel: string,
): boolean =>
  melding.geschiedenis
    .slice(0, plaatsOfVersie(melding, versie) + 1)
    .findLast((regel) => regel.melding === deel)?.soort === 'samengevoegd'

/** A change of status; what only staff sees, and most of what the reporter did, is not told. */
const soortOfStatus = (regel: Gebeurtenis, vorige: Gebeurtenis): Postsoort | undefined => {
  if (regel.status === 'gesloten')
    return regel.reden === 'ingetrokken' && !regel.door ? 'ingetrokken' : 'gesloten'
  if (vorige.status === 'gesloten') return 'heropend'
  if (regel.status === 'gepland') return 'gepland'
  if (regel.status !== vorige.status && regel.status === 'in-behandeling') return 'in-behandeling'
  return regel.streefDatum ? 'nieuwe-datum' : undefined
}

const soortOf = (regel: Gebeurtenis, vorige: Gebeurtenis | undefined): Postsoort | undefined => {
  if (!vorige) return 'ontvangen'
  switch (regel.soort ?? 'status') {
    case 'status':
      return soortOfStatus(regel, vorige)
    // "Nee, het is niet opgelost" opens it again.
    case 'oordeel':
      return vorige.status === 'gesloten' && regel.status !== 'gesloten' ? 'heropend' : undefined
    case 'antwoord':
      return regel.streefDatum ? 'nieuwe-datum' : undefined
    case 'hervatting':
      return regel.streefDatum ? 'nieuwe-datum' : regel.toelichting ? 'bericht' : undefined
    case 'bericht':
      return 'bericht'
    case 'vraag':
      return 'vraag'
    case 'categorie':
      return 'categorie'
    // The other one of the two, which stays or stayed open, keeps its status.
    case 'samengevoegd':
      return regel.status === 'gesloten' && vorige.status !== 'gesloten' ? 'samengevoegd' : undefined
    case 'losgemaakt':
      return regel.status !== 'gesloten' && vorige.status === 'gesloten' ? 'losgemaakt' : undefined
    default:
      return undefined
  }
}

/** What is told of the lines of a melding for which `isNieuw`. */
export const listPost = (
  { versie, geschiedenis }: Pick<MeldingRecord, 'versie' | 'geschiedenis'>,
  isNieuw: (regel: Gebeurtenis, plaats: number) => boolean,
): Postregel[] =>
  geschiedenis.flatMap((regel, plaats) => {
    const soort = isNieuw(regel, plaats) && soortOf(regel, geschiedenis[plaats - 1])
    return soort ? [{ versie: versie - (geschiedenis.length - 1 - plaats), soort }] : []
  })

/**
 * What is told of the last `nieuw` versions of a melding.
 * @param bewaardOp when the table got the last of them
 */
export const findPost = (
  melding: Pick<MeldingRecord, 'versie' | 'geschiedenis'>,
  nieuw: number,
  bewaardOp: string,
): Postregel[] =>
  listPost(
    melding,
    ({ op }, plaats) => plaats >= melding.geschiedenis.length - nieuw && isDoorDienst(op, bewaardOp),
  )

/** Who can be written to about one melding. */
export type Adressen = {
  melding: Pick<MeldingRecord, 'nummer' | 'volgcode'>
  contact: Contact | undefined
  volgers: readonly VolgerRecord[]
}

export type Ontvanger = {
  ontvanger: string
  aan: 'melder' | 'volger'
  email: string
  /** The melding this receiver knows, and the secret of the own volglink. */
  nummer: string
  volgcode: string
}

/**
 * A question and an answer of staff are for who reported: they may be about that person. Who follows hears what
 * happens with the case; a merged melding has no status of its own, so its people hear that of the other.
 */
const alleenMelder: readonly Postsoort[] = ['ontvangen', 'vraag', 'bericht']
const ookDelen: readonly Postsoort[] = ['in-behandeling', 'gepland', 'gesloten', 'heropend']

export const isVoorDelen = (soort: Postsoort): boolean => ookDelen.includes(soort)

const listOf = (
  { melding: { nummer, volgcode }, contact, volgers }: Adressen,
  op: string,
  prefix: string,
): Ontvanger[] => {
  const melder = contact?.email
    ? [{ nummer, volgcode, ontvanger: `${prefix}melder`, aan: 'melder' as const, email: contact.email }]
    : []
  // Who came later has seen on the page what happened before.
  const earlier = volgers.filter((volger) => volger.op <= op)
  return [
    ...melder,
    ...earlier.flatMap(({ volger, volgcode: code, email }) =>
      email
        ? [{ nummer, volgcode: code, ontvanger: `${prefix}${volger}`, aan: 'volger' as const, email }]
        : [],
    ),
  ]
}

/**
 * To whom a line goes, each address once: who reported and follows too hears it as reporter.
 * @param op instant of the line
 * @param delen of each melding that was merged into this one
 */
export function findOntvangers(
  soort: Postsoort,
  op: string,
  eigen: Adressen,
  delen: readonly Adressen[],
): Ontvanger[] {
  const own = listOf(eigen, op, '').filter(({ aan }) => aan === 'melder' || !alleenMelder.includes(soort))
  const others = isVoorDelen(soort)
    ? delen.flatMap((deel) => listOf(deel, op, `${deel.melding.nummer}_`))
    : []
  const seen = new Set<string>()
  return [...own, ...others].filter(({ email }) => {
    const address = email.toLowerCase()
    if (seen.has(address)) return false
    seen.add(address)
    return true
  })
}

/** A mail as staff sees it. */
export const toBericht = ({ soort, aan, onderwerp, staat, uitleg, op }: BerichtRecord): Bericht => ({
  soort,
  aan,
  onderwerp,
  staat,
  ...(uitleg && { uitleg }),
  op,
})

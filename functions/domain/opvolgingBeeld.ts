/** What is seen with the secret of a volglink: by the reporter, and by who follows the melding of somebody else. */
import type { Melding } from '../contract/melding.ts'
import type { Opvolging, Regelsoort } from '../contract/opvolging.ts'
import { listReacties, type Omgeving } from './behandeling/mogelijk.ts'
import { toAntwoorden, toMelding, toStatusregel } from './meldingBeeld.ts'
import { isOpenbaar } from './openbaarheid.ts'
import type { GemeenteFeiten, MeldingRecord } from './ports.ts'

/** How work is divided here is not for the reporter, and what staff writes to itself neither. */
const staffOnly: readonly Regelsoort[] = ['notitie', 'toewijzing', 'persoonlijk', 'taak', 'taak-klaar']
/** Without its words such a line tells nothing, and the words are between the gemeente and the reporter. */
const reporterOnly: readonly Regelsoort[] = ['bericht', 'correctie', 'gewist']

type Regels = Pick<GemeenteFeiten, 'categorieen'>

/** The reporter: own words, history and question, without names of staff. */
export function toOpvolging(
  melding: MeldingRecord,
  omgeving: Omgeving & { fotos: Opvolging['fotos']; hoofdmelding?: Melding },
  now: string,
  gemeente: Regels,
): Opvolging {
  const { fotos, hoofdmelding, heeftContact } = omgeving
  const vraag =
    melding.wachtSinds && melding.geschiedenis.findLast(({ soort }) => soort === 'vraag')?.toelichting
  return {
    ...toMelding(melding),
    volger: false,
    omschrijving: melding.omschrijving,
    antwoorden: toAntwoorden(melding, gemeente),
    fotos,
    ...(vraag && { vraag }),
    geschiedenis: melding.geschiedenis
      .filter(({ soort = 'status' }) => !staffOnly.includes(soort))
      .map(toStatusregel),
    ...(hoofdmelding && { hoofdmelding }),
    mag: listReacties(melding, omgeving, now),
    heeftContact,
  }
}

/**
 * What somebody else may know that it is about: the categorie, or of one that is not public the last that was. That is
 * the one it had when it could be followed.
 */
function toBekendeCategorie({ categorie, geschiedenis }: MeldingRecord, gemeente: Regels): string {
  const all = geschiedenis.flatMap((regel) => regel.categorie ?? [])
  return [categorie, ...all.toReversed()].find((code) => isOpenbaar(code, gemeente)) ?? all[0] ?? categorie
}

/**
 * Who follows: what happened and when, without a word of the reporter or to the reporter, and without a categorie that is
 * not public. A follower can only have the own e-mail address erased.
 */
export function toVolgerbeeld(
  melding: MeldingRecord,
  { heeftContact, hoofdmelding }: { heeftContact: boolean; hoofdmelding?: Melding },
  gemeente: Regels,
): Opvolging {
  return {
    ...toMelding({ ...melding, categorie: toBekendeCategorie(melding, gemeente) }),
    volger: true,
    antwoorden: [],
    fotos: [],
    geschiedenis: melding.geschiedenis
      .filter(({ soort = 'status' }) => !staffOnly.includes(soort) && !reporterOnly.includes(soort))
      .map((regel) => {
        const { toelichting: _words, melder: _melder, categorie, ...rest } = toStatusregel(regel)
        return { ...rest, ...(categorie && isOpenbaar(categorie, gemeente) && { categorie }) }
      }),
    ...(hoofdmelding && { hoofdmelding }),
    mag: heeftContact ? ['contact-wissen'] : [],
    heeftContact,
  }
}

/** The melding that is handled instead. Of one that is not public its place and categorie are not shown, but those of `deel`. */
export const toHoofdmelding = (hoofd: MeldingRecord, deel: MeldingRecord, gemeente: Regels): Melding =>
  toMelding(
    isOpenbaar(hoofd.categorie, gemeente)
      ? hoofd
      : { ...hoofd, positie: deel.positie, categorie: toBekendeCategorie(deel, gemeente) },
  )

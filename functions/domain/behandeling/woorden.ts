/** Lines of a history in Dutch words, for who was not there. */

import type { Status } from '../../contract/melding.ts'
import type { Regelsoort } from '../../contract/opvolging.ts'
import { Problem } from '../../contract/problem.ts'
import type { Gebeurtenis, MeldingRecord } from '../ports.ts'

/** @example inWords('in-behandeling') // 'in behandeling' */
export const inWords = (status: Status): string => status.replace('-', ' ')

const when = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})

const toStatus = ({ status, reden, geplandeDatum }: Gebeurtenis): string =>
  [inWords(status), reden && `(${reden.replaceAll('-', ' ')})`, geplandeDatum && `op ${geplandeDatum}`]
    .filter(Boolean)
    .join(' ')

const toToewijzing = ({ team, medewerker }: Gebeurtenis): string => {
  const where = team ? `team ${team}` : 'het team'
  return `gegeven aan ${medewerker ? `${medewerker} van ${where}` : where}`
}

/** What was done, without its text: that stands in the history itself. */
const deeds: Record<Regelsoort, (regel: Gebeurtenis) => string> = {
  status: toStatus,
  categorie: ({ categorie = '' }) => `categorie ${categorie.replaceAll('-', ' ')}`,
  kern: () => 'naar een andere kern',
  bericht: () => 'bericht aan de melder gestuurd',
  vraag: () => 'vraag aan de melder gesteld',
  antwoord: () => 'vraag beantwoord',
  hervatting: () => 'niet meer wachten op antwoord',
  correctie: () => 'tekst verbeterd',
  samengevoegd: ({ melding }) => `samengevoegd met ${melding}`,
  losgemaakt: ({ melding }) => `losgemaakt van ${melding}`,
  gewist: () => 'persoonsgegevens gewist',
  oordeel: ({ status }) => (status === 'gesloten' ? 'opgelost gevonden' : 'niet opgelost gevonden'),
  notitie: () => 'notitie geschreven',
  toewijzing: toToewijzing,
  persoonlijk: () => 'merk persoonlijk veranderd',
  taak: ({ taak }) => `taak ${taak} toegevoegd`,
  'taak-klaar': ({ taak }) => `taak ${taak} klaar`,
}

/** @example 'in behandeling door Noor op 7 april 2026 om 11:30' */
const toSentence = (regel: Gebeurtenis): string =>
  `${deeds[regel.soort ?? 'status'](regel)} door ${regel.door ?? 'de melder'} op ${when.format(new Date(regel.op))}`

/** "Someone was before you", with who did what after the version that was looked at. */
export function outdated(melding: MeldingRecord, seen: number): Problem {
  const since = melding.geschiedenis.slice(-Math.max(1, melding.versie - seen)).map(toSentence)
  return new Problem(
    'versie-verouderd',
    `U keek naar versie ${seen}, maar de melding is nu bij versie ${melding.versie}. Intussen: ${since.join('; ')}.`,
    { huidigeVersie: melding.versie },
  )
}

/** @example toList(['a', 'b', 'c']) // 'a, b en c' */
export const toList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`

/**
 * Two meldingen of the same thing become one case, and that can be undone. `deel` is closed as `dubbel` and follows;
 * `hoofd` is handled. One level only: what is merged takes no others, so nobody has to look further than one step.
 */
import { ofFields, Problem } from '../../contract/problem.ts'
import { promiseDatum } from '../belofte.ts'
import { isLate } from '../deadline.ts'
import type { MeldingRecord } from '../ports.ts'
import { append, foldBeforeSamenvoeging } from './geschiedenis.ts'
import { assertMogelijk, assertTakenKlaar } from './mogelijk.ts'
import { kernToday, type Statusregels } from './status.ts'
import type { Behandelaar } from './wijziging.ts'

/** Both as they are afterwards; they are stored together or not at all. */
export type Paar = { deel: MeldingRecord; hoofd: MeldingRecord }

const refuse = (why: string): Problem => new Problem('wijziging-niet-mogelijk', why)

/** @throws Problem as for any closing of `deel`, and when `hoofd` is itself, closed or merged */
export function mergeMeldingen(deel: MeldingRecord, hoofd: MeldingRecord, by: Behandelaar): Paar {
  if (deel.nummer === hoofd.nummer)
    throw ofFields([
      {
        pointer: '/wijziging/hoofdmelding',
        code: 'zichzelf',
        detail: 'Kies een andere melding: deze kan niet met zichzelf worden samengevoegd.',
      },
    ])
  assertMogelijk(deel, 'samenvoeging')
  assertTakenKlaar(deel)
  if (hoofd.hoofdmelding)
    throw refuse(
      `${hoofd.nummer} is zelf samengevoegd met ${hoofd.hoofdmelding}. Kies ${hoofd.hoofdmelding} als hoofdmelding.`,
    )
  if (hoofd.status === 'gesloten')
    throw refuse(`${hoofd.nummer} is gesloten. Kies een open melding, of open haar eerst weer.`)
  const closing = {
    soort: 'samengevoegd',
    status: 'gesloten',
    reden: 'dubbel',
    melding: hoofd.nummer,
  } as const
  return {
    deel: append(deel, closing, by),
    hoofd: append(hoofd, { soort: 'samengevoegd', melding: deel.nummer }, withoutKey(by)),
  }
}

/**
 * Undoes a merge: `deel` has the status, question and date it had. When its date passed meanwhile it was in the hands of
 * the other melding, so that is no lateness of its own and it gets a new term from today; what was late before it was
 * merged stays late, otherwise merging and undoing would wipe that out.
 */
export function splitMeldingen(
  deel: MeldingRecord,
  hoofd: MeldingRecord,
  by: Behandelaar,
  regels: Statusregels,
): Paar {
  assertMogelijk(deel, 'losmaking')
  const before = foldBeforeSamenvoeging(deel)
  if (!before) throw refuse(`${deel.nummer} is niet samengevoegd.`)
  const { op: mergedOp } = deel.geschiedenis.findLast(({ soort }) => soort === 'samengevoegd')!
  const clock = before.wachtSinds ?? by.op
  const passed = isLate(before.streefDatum, clock) && !isLate(before.streefDatum, mergedOp)
  const { status, reden, geplandeDatum } = before
  return {
    deel: append(
      deel,
      {
        soort: 'losgemaakt',
        ...{ status, reden, geplandeDatum, melding: hoofd.nummer },
        ...(passed && { streefDatum: promiseDatum(deel.categorie, by.op, regels) }),
      },
      by,
      kernToday(deel, regels),
    ),
    hoofd: append(hoofd, { soort: 'losgemaakt', melding: deel.nummer }, withoutKey(by)),
  }
}

/** A retry is recognised by the line of the melding that it was asked of. */
const withoutKey = ({ op, door }: Behandelaar): Behandelaar => ({ op, door })

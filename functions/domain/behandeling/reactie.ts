/** What the reporter does with the secret of the volglink: each reaction is one line too, without a name. */
import type { Reactie } from '../../contract/opvolging.ts'
import { toDag } from '../dag.ts'
import type { MeldingRecord } from '../ports.ts'
import { append, type Daad } from './geschiedenis.ts'
import { assertReactie, type Omgeving } from './mogelijk.ts'
import { marked } from './persoonlijk.ts'
import { kernToday, reopen, resume, type Statusregels } from './status.ts'

/**
 * The melding one version on. A correction replaces the words: the old ones are kept nowhere, and the line only says that
 * it happened. Who says that it was not solved opens it again, with a new term.
 *
 * @param by without `door`
 * @throws Problem `reactie-niet-mogelijk` with why, and what is possible
 */
export function reactOn(
  melding: MeldingRecord,
  reactie: Reactie,
  by: Omit<Daad, 'door'>,
  omgeving: Omgeving,
  regels: Statusregels,
): MeldingRecord {
  assertReactie(melding, reactie.soort, omgeving, by.op)
  const running = () => resume(melding, by.op, regels)
  switch (reactie.soort) {
    case 'antwoord': {
      const line = { soort: 'antwoord', toelichting: reactie.tekst, ...running() } as const
      return append(melding, line, by)
    }
    case 'correctie': {
      const { omschrijving } = reactie
      return append(melding, { soort: 'correctie' }, by, { omschrijving, ...marked(melding, omschrijving) })
    }
    case 'intrekken': {
      const line = {
        status: 'gesloten',
        reden: 'ingetrokken',
        toelichting: reactie.tekst,
        ...running(),
      } as const
      return append(melding, line, by)
    }
    case 'oordeel': {
      const said = { soort: 'oordeel', toelichting: reactie.tekst } as const
      if (reactie.opgelost) return append(melding, said, by)
      const again = { ...said, status: 'in-behandeling', ...reopen(melding, by.op, regels) } as const
      return append(melding, again, by, kernToday(melding, regels))
    }
    case 'contact-wissen':
      return append(melding, { soort: 'gewist' }, by, { gewistDatum: toDag(by.op) })
  }
}

import { findPersoonsgegevens } from '../persoonsgegevens.ts'
import type { MeldingRecord } from '../ports.ts'

/** Text in which something personal was found, of whoever, goes with the contact data; once marked it stays marked. */
export const marked = (melding: MeldingRecord, text = ''): Pick<MeldingRecord, 'persoonlijk'> =>
  melding.persoonlijk || findPersoonsgegevens(text).length > 0 ? { persoonlijk: true } : {}

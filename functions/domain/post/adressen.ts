/** The people of a melding, as they can be reached now. */
import type { MeldingRecord, MeldingStore } from '../ports.ts'
import type { Adressen } from './brieven.ts'

/** What is asked of the store of meldingen. */
export type Adresboek = Pick<MeldingStore, 'find' | 'findContact' | 'listVolgers'>

export const findAdressen = async (melding: MeldingRecord, meldingen: Adresboek): Promise<Adressen> => {
  const [contact, volgers] = await Promise.all([
    meldingen.findContact(melding.nummer),
    meldingen.listVolgers(melding.nummer),
  ])
  return { melding, contact, volgers }
}

/** Of the meldingen that are merged into this one. */
export const findDelen = async (
  { nummer, deelmeldingen = [] }: MeldingRecord,
  meldingen: Adresboek,
): Promise<Adressen[]> => {
  const delen = await Promise.all(deelmeldingen.map((deel) => meldingen.find(deel)))
  const still = delen.flatMap((deel) => (deel?.hoofdmelding === nummer ? [deel] : []))
  return Promise.all(still.map((deel) => findAdressen(deel, meldingen)))
}

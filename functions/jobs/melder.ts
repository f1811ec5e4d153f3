/**
 * Everything about one reporter, to hand over (AVG article 15) or to erase (article 17). Who asks is checked by people,
 * before this runs.
 */
import type { Contact } from '../contract/melding.ts'
import { toDag } from '../domain/dag.ts'
import type { MeldingRecord, Stores } from '../domain/ports.ts'
import type { Wat } from '../domain/vernietiging.ts'
import type { Connection } from '../store/connection.ts'
import { findVindplaatsen, type Vindplaats } from '../store/contactZoeken.ts'
import { type EraseFotos, eraseOnce } from './eraseOnce.ts'

export type MelderSettings = {
  connection: Connection
  stores: Pick<Stores, 'meldingen' | 'vernietigingen'>
  eraseFotos: EraseFotos
  now(): Date
}

export type Persoon = { email?: string; telefoon?: string }

/** What the gemeente holds because of somebody: never the secret of a link, and no names of staff. */
export type Dossierstuk = {
  nummer: string
  rol: 'melder' | 'volger'
  contact: Contact
  /** Of a follower only that it is followed: the melding is of somebody else. */
  melding?: Omit<MeldingRecord, 'volgcode' | 'sleutel' | 'inhoud' | 'medewerker'>
}

const withoutSecrets = (melding: MeldingRecord): NonNullable<Dossierstuk['melding']> => {
  const {
    volgcode: _volgcode,
    sleutel: _sleutel,
    inhoud: _inhoud,
    medewerker: _medewerker,
    taken,
    ...rest
  } = melding
  return {
    ...rest,
    ...(taken && { taken: taken.map(({ klaarDoor: _door, ...taak }) => taak) }),
    geschiedenis: rest.geschiedenis.map(
      ({ sleutel: _key, door: _door, medewerker: _person, ...entry }) => entry,
    ),
  }
}

async function readStuk(
  { nummer, volger }: Vindplaats,
  { stores: { meldingen } }: MelderSettings,
): Promise<Dossierstuk[]> {
  if (volger !== undefined) {
    const found = (await meldingen.listVolgers(nummer)).find((each) => each.volger === volger)
    return found ? [{ nummer, rol: 'volger', contact: { ...(found.email && { email: found.email }) } }] : []
  }
  const melding = await meldingen.find(nummer)
  const contact = (await meldingen.findContact(nummer)) ?? {}
  return melding ? [{ nummer, rol: 'melder', contact, melding: withoutSecrets(melding) }] : []
}

/** In order of nummer. */
export async function exportMelder(persoon: Persoon, settings: MelderSettings): Promise<Dossierstuk[]> {
  const places = await findVindplaatsen(settings.connection, persoon)
  const stukken = await Promise.all(places.map((place) => readStuk(place, settings)))
  return stukken.flat().sort((a, b) => (a.nummer < b.nummer ? -1 : 1))
}

export type Wisuitkomst = {
  gewist: string[]
  /** Still being handled: the text is needed for that and goes with the term after closing (AVG article 17.3.b). */
  tekstBlijft: string[]
  nietMeerGevolgd: string[]
}

const grond = 'Verzoek van de betrokkene (AVG artikel 17)'

/** What goes of a melding that somebody wants erased. */
const listWat = (melding: MeldingRecord): Wat[] => {
  if (melding.status !== 'gesloten') return ['contact']
  return ['contact', 'tekst', ...(melding.fotos?.length ? (['fotos'] as const) : [])]
}

/** Can be stopped and started again: what is gone is not found again. */
export async function eraseMelder(persoon: Persoon, settings: MelderSettings): Promise<Wisuitkomst> {
  const uitkomst: Wisuitkomst = { gewist: [], tekstBlijft: [], nietMeerGevolgd: [] }
  for (const { nummer, volger } of await findVindplaatsen(settings.connection, persoon)) {
    if (volger !== undefined) {
      await settings.stores.meldingen.eraseVolger(nummer, volger)
      await settings.stores.vernietigingen.noteVolger(nummer, grond, toDag(settings.now()))
      uitkomst.nietMeerGevolgd.push(nummer)
      continue
    }
    let open = false
    await eraseOnce(
      nummer,
      (melding) => {
        open = melding.status !== 'gesloten'
        return { wat: listWat(melding), grond, persoonlijk: open }
      },
      settings,
    )
    uitkomst[open ? 'tekstBlijft' : 'gewist'].push(nummer)
  }
  return uitkomst
}

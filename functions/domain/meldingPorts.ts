/** A melding as it is kept, and what its stores can do; the other ports are in `ports.ts`. */
import type { Taak } from '../contract/behandeling.ts'
import type { Contact, Reden, Status } from '../contract/melding.ts'
import type { Regelsoort } from '../contract/opvolging.ts'
import type { Positie } from './ports.ts'
import type { Termijnkeuze } from './termijnkeuze.ts'
import type { Vernietiging } from './vernietiging.ts'

/** One line of the history: each change of a melding is one version and one line. */
export type Gebeurtenis = {
  /** Absent: `status`. */
  soort?: Regelsoort
  /** The status after it. */
  status: Status
  reden?: Reden
  geplandeDatum?: string
  /** The text of a message, question, answer, note or reason. */
  toelichting?: string
  /** What this line made of it. */
  categorie?: string
  team?: string
  medewerker?: string
  taak?: number
  /** The other one of a merge. */
  melding?: string
  /** The date promised by this event: by the first, and by each that moves it. */
  streefDatum?: string
  /** ISO instant, UTC. */
  op: string
  /** Who did it, as the identity provider names them; absent for the reporter's own act. */
  door?: string
  /** Hash of the Idempotency-Key of this change, so that a retry is recognised, and of what it asked for. */
  sleutel?: string
  inhoud?: string
}

/** A melding as kept. `versie` counts changes from 1; `geschiedenis` is append-only, oldest first. */
export type MeldingRecord = {
  nummer: string
  categorie: string
  omschrijving: string
  positie: Positie
  kern: string
  kernHerkomst: 'binnen' | 'afgeleid'
  status: Status
  reden?: Reden
  geplandeDatum?: string
  versie: number
  geregistreerdOp: string
  gewijzigdOp: string
  /** Last day of the term that runs now, or ran when it was closed; Europe/Amsterdam. */
  streefDatum: string
  geschiedenis: Gebeurtenis[]
  /** Who handles it, by name in the settings; meldingen from before there were teams have none. */
  team?: string
  medewerker?: string
  /** Why it went to this team and person when it came in. */
  waarom?: string
  /** Instant of the question to the reporter that is not answered yet; the term stands still since then. */
  wachtSinds?: string
  /** To the extra questions, by the code of each. */
  antwoorden?: Record<string, string>
  /** Codes of the pictures that came with it. */
  fotos?: string[]
  /** Of what was merged; and of that one: what was merged into it. */
  hoofdmelding?: string
  deelmeldingen?: string[]
  taken?: Taak[]
  /** Its text holds personal data, so it is erased with the contact data. */
  persoonlijk?: boolean
  /** Day on which contact data, and what was marked as personal, were erased. */
  gewistDatum?: string
  /** A mail about it came back or failed; kept by who sends mail, and no change of the melding. */
  postMislukt?: boolean
  /** Secret of the volglink, ≥ 128 bits, base64url. */
  volgcode: string
  /** SHA-256 of the Idempotency-Key, when there was one, and of the body it came with. */
  sleutel?: string
  inhoud?: string
}

/** What a list shows: no text beyond the first words (staff only), no secret. */
export type MeldingRegel = Pick<
  MeldingRecord,
  | 'nummer'
  | 'categorie'
  | 'positie'
  | 'kern'
  | 'kernHerkomst'
  | 'status'
  | 'reden'
  | 'geplandeDatum'
  | 'versie'
  | 'geregistreerdOp'
  | 'gewijzigdOp'
  | 'streefDatum'
  | 'team'
  | 'medewerker'
  | 'wachtSinds'
  | 'postMislukt'
> & { kop: string }

export type LijstVraag = {
  /** Kernen to look in; the caller fills in all of them when nothing was chosen. */
  kernen: readonly string[]
  categorie?: string
  status?: Status
  /** Only what is not closed; not together with `status`. */
  open?: true
  /** Anything else is left out, as if it were not there. */
  alleenCategorieen?: readonly string[]
  /** Only what is open, by where its term stands. */
  termijn?: Termijnkeuze
  team?: string
  /** `-`: nobody has it. */
  medewerker?: string
  /** Words that the whole text must hold. */
  tekst?: string
  bbox?: readonly [west: number, zuid: number, oost: number, noord: number]
  /** ISO instants: registered at or after `vanaf`, before `voor`. */
  vanaf?: string
  voor?: string
  limiet: number
  /** Opaque; what `volgende` of the page before said. */
  cursor?: string
}
/** `gezochtTot`: until which `geregistreerdOp` a search that reads much has looked. */
export type Bladzijde<T> = { rijen: T[]; volgende?: string; gezochtTot?: string }

/** What counting open work needs of each. */
export type OpenWerk = Pick<
  MeldingRegel,
  'nummer' | 'kern' | 'categorie' | 'streefDatum' | 'team' | 'medewerker' | 'wachtSinds'
>

/** `bestaat`: something with this nummer is there already, and this is it. */
export type Toevoeging<T> = { soort: 'nieuw' } | { soort: 'bestaat'; aanwezig: T }

export type MeldingStore = {
  /** One atomic write of the melding and, apart from it, its contact data. Never overwrites. */
  add(melding: MeldingRecord, contact?: Contact): Promise<Toevoeging<MeldingRecord>>
  /** Strongly consistent. */
  find(nummer: string): Promise<MeldingRecord | undefined>
  /** Writes `melding` only while the stored version is `melding.versie - 1`; otherwise gives what is stored. */
  replace(
    melding: MeldingRecord,
  ): Promise<{ soort: 'bewaard' } | { soort: 'verouderd'; aanwezig: MeldingRecord }>
  /** As `replace` for two meldingen: both are written or neither is. */
  replaceBoth(
    een: MeldingRecord,
    ander: MeldingRecord,
  ): Promise<{ soort: 'bewaard' } | { soort: 'verouderd'; aanwezig: MeldingRecord[] }>
  /** Newest first. A full walk during inserts returns every melding that was there at its start exactly once. */
  list(vraag: LijstVraag): Promise<Bladzijde<MeldingRegel>>
  /** Everything that is open in these kernen; its price is that of all open work. */
  listOpenWerk(kernen: readonly string[]): Promise<OpenWerk[]>
  /** Which contact fields were given; their contents stay where they are. */
  listContactvelden(nummer: string): Promise<(keyof Contact)[]>
  /** What was given; undefined when nothing was or when its lifetime is over. */
  findContact(nummer: string): Promise<Contact | undefined>
  /** Never overwrites; a melding has at most `maxVolgers`. */
  addVolger(nummer: string, volger: VolgerRecord): Promise<Toevoeging<VolgerRecord>>
  listVolgers(nummer: string): Promise<VolgerRecord[]>
  eraseVolger(nummer: string, volger: string): Promise<void>
  /** Who follows goes on to follow, and no e-mail address is kept; again may be asked again. */
  eraseVolgerEmail(nummer: string, volger: VolgerRecord): Promise<void>
}

/** Who follows the melding of somebody else. `volger` is its id: a hash of the request, or random. */
export type VolgerRecord = {
  volger: string
  volgcode: string
  email?: string
  op: string
  sleutel?: string
  inhoud?: string
}

export type VernietigingStore = {
  /**
   * Writes the erased `melding` while the stored version is the one before it, together with the line of the archive;
   * contact data goes when the line says so, and `volgers` go with it.
   */
  erase(
    melding: MeldingRecord,
    regel: Vernietiging,
    volgers: readonly VolgerRecord[],
  ): Promise<'gewist' | 'verouderd'>
  /** Adds a line for who followed and was erased on that day; again may be added again. */
  noteVolger(nummer: string, grond: string, datum: string): Promise<void>
  /** By day, oldest first. */
  list(jaar: number, bladzijde: { limiet: number; cursor?: string }): Promise<Bladzijde<Vernietiging>>
}

/** Mail about meldingen: what is kept of each, and who takes it away. No address is ever kept with it. */
import type { Bericht } from '../../contract/behandeling.ts'

/** What a mail is about; the texts are in `teksten.ts`. */
export const postsoorten = [
  'ontvangen',
  'in-behandeling',
  'gepland',
  'gesloten',
  'heropend',
  'vraag',
  'bericht',
  'nieuwe-datum',
  'categorie',
  'samengevoegd',
  'losgemaakt',
  'ingetrokken',
] as const
export type Postsoort = (typeof postsoorten)[number]

/** A mail as it goes out. */
export type Brief = {
  /** The same at every attempt and different for every mail: letters, digits, `-` and `_`. */
  kenmerk: string
  /** E-mail address. */
  naar: string
  onderwerp: string
  tekst: string
  html: string
  /** ISO instant of what it is about, so that a second attempt is the same mail. */
  op: string
  /** Comes back with a mail that could not be delivered; values of letters, digits, `-` and `_`. */
  merken: Readonly<Record<string, string>>
  /** What belongs together in a mailbox: the number of the melding. */
  draad?: string
}

/** `geweigerd`: this mail will never go. `tijdelijk`: later it may. `uitleg` is for staff and holds no address. */
export class PostFout extends Error {
  readonly soort: 'tijdelijk' | 'geweigerd'
  readonly uitleg: string

  constructor(soort: PostFout['soort'], uitleg: string, options?: ErrorOptions) {
    super(uitleg, options)
    this.name = 'PostFout'
    this.soort = soort
    this.uitleg = uitleg
  }
}

export type Postbus = {
  /**
   * @returns the id that the mail service gave it
   * @throws PostFout; anything else counts as `tijdelijk`
   */
  send(brief: Brief): Promise<{ bericht: string }>
}

/** `ontvanger`: `melder`, the id of a volger, or one of a merged melding: `M-4F7K-2M9Q_melder`. */
export type BerichtSleutel = { nummer: string; versie: number; ontvanger: string }

/** One mail to one receiver about one version of a melding. */
export type BerichtRecord = BerichtSleutel & {
  soort: Postsoort
  aan: Bericht['aan']
  onderwerp: string
  staat: Bericht['staat']
  uitleg?: string
  /** When it came into this state, ISO. */
  op: string
  /** How often sending failed for a reason that may pass. */
  pogingen: number
}

/** What came of an attempt. `opnieuwOp`: it stays ready, and may be tried again at that instant. */
export type Uitkomst =
  | { staat: 'verzonden'; bericht: string }
  | { staat: 'mislukt'; uitleg: string; naTeSturen: boolean }
  | { staat: 'klaar'; opnieuwOp: string; pogingen: number }

export type BerichtStore = {
  /** Ready to be sent; `false`: it is there already, in whatever state, and stays so. */
  add(
    bericht: BerichtSleutel & Pick<BerichtRecord, 'soort' | 'aan' | 'onderwerp'>,
    op: string,
  ): Promise<boolean>
  /** Of one melding, in the order of its versions. */
  list(nummer: string): Promise<BerichtRecord[]>
  /** What is ready and may be tried now; who waits longest first. */
  listKlaar(now: string, limiet: number): Promise<BerichtRecord[]>
  /**
   * Keeps others from sending it until `tot`; `false` when somebody else does, or it is no longer ready.
   * @param eigenaar different for every run
   */
  take(sleutel: BerichtSleutel, eigenaar: string, now: string, tot: string): Promise<boolean>
  /** Only of what is still ready: what came back meanwhile stays so. */
  settle(sleutel: BerichtSleutel, uitkomst: Uitkomst, op: string): Promise<void>
  /** It could not be delivered after all; `false` when there is no such mail. */
  markTeruggekomen(sleutel: BerichtSleutel, uitleg: string, op: string): Promise<boolean>
  /** Everything that failed for a reason that may have passed is ready again. @returns how many */
  requeue(now: string): Promise<number>
  /** Whether staff sees at the melding that a mail failed; no change of the melding. */
  flag(nummer: string, mislukt: boolean): Promise<void>
}

export type DagberichtStore = {
  /** Who may send the mail of this day to this team; nobody else may until `tot`. */
  take(dag: string, team: string, eigenaar: string, now: string, tot: string): Promise<boolean>
  /** `verzonden`: never again. Otherwise somebody may try again at once. */
  settle(dag: string, team: string, eigenaar: string, verzonden: boolean, now: string): Promise<void>
}

/**
 * A photo: a record in the table, and the picture itself in an object store. What came in (`ruw`) is never readable for
 * anybody but who cleans it; only the cleaned picture is.
 */
import type { Toevoeging } from '../ports.ts'

export type FotoRecord = {
  /** 128 random bits, base64url. */
  foto: string
  staat: 'wacht' | 'schoon' | 'geweigerd'
  /** Of one that was refused: why, as a sentence for who sent it. */
  uitleg?: string
  /** Of a clean one, in pixels. */
  breedte?: number
  hoogte?: number
  /** When a place to upload it was asked for. */
  op: string
  /** The melding that names it; absent while none does. */
  nummer?: string
}

/** What cleaning made of a picture. */
export type FotoUitkomst =
  | { staat: 'schoon'; breedte: number; hoogte: number }
  | { staat: 'geweigerd'; uitleg: string }

export type FotoStore = {
  /** Never overwrites. */
  add(foto: FotoRecord): Promise<Toevoeging<FotoRecord>>
  /** Strongly consistent. */
  find(foto: string): Promise<FotoRecord | undefined>
  /** Only of one that waits: the first outcome stays. @returns whether this one did. */
  settle(foto: string, uitkomst: FotoUitkomst): Promise<boolean>
  /** The first melding that names a photo has it. @returns whether `nummer` has it now. */
  claim(foto: string, nummer: string): Promise<boolean>
  /** At most `limiet` codes that no melding named, asked for before the instant `voor`; oldest first. */
  listUnclaimed(voor: string, limiet: number): Promise<string[]>
  /** Refuses it with this sentence, unless a melding names it by now. @returns whether it did. */
  refuseUnclaimed(foto: string, uitleg: string): Promise<boolean>
  /** Again may be asked again. */
  remove(foto: string): Promise<void>
}

/** A form that a browser sends to `url`: `velden` in this order, and then the file as `file`. */
export type Uploadplek = { url: string; velden: Record<string, string> }

/** Where pictures are kept: S3 on AWS, a folder on one machine. */
export type Fotokluis = {
  /**
   * A place for one picture of at most `maxBytes` bytes, until the instant `tot`.
   * @param terug where a browser goes afterwards, for a page without script; it must be an address of ours.
   */
  openUpload(foto: string, limits: { maxBytes: number; tot: Date; terug?: string }): Promise<Uploadplek>
  /** What was uploaded; `undefined` when nothing was, or when it is gone. */
  readRaw(foto: string): Promise<Uint8Array | undefined>
  /** A cleaned JPEG; writing it again gives the same. */
  writeClean(foto: string, jpeg: Uint8Array): Promise<void>
  removeRaw(foto: string): Promise<void>
  /** Both what came in and what was cleaned; again may be asked again. */
  remove(foto: string): Promise<void>
  /** An address that shows the cleaned picture until the instant `tot`, to who has it. */
  leesUrl(foto: string, tot: Date): Promise<string>
}

/**
 * The melding somebody is writing. It survives going back, reloading and a lost network (this tab only, because
 * a shared computer must not keep it). One draft has one Idempotency-Key: sending twice makes one melding.
 */
import { signal } from '@preact/signals'
import type { Contact } from '../../functions/contract/melding.ts'

export type Draft = {
  positie?: [lon: number, lat: number]
  /** What the place is called, when it came from an address. */
  plek?: string
  categorie: string
  omschrijving: string
  contact: Required<{ [K in keyof Contact]: string }>
  /** To the extra questions, by code; those of a subject that was left stay for who comes back to it. */
  antwoorden: Record<string, string>
  /** The answer to the question of a subject whether there is danger. */
  gevaar: '' | 'ja' | 'nee'
  /** When it was begun, in ms since 1970: nobody writes a melding within seconds. */
  begonnenOp: number
  sleutel: string
  /** Sent at least once: from now on a changed text is another melding and gets another key. */
  geprobeerd: boolean
  /** The photos of that first try: the same key means the same melding, photos included. */
  verstuurdeFotos?: readonly string[]
}

/** The most that the service takes; `maxTekst` of its contract. */
export const maxOmschrijving = 4000

const storageKey = 'kernpunt-melding'

/** 128 random bits. `crypto.randomUUID` is missing on plain http, where a test or an intranet may run. */
export const newSleutel = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

const empty = (): Draft => ({
  categorie: '',
  omschrijving: '',
  contact: { naam: '', email: '', telefoon: '' },
  antwoorden: {},
  gevaar: '',
  begonnenOp: Date.now(),
  sleutel: newSleutel(),
  geprobeerd: false,
})

function read(): Draft {
  try {
    const kept = sessionStorage.getItem(storageKey)
    return kept ? { ...empty(), ...JSON.parse(kept) } : empty()
  } catch {
    return empty()
  }
}

export const draft = signal<Draft>(read())

function keep(next: Draft): void {
  draft.value = next
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // A full or forbidden storage must never stop a melding.
  }
}

/** Changes the draft; after a first try to send, other words need another key. */
export function changeDraft(
  change: Partial<Omit<Draft, 'sleutel' | 'geprobeerd' | 'verstuurdeFotos'>>,
): void {
  const before = draft.value
  const renewed = before.geprobeerd
    ? { sleutel: newSleutel(), geprobeerd: false, verstuurdeFotos: undefined }
    : {}
  // Another subject asks another question.
  const moved = change.categorie !== undefined && change.categorie !== before.categorie
  keep({ ...before, ...(moved && { gevaar: '' as const }), ...change, ...renewed })
}

/** Back in the form, as it was; it was never taken in, so it keeps its key. */
export const restoreDraft = (before: Draft): void => keep(before)

export const markTried = (fotos: readonly string[]): void =>
  keep({ ...draft.value, geprobeerd: true, verstuurdeFotos: fotos })

export function clearDraft(): void {
  draft.value = empty()
  try {
    sessionStorage.removeItem(storageKey)
  } catch {
    // See keep.
  }
}

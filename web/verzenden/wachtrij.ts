/**
 * Meldingen that wait on this device for a connection, with their photos. A melding keeps the Idempotency-Key it had
 * in the form, and the body of its first try: however often it is sent, by whichever tab, it is one melding.
 */
import { signal } from '@preact/signals'
import { createStore, del, get, set, values } from 'idb-keyval'
import type { MeldingOntvangst, NieuweMelding } from '../../functions/contract/melding.ts'
import type { Draft } from '../state/draft.ts'

export type WachtFoto = {
  naam: string
  blob: Blob
  /** The code it got, once it is there. */
  foto?: string
  /** How often it did not get through; after some tries the melding goes without it. */
  mislukt?: number
}

type Kop = {
  sleutel: string
  /** When it was put here, in ms since 1970. */
  op: number
  /** What it is about, in the words of the list. */
  onderwerp: string
}
export type Klaargezet = Kop & {
  /** `geweigerd`: the service does not take it like this; `fout` says why. */
  staat: 'klaar' | 'geweigerd'
  fout?: string
  concept: Draft
  fotos: readonly WachtFoto[]
  /** What is sent; its photos are filled in just before the first try, and from then on it stays as it is. */
  body: NieuweMelding
  geprobeerd: boolean
}
/** Its text is gone; the receipt stays until somebody saw it. */
export type Verstuurd = Kop & { staat: 'verstuurd'; ontvangst: MeldingOntvangst; fotosGemist: number }
export type Wachtend = Klaargezet | Verstuurd

const store = createStore('kernpunt-wachtrij', 'meldingen')
const weekMs = 7 * 86_400_000

/** Oldest first, as they are kept on this device. */
export const wachtrij = signal<readonly Wachtend[]>([])

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('kernpunt-wachtrij') : undefined
if (channel) channel.onmessage = () => void readWachtrij()

/** Reads what there is; receipts of more than a week ago go. */
export async function readWachtrij(): Promise<readonly Wachtend[]> {
  const found = await values<Wachtend>(store)
  const old = (each: Wachtend) => each.staat === 'verstuurd' && each.op < Date.now() - weekMs
  for (const { sleutel } of found.filter(old)) await del(sleutel, store)
  wachtrij.value = found.filter((each) => !old(each)).toSorted((a, b) => a.op - b.op)
  return wachtrij.value
}

const tell = async (): Promise<void> => {
  await readWachtrij()
  channel?.postMessage('')
}

/** @throws when this browser keeps nothing */
export async function putWachtend(next: Wachtend): Promise<void> {
  await set(next.sleutel, next, store)
  await tell()
}

/** As it is now: another tab may have sent or removed it. */
export const findWachtend = (sleutel: string): Promise<Wachtend | undefined> => get(sleutel, store)

export async function removeWachtend(sleutel: string): Promise<void> {
  await del(sleutel, store)
  await tell()
}

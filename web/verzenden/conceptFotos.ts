/**
 * The photos of the melding somebody is writing. They go up one by one while he writes on, and are kept on the device
 * until the melding is sent (a phone may throw the page away to make room for its camera). A photo that fails says
 * why and never holds up the melding.
 */
import { signal } from '@preact/signals'
import { createStore, del, entries, get, set } from 'idb-keyval'
import { Problem } from '../../functions/contract/problem.ts'
import { changeDraft, newSleutel } from '../state/draft.ts'
import { online } from '../state/online.ts'
import { meesteFotoBytes, meesteFotos } from './grenzen.ts'
import { askFotoStaat, uploadFoto } from './uploadFoto.ts'

export type ConceptFoto = {
  id: string
  naam: string
  blob: Blob
  /** `wacht`: goes up as soon as it can. `nakijken`: it is there and being cleaned. */
  staat: 'wacht' | 'bezig' | 'nakijken' | 'klaar' | 'fout'
  /** Which part is there, from 0 to 1. */
  deel: number
  /** The code it got, once it is there. */
  foto?: string
  /** What is wrong with it; `leeg` and `groot` are found here, other sentences come from the service. */
  fout?: string
}

export const conceptFotos = signal<readonly ConceptFoto[]>([])

const storageKey = 'kernpunt-fotos'
const dayMs = 86_400_000
const store = createStore('kernpunt-fotos', 'concept')
const stops = new Map<string, AbortController>()
let uploads: Promise<void> = Promise.resolve()

/** Under which name this tab keeps its photos. */
function tabNaam(): string {
  try {
    const known = sessionStorage.getItem(storageKey) ?? newSleutel()
    sessionStorage.setItem(storageKey, known)
    return known
  } catch {
    return 'tab'
  }
}

type Bewaard = { op: number; fotos: readonly ConceptFoto[] }

/** Shows them and keeps them; without room they live as long as the page. */
function keep(fotos: readonly ConceptFoto[]): void {
  conceptFotos.value = fotos
  const kept: Bewaard = { op: Date.now(), fotos }
  const writing = fotos.length > 0 ? set(tabNaam(), kept, store) : del(tabNaam(), store)
  void writing.catch(() => undefined)
}

const find = (id: string) => conceptFotos.value.find((foto) => foto.id === id)
const changed = (id: string, next: Partial<ConceptFoto>) =>
  conceptFotos.value.map((foto) => (foto.id === id ? { ...foto, ...next } : foto))
const change = (id: string, next: Partial<ConceptFoto>): void => {
  conceptFotos.value = changed(id, next)
}

const enqueue = (id: string): void => {
  uploads = uploads.then(() => upload(id))
}

async function upload(id: string): Promise<void> {
  const waiting = find(id)
  if (waiting?.staat !== 'wacht' || !online.value) return
  const stop = new AbortController()
  stops.set(id, stop)
  change(id, { staat: 'bezig', deel: 0 })
  try {
    const foto = await uploadFoto(waiting.blob, {
      signal: stop.signal,
      onDeel: (deel) => change(id, { deel }),
    })
    if (!find(id)) return
    keep(changed(id, { staat: 'nakijken', deel: 1, foto }))
    void follow(id, foto, stop.signal)
  } catch (error) {
    const again = error instanceof Problem && error.code === 'even-niet-bereikbaar'
    change(
      id,
      again
        ? { staat: 'wacht', deel: 0 }
        : { staat: 'fout', deel: 0, fout: String((error as Error)?.message) },
    )
  }
}

async function follow(id: string, foto: string, signal: AbortSignal): Promise<void> {
  const { staat, uitleg } = await askFotoStaat(foto, signal)
  if (staat === 'geweigerd') keep(changed(id, { staat: 'fout', fout: uitleg ?? '', foto: undefined }))
  if (staat === 'schoon') change(id, { staat: 'klaar' })
}

const whatIsWrong = ({ size }: Blob): string | undefined =>
  size === 0 ? 'leeg' : size > meesteFotoBytes ? 'groot' : undefined

/** Adds photos, as many as still may; what is too large is shown with its reason. */
export function addFotos(files: Iterable<File>): void {
  const room = meesteFotos - conceptFotos.value.length
  const added = [...files].slice(0, Math.max(0, room)).map((blob): ConceptFoto => {
    const fout = whatIsWrong(blob)
    return { id: newSleutel(), naam: blob.name, blob, deel: 0, staat: fout ? 'fout' : 'wacht', fout }
  })
  keep([...conceptFotos.value, ...added])
  changeDraft({})
  for (const { id } of added) enqueue(id)
}

export function removeFoto(id: string): void {
  stops.get(id)?.abort()
  keep(conceptFotos.value.filter((foto) => foto.id !== id))
  changeDraft({})
}

export function retryFoto(id: string): void {
  change(id, { staat: 'wacht', fout: undefined })
  enqueue(id)
}

/** Tries what still waits, and ends when nothing is on its way up. */
export async function uploadWaiting(): Promise<void> {
  for (const { id } of conceptFotos.value) enqueue(id)
  await uploads
}

/** After sending, and when a melding goes to the queue, which keeps its own. */
export function clearFotos(): void {
  for (const stop of stops.values()) stop.abort()
  keep([])
}

/** Back in the form: what is there already keeps its code. */
export function restoreFotos(fotos: readonly { naam: string; blob: Blob; foto?: string }[]): void {
  keep(
    fotos.map(({ naam, blob, foto }) => ({
      id: newSleutel(),
      naam,
      blob,
      foto,
      deel: 0,
      staat: foto ? 'klaar' : 'wacht',
    })),
  )
  void uploadWaiting()
}

/** After a reload. What another tab left behind more than a day ago is thrown away. */
async function recall(): Promise<void> {
  const kept = await get<Bewaard>(tabNaam(), store)
  if (kept && conceptFotos.value.length === 0) {
    const asWaiting = ({ staat, ...foto }: ConceptFoto): ConceptFoto => ({
      ...foto,
      staat: staat === 'bezig' ? 'wacht' : staat,
    })
    conceptFotos.value = kept.fotos.map(asWaiting)
    for (const { id, foto, staat } of conceptFotos.value)
      if (foto && staat === 'nakijken') void follow(id, foto, new AbortController().signal)
    void uploadWaiting()
  }
  for (const [name, { op }] of await entries<string, Bewaard>(store))
    if (op < Date.now() - dayMs) await del(name, store)
}

void recall().catch(() => undefined)
online.subscribe((connected) => {
  if (connected) void uploadWaiting()
})

/** Sends what waits, once: one tab at a time, and each melding with its own key and body. */
import { Problem } from '../../functions/contract/problem.ts'
import { api } from '../api.ts'
import { online } from '../state/online.ts'
import { metBewijs } from './metBewijs.ts'
import { takeTime } from './takeTime.ts'
import { uploadFoto } from './uploadFoto.ts'
import { findWachtend, type Klaargezet, putWachtend, readWachtrij, type WachtFoto } from './wachtrij.ts'

/** While something waits and there seems to be a connection, it is tried this often. */
const againMs = 20_000

/** A refusal that goes away by itself; the others need the person who wrote it. */
const passes = (error: unknown): boolean =>
  !(error instanceof Problem) || ['even-niet-bereikbaar', 'storing', 'te-veel'].includes(error.code)

/** So often a photo is tried; a melding never waits for it longer. */
const mostTries = 3

/** One photo up, unless it is there or was tried often enough; without a connection it throws and nothing changes. */
async function sendFoto(foto: WachtFoto): Promise<WachtFoto> {
  if (foto.foto || (foto.mislukt ?? 0) >= mostTries) return foto
  try {
    return { ...foto, foto: await uploadFoto(foto.blob) }
  } catch (error) {
    if (error instanceof Problem && error.code === 'even-niet-bereikbaar') throw error
    return { ...foto, mislukt: (foto.mislukt ?? 0) + 1 }
  }
}

/** Keeps the next state, unless somebody removed the melding meanwhile. */
async function keep(next: Klaargezet): Promise<Klaargezet> {
  if (!(await findWachtend(next.sleutel))) throw new Error('removed')
  await putWachtend(next)
  return next
}

/** Photos first, each kept as soon as it is there; then the body is fixed. */
async function prepare(waiting: Klaargezet): Promise<Klaargezet> {
  let next = waiting
  if (waiting.geprobeerd) return waiting
  for (const at of waiting.fotos.keys())
    next = await keep({ ...next, fotos: next.fotos.with(at, await sendFoto(next.fotos[at]!)) })
  if (next.fotos.some(({ foto, mislukt = 0 }) => !foto && mislukt < mostTries)) throw new Error('again')
  const fotos = next.fotos.flatMap(({ foto }) => foto ?? [])
  const formulier = {
    lokveld: '',
    ...next.body.formulier,
    invultijdMillis: await takeTime(next.concept),
  }
  return await keep({
    ...next,
    geprobeerd: true,
    body: { ...next.body, ...(fotos.length > 0 && { fotos }), formulier },
  })
}

async function sendOne(sleutel: string): Promise<void> {
  const waiting = await findWachtend(sleutel)
  if (waiting?.staat !== 'klaar') return
  try {
    const { body, fotos } = await prepare(waiting)
    const ontvangst = await metBewijs((headers) =>
      api.createMelding({ body, idempotencyKey: sleutel, headers }),
    )
    const { op, onderwerp } = waiting
    const fotosGemist = fotos.filter(({ foto }) => !foto).length
    await putWachtend({ sleutel, op, onderwerp, staat: 'verstuurd', ontvangst, fotosGemist })
  } catch (error) {
    if (passes(error)) throw error
    const latest = await findWachtend(sleutel)
    if (latest?.staat === 'klaar')
      await putWachtend({ ...latest, staat: 'geweigerd', fout: (error as Problem).message })
  }
}

/** Web Locks are missing on plain http; then the keys alone see to it that one melding comes of it. */
const alone = (work: () => Promise<void>): Promise<unknown> =>
  navigator.locks ? navigator.locks.request('kernpunt-wachtrij', work) : work()

let running: Promise<void> | undefined

/** Sends everything that waits, oldest first, and stops at the first that cannot be sent now. Never throws. */
export function sendWachtend(): Promise<void> {
  running ??= alone(async () => {
    for (const { sleutel, staat } of await readWachtrij()) if (staat === 'klaar') await sendOne(sleutel)
  })
    .then(
      () => undefined,
      () => undefined,
    )
    .finally(() => {
      running = undefined
    })
  return running
}

/** From the start of the page: at once, when the connection comes back, and now and then while something waits. */
export async function watchWachtrij(): Promise<void> {
  const trySend = async () => {
    const waits = (await readWachtrij()).some(({ staat }) => staat === 'klaar')
    if (waits && online.value && navigator.onLine) await sendWachtend()
  }
  const quietly = () => void trySend().catch(() => undefined)
  online.subscribe(quietly)
  document.addEventListener('visibilitychange', quietly)
  setInterval(quietly, againMs)
}

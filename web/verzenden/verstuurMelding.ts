/**
 * Sends the melding of the form: photos first, then the melding. Without a connection, or when no answer comes, it goes
 * to the queue of this device with the same key and, once it was on its way, the same body.
 */
import type { MeldingOntvangst, NieuweMelding } from '../../functions/contract/melding.ts'
import { Problem } from '../../functions/contract/problem.ts'
import { api } from '../api.ts'
import { type Draft, draft, markTried } from '../state/draft.ts'
import { conceptFotos, uploadWaiting } from './conceptFotos.ts'
import { metBewijs } from './metBewijs.ts'
import { takeTime } from './takeTime.ts'
import { sendWachtend } from './verstuurWachtend.ts'
import { putWachtend } from './wachtrij.ts'

/** `fotosGemist`: how many photos did not come along. */
export type Uitkomst =
  | { soort: 'ontvangen'; ontvangst: MeldingOntvangst; fotosGemist: number }
  | { soort: 'klaargezet'; sleutel: string }

/** What takes the time: the photos, the melding itself, or the arithmetic that is asked above a budget. */
export type Bezig = 'fotos' | 'melding' | 'rekenen'

type Opdracht = {
  body: NieuweMelding
  /** What it is about, for the list of what waits. */
  onderwerp: string
  onBezig(bezig: Bezig): void
  /** Resolves when somebody does not want to wait for the photos. */
  zonderFotos: Promise<void>
}

const soonMs = 3000

const keep = async (
  concept: Draft,
  { body, onderwerp }: Opdracht,
  geprobeerd: boolean,
): Promise<Uitkomst> => {
  const fotos = conceptFotos.value.filter(({ staat }) => staat !== 'fout')
  await putWachtend({
    sleutel: concept.sleutel,
    op: Date.now(),
    onderwerp,
    staat: 'klaar',
    concept,
    body,
    geprobeerd,
    fotos: fotos.map(({ naam, blob, foto }) => ({ naam, blob, ...(foto && { foto }) })),
  })
  // With a connection that only failed for a moment nobody should wait for the next round.
  if (navigator.onLine) setTimeout(sendWachtend, soonMs)
  return { soort: 'klaargezet', sleutel: concept.sleutel }
}

/**
 * @throws Problem when the service refuses it, and `even-niet-bereikbaar` when it could not even be kept here
 */
export async function verstuurMelding(opdracht: Opdracht): Promise<Uitkomst> {
  const concept = draft.value
  const offline = () => !navigator.onLine || conceptFotos.value.some(({ staat }) => staat === 'wacht')
  if (navigator.onLine && conceptFotos.value.length > 0) {
    opdracht.onBezig('fotos')
    await Promise.race([uploadWaiting(), opdracht.zonderFotos])
  }
  if (!concept.geprobeerd && offline()) {
    const kept = await keep(concept, opdracht, false).catch(() => undefined)
    if (kept) return kept
  }
  opdracht.onBezig('melding')
  const invultijdMillis = await takeTime(concept)
  const there = conceptFotos.value.flatMap(({ foto, staat }) => (foto && staat !== 'fout' ? foto : []))
  const fotos = concept.verstuurdeFotos ?? there
  const body = {
    ...opdracht.body,
    ...(fotos.length > 0 && { fotos: [...fotos] }),
    formulier: { lokveld: '', ...opdracht.body.formulier, invultijdMillis },
  }
  markTried(fotos)
  try {
    const ontvangst = await metBewijs(
      (headers) => api.createMelding({ body, idempotencyKey: concept.sleutel, headers }),
      () => opdracht.onBezig('rekenen'),
    )
    return { soort: 'ontvangen', ontvangst, fotosGemist: conceptFotos.value.length - fotos.length }
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'even-niet-bereikbaar')) throw error
    return await keep(concept, { ...opdracht, body }, true).catch(() => {
      throw error
    })
  }
}

/** A mail about a melding came back. */
import type { BerichtSleutel, BerichtStore } from '../domain/post/ports.ts'

/** May be told again. A mail that is not there any more, because its melding was erased, needs nobody's attention. */
export const markTeruggekomen = async (
  { sleutel, uitleg }: { sleutel: BerichtSleutel; uitleg: string },
  berichten: BerichtStore,
  now: Date,
): Promise<void> => {
  const found = await berichten.markTeruggekomen(sleutel, uitleg, now.toISOString())
  if (found) await berichten.flag(sleutel.nummer, true)
}

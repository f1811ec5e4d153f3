/** Every adopted verdeling up to a year, as one table per year. */
import { api } from '../../api.ts'
import type { Blad } from '../../export/blad.ts'
import { verdelingBlad } from '../../export/bladen.ts'

/** Further back nobody looks on this screen. */
const maxYears = 10

/** From `jaar` back to the first year without an adopted verdeling; `jaar` itself may still be open. */
export async function loadVastgesteldeJaren(jaar: number): Promise<Blad[]> {
  const bladen: Blad[] = []
  for (let year = jaar; year > jaar - maxYears; year--) {
    const { geldend } = await api.getWijkbudget({ params: { jaar: year } })
    if (geldend) bladen.unshift(verdelingBlad({ jaar: year, ...geldend }))
    else if (year < jaar) break
  }
  return bladen
}

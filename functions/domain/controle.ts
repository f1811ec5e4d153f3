/** Control totals: whether parts add up to the total that was stated with them. */

export type Controle = { som: number; verschil: number; status: 'KLOPT' | 'WIJKT_AF' }

/**
 * Adds up whole numbers (inhabitants, cents, hours) and compares with what was stated. A total that differs
 * blocks adoption of a verdeling, and `verschil` (som − vermeld) is what the message names.
 *
 * @example checkControletotaal([752, 1003], 1755) // { som: 1755, verschil: 0, status: 'KLOPT' }
 */
export function checkControletotaal(delen: readonly number[], vermeld: number): Controle {
  const som = delen.reduce((totaal, deel) => totaal + deel, 0)
  return { som, verschil: som - vermeld, status: som === vermeld ? 'KLOPT' : 'WIJKT_AF' }
}

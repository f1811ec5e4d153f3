/** Inhabitants of a draft while it is drawn, by the same rules as the service. */
import type { Buurt, Ontwerp } from '../../../functions/contract/kernindeling.ts'
import {
  countKern,
  countWeggelaten,
  type Gesneden,
  zonderCijfer,
} from '../../../functions/domain/kernindeling/inwoners.ts'
import { findPlek } from './bewerk.ts'

export type KernRij = {
  code: string
  naam: string
  buurten: number
  inwoners: number
  geschat: boolean
  /** CBS leaves out all of its buurten, or some: no figure to divide money with. */
  zonderCijfer?: 'geen' | 'deels'
  /** Part of all inwoners, 0–1; unknown while a kern has no figure. */
  deel?: number
}

export function countIndeling(ontwerp: Ontwerp, buurten: readonly Buurt[], gesneden: readonly Gesneden[]) {
  const counts = ontwerp.kernen.map((kern) => {
    // Nobody asks here whether a kern is what it was: the sum of its buurten is the figure it had.
    const { inwoners, inwonersBron } = countKern(
      kern,
      buurten,
      gesneden,
      () => undefined,
      ontwerp.geldigVanafDatum,
    )
    const cut = ontwerp.sneden.filter(({ links, rechts }) => [links, rechts].includes(kern.code)).length
    const without = (['geen', 'deels'] as const).find((each) => zonderCijfer[each] === inwonersBron)
    return {
      kern,
      inwoners,
      geschat: inwonersBron === 'schatting',
      // An empty kern lacks buurten, not figures.
      ...(without && kern.buurtcodes.length + cut > 0 && { zonderCijfer: without }),
      buurten: kern.buurtcodes.length + cut,
    }
  })
  const known = counts.every(({ zonderCijfer }) => !zonderCijfer)
  const som = counts.reduce((sum, { inwoners }) => sum + inwoners, 0)
  const vrij = buurten.filter(({ code }) => findPlek(ontwerp, code).soort === 'vrij')
  return {
    rijen: counts.map(
      ({ kern, ...rest }): KernRij => ({
        ...rest,
        code: kern.code,
        naam: kern.naam,
        ...(known && { deel: som > 0 ? rest.inwoners / som : 0 }),
      }),
    ),
    som,
    buiten: countWeggelaten(ontwerp, buurten),
    vrij: vrij.reduce((sum, { inwoners }) => sum + inwoners, 0),
    vrijeBuurten: vrij.length,
  }
}

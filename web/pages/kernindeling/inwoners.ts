/** Inhabitants of a draft while it is drawn, by the same rules as the service. */
import type { Buurt, Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { countKern, countWeggelaten, type Gesneden } from '../../../functions/domain/kernindeling/inwoners.ts'
import { findPlek } from './bewerk.ts'

export type KernRij = {
  code: string
  naam: string
  buurten: number
  inwoners: number
  geschat: boolean
  deel: number
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
    return { kern, inwoners, geschat: inwonersBron === 'schatting', buurten: kern.buurtcodes.length + cut }
  })
  const som = counts.reduce((sum, { inwoners }) => sum + inwoners, 0)
  const vrij = buurten.filter(({ code }) => findPlek(ontwerp, code).soort === 'vrij')
  return {
    rijen: counts.map(
      ({ kern, ...rest }): KernRij => ({
        ...rest,
        code: kern.code,
        naam: kern.naam,
        deel: som > 0 ? rest.inwoners / som : 0,
      }),
    ),
    som,
    buiten: countWeggelaten(ontwerp, buurten),
    vrij: vrij.reduce((sum, { inwoners }) => sum + inwoners, 0),
    vrijeBuurten: vrij.length,
  }
}

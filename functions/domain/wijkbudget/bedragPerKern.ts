/** Amounts that a question gives per kern code, brought in the order of the kernen. */
import { type Kern, nameOf, refuseField } from './uitkomst.ts'

/**
 * @param veld the field of the question, for the pointer of a refusal
 * @throws Problem when a kern has no amount (it never counts as 0), or an amount has no kern
 */
export function amountsOf(
  bedragen: Readonly<Record<string, number>>,
  kernen: readonly Kern[],
  veld: string,
): bigint[] {
  const perKern = new Map(Object.entries(bedragen))
  const opVolgorde = kernen.map((kern) => {
    const bedrag = perKern.get(kern.kern)
    perKern.delete(kern.kern)
    if (bedrag === undefined)
      throw refuseField(`/${veld}`, 'bedrag-ontbreekt', `Kern ${nameOf(kern)} heeft geen bedrag in ${veld}.`)
    return BigInt(bedrag)
  })
  const over = [...perKern.keys()]
  if (over.length > 0)
    throw refuseField(
      `/${veld}`,
      'kern-onbekend',
      `${veld} noemt kernen die niet meedoen: ${over.join(', ')}.`,
    )
  return opVolgorde
}

/** The kernen of a question, or those that an amount was given for, in the order given. */
export const kernenOf = (
  kernen: readonly Kern[] | undefined,
  bedragen: Record<string, number>,
): readonly Kern[] => kernen ?? Object.keys(bedragen).map((kern) => ({ kern }))

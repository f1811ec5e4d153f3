/** What a proposal would move, by the same code as the service: what stands on the screen is what is proposed. */
import type { Bevolking } from '../../../../functions/contract/bevolking.ts'
import type { Onderbesteding } from '../../../../functions/contract/onderbesteding.ts'
import { Problem } from '../../../../functions/contract/problem.ts'
import type { BerekenAntwoord, BerekenVraag, VraagVan } from '../../../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../../../functions/domain/wijkbudget/computeVerdeling.ts'
import { computeInleg, toHerverdelingVraag } from '../../../../functions/domain/wijkbudget/herverdeling.ts'
import { readBedrag } from '../lezen.ts'

export type Voorbeeld = {
  antwoord: BerekenAntwoord
  /** Cents by kern. */
  extra: ReadonlyMap<string, number>
  inleg: ReadonlyMap<string, number>
  /** What moves. */
  samenCenten: number
}

/** Requests by kern that can be read; what cannot is said at its field when it is sent. */
export function readAanvragen(
  typed: Readonly<Record<string, string>>,
  kernen: readonly string[],
): Map<string, number> {
  return new Map(
    kernen.flatMap((kern): [string, number][] => {
      const text = typed[kern]?.trim()
      if (!text) return []
      try {
        return [[kern, readBedrag(text)]]
      } catch (error) {
        if (error instanceof Problem) return []
        throw error
      }
    }),
  )
}

/** @param nu what each kern has free at this moment */
export function computeVoorbeeld(
  opDatum: Onderbesteding,
  nu: ReadonlyMap<string, number>,
  aanvragen: ReadonlyMap<string, number>,
  bevolking: Bevolking | undefined,
  eenheidCenten: number,
): Voorbeeld | Problem {
  const inwoners = new Map(bevolking?.cijfers.map(({ kern, inwoners }) => [kern, inwoners ?? undefined]))
  // Without figures a kern brings no inwoners; the engine refuses when it needs them.
  const made = toHerverdelingVraag(opDatum, nu, aanvragen, { inwoners, eenheidCenten })
  const vraag = made as BerekenVraag as VraagVan<'onderbesteding'>
  try {
    const antwoord = computeVerdeling(vraag)
    return {
      antwoord,
      extra: new Map(antwoord.aandelen.map(({ kern, bedragCenten }) => [kern, bedragCenten])),
      inleg: computeInleg(vraag, antwoord),
      samenCenten: antwoord.totaalCenten - antwoord.onverdeeldCenten,
    }
  } catch (error) {
    return error instanceof Problem ? error : new Problem('storing', String(error))
  }
}

/** The sheet that is open: the live computation of what is typed, or a version that was kept. */
import { useMemo } from 'preact/hooks'
import type { Kern } from '../../../functions/contract/kern.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import type { BerekenAntwoord, BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../../functions/domain/wijkbudget/computeVerdeling.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { type Invoer, toVraag } from './toVraag.ts'

export type Blad = {
  fouten: Fouten
  problem?: Problem
  vraag?: BerekenVraag
  antwoord?: BerekenAntwoord
  inwoners: Record<string, number>
}

const inwonersOf = (rows: readonly { kern: string; inwoners: number }[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ kern, inwoners }) => [kern, inwoners]))

/** The same code as on the server computes here, at every keystroke. */
export function computeBlad(invoer: Invoer, kernen: readonly Kern[]): Blad {
  const inwoners = inwonersOf(kernen.map(({ code, inwoners }) => ({ kern: code, inwoners })))
  const stand = toVraag(invoer, kernen)
  if (stand.soort !== 'vraag') return { fouten: stand.soort === 'fout' ? stand.fouten : {}, inwoners }
  try {
    return { fouten: {}, inwoners, vraag: stand.vraag, antwoord: computeVerdeling(stand.vraag) }
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('storing', String(error))
    return { fouten: {}, inwoners, problem }
  }
}

export const useBlad = (invoer: Invoer, kernen: readonly Kern[], versie: Verdeling | undefined): Blad =>
  useMemo(
    () =>
      versie
        ? { fouten: {}, antwoord: versie.antwoord, inwoners: inwonersOf(versie.bevolking) }
        : computeBlad(invoer, kernen),
    [JSON.stringify(invoer), kernen, versie],
  )

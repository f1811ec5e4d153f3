/** The sheet that is open: the live computation of what is typed, or a version that was kept. */
import { useMemo } from 'preact/hooks'
import { Problem } from '../../../functions/contract/problem.ts'
import type { Verdeling } from '../../../functions/contract/verdeling.ts'
import type { BerekenAntwoord, BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../../functions/domain/wijkbudget/computeVerdeling.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import type { Invoer } from './invoer.ts'
import { type BladKern, toVraag } from './toVraag.ts'

export type Blad = {
  fouten: Fouten
  problem?: Problem
  vraag?: BerekenVraag
  antwoord?: BerekenAntwoord
  inwoners: Record<string, number>
}

const inwonersOf = (
  rows: readonly { kern: string; inwoners: number | undefined }[],
): Record<string, number> =>
  Object.fromEntries(rows.flatMap(({ kern, inwoners }) => (inwoners === undefined ? [] : [[kern, inwoners]])))

/** The same code as on the server computes here, at every keystroke. */
export function computeBlad(
  invoer: Invoer,
  kernen: readonly BladKern[],
  vorig?: Readonly<Record<string, number>>,
): Blad {
  const inwoners = inwonersOf(kernen.map(({ code, inwoners }) => ({ kern: code, inwoners })))
  try {
    const stand = toVraag(invoer, kernen, vorig)
    if (stand.soort !== 'vraag') return { fouten: stand.soort === 'fout' ? stand.fouten : {}, inwoners }
    return { fouten: {}, inwoners, vraag: stand.vraag, antwoord: computeVerdeling(stand.vraag) }
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('storing', String(error))
    return { fouten: {}, inwoners, problem }
  }
}

export const useBlad = (
  invoer: Invoer,
  kernen: readonly BladKern[],
  vorig: Readonly<Record<string, number>> | undefined,
  versie: Verdeling | undefined,
): Blad =>
  useMemo(
    () =>
      versie
        ? { fouten: {}, antwoord: versie.antwoord, inwoners: inwonersOf(versie.bevolking) }
        : computeBlad(invoer, kernen, vorig),
    [JSON.stringify(invoer), kernen, vorig, versie],
  )

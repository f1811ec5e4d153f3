/** What must be filled in before a melding can be sent, in the order of the screen. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { draft, maxOmschrijving } from '../../state/draft.ts'
import { formatGetal } from '../../texts/format.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import { vraagId } from './vraagId.ts'

/** How many characters may still follow; below zero there are too many. */
export const charactersLeft = (): number => maxOmschrijving - draft.value.omschrijving.trim().length

/** By the id of the field in the second step. */
export function findFouten(gekozen: Categorie | undefined): Fouten {
  const { omschrijving, gevaar, antwoorden } = draft.value
  const t = teksten.value.melden.fout
  const tm = meldenTeksten.value
  const left = charactersLeft()
  const missing = (gekozen?.vragen ?? []).filter(
    ({ code, verplicht }) => verplicht && !antwoorden[code]?.trim(),
  )
  return {
    ...(!omschrijving.trim() && { omschrijving: t.omschrijving }),
    ...(left < 0 && { omschrijving: t.teLang(formatGetal(maxOmschrijving), formatGetal(-left)) }),
    ...(!gekozen && { categorie: t.categorie }),
    ...(gekozen?.gevaar && !gevaar && { gevaar: tm.gevaar.fout }),
    ...Object.fromEntries(missing.map(({ code }) => [vraagId(code), tm.vragen.fout])),
  }
}

/** The same at the lines of the last step; what has no line of its own stands at the subject that asks it. */
export function findFoutenInOverzicht(gekozen: Categorie | undefined): Fouten {
  const { omschrijving, ...rest } = findFouten(gekozen)
  const [first] = Object.values(rest)
  return {
    ...(first && { 'wijzig-categorie': first }),
    ...(omschrijving && { 'wijzig-omschrijving': omschrijving }),
  }
}

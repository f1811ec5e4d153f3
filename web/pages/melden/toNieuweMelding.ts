/** The draft as the body of the request: empty contact fields are left out, six decimals are a tenth of a metre. */
import type { NieuweMelding } from '../../../functions/contract/melding.ts'
import type { Draft } from '../../state/draft.ts'

const round = (degrees: number): number => Number(degrees.toFixed(6))

export function toNieuweMelding(draft: Draft): NieuweMelding | undefined {
  if (!draft.positie) return undefined
  const contact = Object.fromEntries(
    Object.entries(draft.contact)
      .map(([field, text]) => [field, text.trim()])
      .filter(([, text]) => text),
  )
  return {
    categorie: draft.categorie,
    omschrijving: draft.omschrijving.trim(),
    geometrie: { type: 'Point', coordinates: [round(draft.positie[0]), round(draft.positie[1])] },
    ...(Object.keys(contact).length > 0 && { contact }),
  }
}

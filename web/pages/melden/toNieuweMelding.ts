/** The draft as the body of the request: empty fields are left out, six decimals are a tenth of a metre. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { NieuweMelding } from '../../../functions/contract/melding.ts'
import type { Draft } from '../../state/draft.ts'

const round = (degrees: number): number => Number(degrees.toFixed(6))

/** Trimmed, without what is empty; undefined when nothing is left. */
function filled(texts: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const left = Object.entries(texts)
    .map(([name, text]) => [name, text.trim()])
    .filter(([, text]) => text)
  return left.length > 0 ? Object.fromEntries(left) : undefined
}

/** Only questions of the subject it has now; answers to another one stay in the draft. */
const answersTo = (categorie: Categorie | undefined, antwoorden: Draft['antwoorden']) =>
  filled(Object.fromEntries((categorie?.vragen ?? []).map(({ code }) => [code, antwoorden[code] ?? ''])))

/**
 * @param lokveld what stands in the field that nobody sees
 * @param now ms since 1970
 * @returns undefined while there is no place
 */
export function toNieuweMelding(
  draft: Draft,
  categorie: Categorie | undefined,
  lokveld: string,
  now: number,
): NieuweMelding | undefined {
  if (!draft.positie) return undefined
  const contact = filled(draft.contact)
  const antwoorden = answersTo(categorie, draft.antwoorden)
  return {
    categorie: draft.categorie,
    omschrijving: draft.omschrijving.trim(),
    geometrie: { type: 'Point', coordinates: [round(draft.positie[0]), round(draft.positie[1])] },
    ...(contact && { contact }),
    ...(antwoorden && { antwoorden }),
    formulier: { lokveld, invultijdMillis: Math.max(0, now - draft.begonnenOp) },
  }
}

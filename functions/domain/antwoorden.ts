/** Answers to the extra questions of a categorie: which it has, which are needed, and what can be chosen. */
import type { Categorie } from '../contract/instellingen.ts'
import type { FieldError } from '../contract/problem.ts'

type Vragen = { readonly categorieen: readonly Pick<Categorie, 'code' | 'naam' | 'vragen'>[] }

/** `/antwoorden/leeft`; a code that somebody made up can hold the signs of a JSON pointer. */
const pointerOf = (code: string): string =>
  `/antwoorden/${code.slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`

/**
 * Field errors of `antwoorden` in a body that may be anything: what is no text is for the schema to name, and of a
 * categorie that is not there no question is known.
 *
 * @example checkAntwoorden({ categorie: 'dieren', antwoorden: {} }, bergen) // [{ pointer: '/antwoorden/leeft', … }]
 */
export function checkAntwoorden(body: unknown, { categorieen }: Vragen): FieldError[] {
  const { categorie: code, antwoorden = {} } = (body ?? {}) as { categorie?: unknown; antwoorden?: unknown }
  const categorie = categorieen.find((each) => each.code === code)
  if (!categorie || typeof antwoorden !== 'object' || antwoorden === null || Array.isArray(antwoorden))
    return []
  const given = new Map(Object.entries(antwoorden))
  const { vragen = [] } = categorie
  const unknown = [...given.keys()]
    .filter((key) => !vragen.some((vraag) => vraag.code === key))
    .map((key) => ({
      pointer: pointerOf(key),
      code: 'onbekende-vraag',
      detail: `Bij ${categorie.naam} hoort geen vraag “${key.slice(0, 60)}”.`,
    }))
  const wrong = vragen.flatMap((vraag): FieldError[] => {
    const antwoord = given.get(vraag.code)
    const refuse = (soort: string, detail: string) => [
      { pointer: pointerOf(vraag.code), code: soort, detail },
    ]
    if (antwoord === undefined)
      return vraag.verplicht ? refuse('ontbreekt', `Geef antwoord op de vraag: ${vraag.vraag}`) : []
    if (typeof antwoord !== 'string' || !vraag.keuzes || vraag.keuzes.includes(antwoord.trim())) return []
    return refuse('onbekende-keuze', `Kies bij “${vraag.vraag}” uit: ${vraag.keuzes.join(', ')}.`)
  })
  return [...unknown, ...wrong]
}

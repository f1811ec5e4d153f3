/** What somebody typed in the form, and the melding that follows from it. */
import type { FieldError } from '../contract/problem.ts'
import type { GemeenteFeiten, Positie } from '../domain/ports.ts'
import { parsePositie } from '../domain/positie.ts'

/** In the order of the form. */
export const velden = [
  'sleutel',
  'categorie',
  'omschrijving',
  'toch',
  'kern',
  'plek',
  'coordinaten',
  'naam',
  'email',
  'telefoon',
] as const
/** Text as typed, and `toch`: the words that look personal and may be sent all the same; a field that was not sent is empty. */
export type Ingevuld = Record<(typeof velden)[number], string>

export const readIngevuld = (form: URLSearchParams): Ingevuld =>
  Object.fromEntries(
    // A browser sends line breaks as CR LF (HTML standard, form submission).
    velden.map((veld) => [veld, (form.get(veld) ?? '').replaceAll('\r\n', '\n')]),
  ) as Ingevuld

export const leeg = (sleutel: string): Ingevuld => ({ ...readIngevuld(new URLSearchParams()), sleutel })

/**
 * The body of a melding, for the same schema as that of the API; and what is wrong with the place, which the API
 * does not know this way. Without coordinates the point where the kern's name stands is taken, and the words
 * about the place go along in the description.
 */
export function toMeldingBody(
  ingevuld: Ingevuld,
  gemeente: GemeenteFeiten,
): { body: Record<string, unknown>; errors: FieldError[] } {
  const { positie, error } = readPlaats(ingevuld, gemeente)
  const inWords = ingevuld.plek.trim() && `\n\nPlek: ${ingevuld.plek.trim()}`
  const contact = Object.fromEntries(
    (['naam', 'email', 'telefoon'] as const).flatMap((veld) => {
      const text = ingevuld[veld].trim()
      return text ? [[veld, text]] : []
    }),
  )
  return {
    body: {
      categorie: ingevuld.categorie,
      omschrijving: ingevuld.omschrijving.trim() && `${ingevuld.omschrijving.trim()}${inWords}`,
      geometrie: { type: 'Point', coordinates: positie },
      ...(Object.keys(contact).length > 0 && { contact }),
    },
    errors: error ? [{ pointer: '/geometrie', code: 'ontbreekt', detail: error }] : [],
  }
}

/** Coordinates as somebody may type them, of a place in the own gemeente: latitude first, as maps show them. */
export function voorbeeldPlek([eerste]: GemeenteFeiten['kernen']): string {
  const [lon, lat] = eerste?.labelPunt ?? [5.3872, 52.1552]
  return `${lat.toFixed(4)}, ${lon.toFixed(4)}`
}

function readPlaats(
  { coordinaten, kern, plek }: Ingevuld,
  { kernen }: GemeenteFeiten,
): { positie?: Positie; error?: string } {
  if (coordinaten.trim()) {
    const positie = parsePositie(coordinaten)
    return positie
      ? { positie }
      : { error: `Dit zijn geen coördinaten in Nederland. Een goed voorbeeld is ${voorbeeldPlek(kernen)}.` }
  }
  const chosen = kernen.find(({ code }) => code === kern)
  if (!chosen) return { error: 'Kies een kern, of vul coördinaten in.' }
  if (!plek.trim()) return { error: 'Schrijf op waar het is, bijvoorbeeld een straat met huisnummer.' }
  return { positie: chosen.labelPunt }
}

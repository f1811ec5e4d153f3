/** What somebody typed in the form, and the melding that follows from it. */
import { Nummer } from '../contract/melding.ts'
import type { FieldError } from '../contract/problem.ts'
import type { GemeenteFeiten, Positie } from '../domain/ports.ts'
import { parsePositie } from '../domain/positie.ts'

/** In the order of the form; `website` is shown to nobody and must stay empty. */
export const velden = [
  'sleutel',
  'geopend',
  'website',
  'categorie',
  'omschrijving',
  'kern',
  'plek',
  'coordinaten',
  'aantalFotos',
  'naam',
  'email',
  'telefoon',
  'gevaar',
] as const
export type Veld = (typeof velden)[number]

/** Text as typed; a field that was not sent is empty. `antwoorden`: by the code of each extra question. */
export type Ingevuld = Record<Veld, string> & { antwoorden: Record<string, string> }

/** `volg`: the number of a melding that is the same one. */
export type Stap = { soort: 'controle' | 'versturen' | 'terug' } | { soort: 'volgen'; nummer: string }

/** How an extra question is called in the form. */
export const antwoordVeld = (code: string): string => `antwoord.${code}`
const antwoordVan = /^antwoord\.(.{1,60})$/

/** A browser sends line breaks as CR LF (HTML standard, form submission). */
const toText = (value: string | null): string => (value ?? '').replaceAll('\r\n', '\n')

export function readIngevuld(form: URLSearchParams): Ingevuld {
  const typed = Object.fromEntries(velden.map((veld) => [veld, toText(form.get(veld))])) as Record<
    Veld,
    string
  >
  const antwoorden = [...form].flatMap(([name, value]) => {
    const code = antwoordVan.exec(name)?.[1]
    return code ? [[code, toText(value)]] : []
  })
  return { ...typed, antwoorden: Object.fromEntries(antwoorden) }
}

export function readStap(form: URLSearchParams): Stap {
  const volg = Nummer.safeParse(form.get('volg'))
  if (volg.success) return { soort: 'volgen', nummer: volg.data }
  const stap = form.get('stap')
  return { soort: stap === 'versturen' || stap === 'terug' ? stap : 'controle' }
}

export const leeg = (sleutel: string, geopend: string): Ingevuld => ({
  ...readIngevuld(new URLSearchParams()),
  sleutel,
  geopend,
})

/** How many photos somebody wants to send afterwards: 0 to 3. */
export const countFotos = ({ aantalFotos }: Ingevuld): number =>
  /^[1-3]$/.test(aantalFotos) ? Number(aantalFotos) : 0

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
  const contact = onlyFilled({ naam: ingevuld.naam, email: ingevuld.email, telefoon: ingevuld.telefoon })
  // What was answered for another kind of melding stays in the form, and is not sent.
  const vragen = gemeente.categorieen.find(({ code }) => code === ingevuld.categorie)?.vragen ?? []
  const asked = vragen.map(({ code }) => [code, ingevuld.antwoorden[code] ?? ''])
  const antwoorden = onlyFilled(Object.fromEntries(asked))
  return {
    body: {
      categorie: ingevuld.categorie,
      omschrijving: ingevuld.omschrijving.trim() && `${ingevuld.omschrijving.trim()}${inWords}`,
      geometrie: { type: 'Point', coordinates: positie },
      ...(Object.keys(contact).length > 0 && { contact }),
      ...(Object.keys(antwoorden).length > 0 && { antwoorden }),
    },
    errors: error ? [{ pointer: '/geometrie', code: 'ontbreekt', detail: error }] : [],
  }
}

const onlyFilled = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  )

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

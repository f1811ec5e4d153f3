/** Typed text → numbers for the engine; each throws a Problem with a Dutch sentence. */
import { Problem } from '../../../functions/contract/problem.ts'
import { parseEuro } from '../../../functions/domain/geld.ts'
import { nlVerdelen } from '../../texts/nlVerdelen.ts'

const t = nlVerdelen.fout
const refuse = (sentence: string) => new Problem('ongeldige-invoer', sentence)
const thousands = String.raw`(\d{1,3}(?:\.\d{3})+|\d+)`

/** "2.500" → 2500. */
export function readAantal(text: string): number {
  const digits = new RegExp(`^${thousands}$`).exec(text.trim())?.[1]?.replaceAll('.', '')
  if (!digits || digits.length > 9) throw refuse(t.geenAantal(text))
  return Number(digits)
}

/** Euros per inhabitant with up to 8 decimals → cents as decimal text: "0,825" → "82.5". */
export function readTarief(text: string): string {
  const [, euro, fraction = ''] =
    new RegExp(`^(?:€\\s*)?${thousands}(?:,(\\d{1,8}))?$`).exec(text.trim()) ?? []
  if (!euro) throw refuse(t.geenTarief(text))
  const whole = (euro.replaceAll('.', '') + fraction.padEnd(2, '0').slice(0, 2)).replace(/^0+(?=\d)/, '')
  const rest = fraction.slice(2).replace(/0+$/, '')
  return rest ? `${whole}.${rest}` : whole
}

/** "82.5" → "0,825", "250" → "2,50": what {@link readTarief} reads. */
export function writeTarief(centen: string | number): string {
  const [whole = '0', rest = ''] = String(centen).split('.')
  const digits = whole.padStart(3, '0')
  return `${digits.slice(0, -2)},${digits.slice(-2)}${rest}`
}

/** "12,5" → "12.5". */
export function readProcent(text: string): string {
  const found = /^(\d{1,3})(?:,(\d{1,6}))?\s*%?$/.exec(text.trim())
  if (!found) throw refuse(t.geenProcent(text))
  return found[2] ? `${found[1]}.${found[2]}` : found[1]!
}

export const readBedrag = (text: string): number => {
  const centen = parseEuro(text)
  if (centen < 0) throw refuse(`"${text}" is lager dan nul. Schrijf een bedrag van nul of meer.`)
  return centen
}

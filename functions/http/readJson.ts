/** The body of a request as JSON: its type, its size, its syntax. */
import { Problem } from '../contract/problem.ts'
import { type HttpEvent, headerOf } from './event.ts'

/** The longest text (4,000 characters) fits many times; a mistake or an attack does not. */
export const maxBytes = 64 * 1024

/** @throws Problem `verkeerd-inhoudstype`, `te-groot` or `ongeldige-json` (which never repeats what was sent). */
export function readJson(event: HttpEvent): unknown {
  const type = headerOf(event, 'content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type))
    throw new Problem(
      'verkeerd-inhoudstype',
      type === ''
        ? 'Stuur de inhoud als application/json; er stond geen Content-Type bij.'
        : `Stuur de inhoud als application/json, niet als ${type.slice(0, 80)}.`,
    )
  const encoding = headerOf(event, 'content-encoding')?.trim() ?? ''
  if (!/^(identity)?$/i.test(encoding))
    throw new Problem(
      'verkeerd-inhoudstype',
      `Stuur de inhoud niet ingepakt: Content-Encoding ${encoding.slice(0, 80)} kan hier niet.`,
    )
  const bytes = readBytes(event, maxBytes)
  const text = readUtf8(bytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const where =
      bytes.length === 0
        ? 'Er is geen inhoud.'
        : at
          ? `De fout zit bij teken ${at}.`
          : 'Kijk naar het einde van de tekst.'
    throw new Problem('ongeldige-json', `De inhoud is geen geldige JSON. ${where}`)
  }
}

function readUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(
      'ongeldige-json',
      'De inhoud is geen geldige JSON: het is geen geldige UTF-8. Sla de tekst op als UTF-8.',
    )
  }
}

/** The body as bytes. @throws Problem `te-groot` with both sizes. */
export function readBytes(event: HttpEvent, max: number): Buffer {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > max)
    throw new Problem(
      'te-groot',
      `Het verzoek is ${Math.ceil(bytes.length / 1024)} kB; er past hoogstens ${max / 1024} kB in.`,
    )
  return bytes
}

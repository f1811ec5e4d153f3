/** Dutch sentences for every refusal of a schema that has none of its own. The web has its own and does not carry these. */
import type * as z from 'zod'
import { nameFields } from './fieldErrors.ts'

const kinds: Record<string, string> = {
  string: 'tekst',
  number: 'een getal',
  int: 'een geheel getal',
  boolean: 'true of false',
  array: 'een lijst',
  tuple: 'een lijst',
  object: 'een object met velden',
  record: 'een object met velden',
  null: 'leeg (null)',
}

const count = (origin: string, n: number | bigint): string => {
  const number = n.toLocaleString('nl-NL')
  if (origin === 'string') return `${number} ${n === 1 ? 'teken' : 'tekens'}`
  if (origin === 'array' || origin === 'set') return `${number} ${n === 1 ? 'onderdeel' : 'onderdelen'}`
  return number
}

/** @example inDutch({ code: 'unrecognized_keys', keys: ['x'] })   // 'Dit veld is onbekend: x.' */
export const inDutch: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Dit ontbreekt.'
      return `Dit moet ${kinds[issue.expected] ?? issue.expected} zijn.`
    case 'invalid_value':
      return issue.values.length === 1
        ? `Dit moet ${String(issue.values[0])} zijn.`
        : `Kies uit: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `Dit is te klein of te kort: minimaal ${count(issue.origin, issue.minimum)}.`
    case 'too_big':
      return `Dit is te groot of te lang: maximaal ${count(issue.origin, issue.maximum)}.`
    case 'unrecognized_keys':
      return `${issue.keys.length === 1 ? 'Dit veld is onbekend' : 'Deze velden zijn onbekend'}: ${nameFields(issue.keys)}.`
    case 'invalid_format':
      return 'Dit heeft niet de goede vorm.'
    case 'not_multiple_of':
      return `Dit moet een veelvoud van ${issue.divisor} zijn.`
    default:
      return 'Deze waarde kan hier niet.'
  }
}

/** From zod's issues to the field errors of a problem document: every error, each with a JSON pointer. */
import type * as z from 'zod'
import type { FieldError } from './problem.ts'

/** A JSON pointer (RFC 6901) to a place in a body; the whole body is the empty text. */
export const toPointer = (path: readonly PropertyKey[], base = ''): string =>
  base + path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/**
 * @param pointerOf makes a pointer of a path; default: JSON pointer into the body.
 * @returns one error per field: unknown fields apart, and of alternatives the one that came closest.
 */
export function toFieldErrors(
  error: z.core.$ZodError,
  pointerOf: (path: readonly PropertyKey[]) => string = toPointer,
): FieldError[] {
  const walk = (issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[]): FieldError[] =>
    issues.flatMap((issue) => {
      const path = [...base, ...issue.path]
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => ({
          pointer: pointerOf([...path, key]),
          code: 'onbekend-veld',
          detail: issue.message,
        }))
      const closest =
        issue.code === 'invalid_union'
          ? issue.errors.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
          : undefined
      return closest && depth(closest) > 0
        ? walk(closest, path)
        : [{ pointer: pointerOf(path), code: codeOf(issue), detail: issue.message }]
    })
  return walk(error.issues, [])
}

/**
 * The first five of what may be thousands: this sentence stands once with each of them.
 * @example nameFields(['a', 'b', 'c', 'd', 'e', 'f', 'g'])   // 'a, b, c, d, e en nog 2'
 */
export function nameFields(keys: readonly string[]): string {
  const named = keys
    .slice(0, 5)
    .map((key) => key.slice(0, 80))
    .join(', ')
  return keys.length > 5 ? `${named} en nog ${keys.length - 5}` : named
}

const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length))

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'verkeerd-type',
  too_big: 'te-groot',
  too_small: 'te-klein',
  invalid_format: 'verkeerde-vorm',
  invalid_value: 'onbekende-waarde',
  invalid_union: 'onbekende-waarde',
}

const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_type' && issue.input === undefined ? 'ontbreekt' : (codes[issue.code] ?? 'ongeldig')

/** Codes of kernen: which there are, and a new one. */
import type { GemeenteFeiten } from '../ports.ts'

/** Of every kern there is or was: what was closed stays theirs, and what is open until it is assigned again. */
export const listKerncodes = ({
  kernen,
  vroegereKernen,
}: Pick<GemeenteFeiten, 'kernen' | 'vroegereKernen'>): string[] =>
  [...kernen, ...vroegereKernen].map(({ code }) => code)

/**
 * The name as a code: small letters, digits and hyphens; with a number when it is taken.
 * @example toKerncode('Nieuw-Vossemeer', ['nieuw-vossemeer'])   // 'nieuw-vossemeer-2'
 */
export function toKerncode(naam: string, taken: readonly string[]): string {
  const plain = naam.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 50)
      .replace(/-$/, '') || 'kern'
  let code = slug
  for (let nth = 2; taken.includes(code); nth++) code = `${slug}-${nth}`
  return code
}

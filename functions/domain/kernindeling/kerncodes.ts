import type { GemeenteFeiten } from '../ports.ts'

/** Of every kern there is or was: what was closed stays theirs, and what is open until it is assigned again. */
export const listKerncodes = ({
  kernen,
  vroegereKernen,
}: Pick<GemeenteFeiten, 'kernen' | 'vroegereKernen'>): string[] =>
  [...kernen, ...vroegereKernen].map(({ code }) => code)

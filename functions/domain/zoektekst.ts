/** Looking for words in a text, in which case and accents count for nothing: `Één CAFÉ` is `een cafe`. */
export const toZoektekst = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words of a question; all of them must be in a text. @example toZoekwoorden(' Lamp  brug ') // ['lamp', 'brug'] */
export const toZoekwoorden = (vraag: string): string[] => toZoektekst(vraag).split(/\s+/).filter(Boolean)

/** Whether the words are all in the parts together, also as part of a longer word. */
export function hasWoorden(woorden: readonly string[], delen: readonly string[]): boolean {
  const text = toZoektekst(delen.join('\n'))
  return woorden.every((woord) => text.includes(woord))
}

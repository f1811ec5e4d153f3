/**
 * Proposes categories from the first words somebody types, in the browser and without an outside service.
 *
 * A word counts for a categorie when its stem is one of the words of that categorie, less when it is a part of
 * a compound (hondenpoep → hond), the beginning of a word that is being typed, or one letter off. Words that
 * many categories share say little (inverse document frequency, K. Spärck Jones, 1972).
 *
 * No library: MiniSearch (MIT, kept) ranks well but knows no Dutch stems and no compounds, and those are
 * most of the work; `snowball-stemmers` and `natural` weigh far more than the dozen endings that matter here.
 */
export type TypeerbareCategorie = {
  readonly code: string
  readonly naam: string
  readonly omschrijving: string
  readonly voorbeelden?: readonly string[]
  /** Words that point at this categorie, in any form. */
  readonly trefwoorden?: readonly string[]
}

/** Words that say nothing of what is wrong. */
const stopwoorden = new Set(
  'aan al alle als bij dan dat de deze die dit door een en er haar had heb heeft het hier hij ik in is ja je kan kunnen maar me meer met mij mijn moet mag melding meldingen na naar nee niet nog nu of om onder ons onze ook op over te tot tegen uit van veel voor waar was wat we weer wel werd wil word worden wordt zich zijn zit zo zou u uw hun hen geen graag iemand ligt staat hangt ander andere anders buiten direct doe doen doet ga gaan gaat kom komen komt maken maakt steeds vaak weet werkt'.split(
    ' ',
  ),
)

/**
 * A light stem: plural, diminutive, inflection and past participle go, and spelling follows the short form.
 * It need not be a word, only the same for all forms: boom, bomen and boompje are `bom`.
 */
export function toStem(word: string): string {
  return word
    .replace(/(?<=..)(?:(?<=(?:aa|ee|oo|uu|ui|ij|l|r)m)pje|(?<=[aeiou]..)etje|(?<=[lnrw])tje|je)s?$/, '')
    .replaceAll(/([aeou])\1/g, '$1')
    .replace(/(?<=...)(?:en|e|(?<=....)s)$/, '')
    .replace(/^ge(?!lui)(.{2,}[^aeou])[dt]$/, '$1')
    .replace(/(?<=...[^aeou]|i)[dt]$/, '')
    .replace(/([^aeiou])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
}

/** The words of a text that say something, by their stem; a word that is there twice is in it twice. */
export const toStems = (text: string): string[] =>
  (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z]{2,}/g) ?? []
  )
    .filter((word) => !stopwoorden.has(word))
    .map(toStem)

/** Whether two words differ by one letter: changed, left out, added, or swapped with its neighbour. */
function isOneOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (long.length > short.length) return short.slice(i) === long.slice(i + 1)
  return (
    short.slice(i + 1) === long.slice(i + 1) ||
    (short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2))
  )
}

/** How much of a word that was typed is in a word of a categorie: 1 is all of it. */
export function likeness(typed: string, known: string): number {
  if (typed === known) return 1
  if (known.length >= 4 && typed.startsWith(known)) return 0.6
  if (known.length >= 3 && typed.length >= known.length + 3 && typed.endsWith(known)) return 0.5
  if (typed.length >= 4 && known.startsWith(typed)) return 0.5
  return typed.length >= 6 && isOneOff(typed, known) ? 0.6 : 0
}

/** Stem → weight; a word that was chosen to point here weighs more than one in a sentence. */
function weighStems({ naam, omschrijving, voorbeelden = [], trefwoorden = [] }: TypeerbareCategorie) {
  const weights = new Map<string, number>()
  const sources = [
    [omschrijving, 1],
    [voorbeelden.join(' '), 1.5],
    [naam, 2],
    [trefwoorden.join(' '), 2],
  ] as const
  for (const [text, weight] of sources) for (const stem of toStems(text)) weights.set(stem, weight)
  return weights
}

/**
 * The codes that fit best, best first; fewer when fewer fit at all, ties in the order of the settings.
 * @example proposeCategorieen('lantaarnpaal doet het niet', categorieen)[0] // 'straatverlichting'
 */
export function proposeCategorieen(
  text: string,
  categorieen: readonly TypeerbareCategorie[],
  aantal = 3,
): string[] {
  const weighed = categorieen.map(weighStems)
  const rarity = (stem: string) =>
    Math.log((categorieen.length + 1) / weighed.filter((weights) => weights.has(stem)).length)
  const typed = [...new Set(toStems(text))]
  return weighed
    .map((weights, i) => {
      const score = (word: string) => {
        let best = 0
        for (const [stem, weight] of weights) {
          const like = likeness(word, stem)
          if (like > 0) best = Math.max(best, like * weight * rarity(stem))
        }
        return best
      }
      return { code: categorieen[i]!.code, score: typed.reduce((sum, word) => sum + score(word), 0) }
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, aantal)
    .map(({ code }) => code)
}

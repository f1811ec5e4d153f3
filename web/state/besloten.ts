/** How many meldingen count in the figures and stand on no public map; the rule: `functions/domain/openbaarheid.ts`. */
import type { KernActiviteit } from '../../functions/contract/activiteit.ts'
import type { Categorie } from '../../functions/contract/instellingen.ts'

/** Of one kern, or of all. A categorie that the settings no longer have is not public. */
export function countBesloten(
  rows: readonly Pick<KernActiviteit, 'kern' | 'perCategorie'>[],
  categorieen: readonly Pick<Categorie, 'code' | 'openbaar'>[],
  kern?: string,
): number {
  const openbaar = new Set(categorieen.filter((each) => each.openbaar).map(({ code }) => code))
  return rows
    .filter((row) => !kern || row.kern === kern)
    .flatMap(({ perCategorie }) => Object.entries(perCategorie))
    .reduce((sum, [code, aantal]) => (openbaar.has(code) ? sum : sum + aantal), 0)
}

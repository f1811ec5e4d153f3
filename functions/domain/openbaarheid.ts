/**
 * What a categorie that is not public (`openbaar: false` in the settings) keeps from everybody but staff and the
 * reporter (2026-11-22). Such a melding can be about one household, and its place says which. So:
 *
 * - it is in no public list, and asked by its nummer it is not there, in the same words as an unknown one;
 * - it is in no cell of the heatmap, and on no public map;
 * - it does count for its kern, where no place can be read from it.
 *
 * The setting decides, not the melding: closing a categorie hides what is already in, at once in lists and by
 * `activiteit herbouw` in the heatmap. What it costs: lists of the public are filtered after they were found.
 */
import type { Categorie } from '../contract/instellingen.ts'

type Categorieen = { readonly categorieen: readonly Pick<Categorie, 'code' | 'openbaar'>[] }

/** Codes of the public categorieen; one that the settings no longer have is not public. */
export const listOpenbareCategorieen = ({ categorieen }: Categorieen): string[] =>
  categorieen.filter(({ openbaar }) => openbaar).map(({ code }) => code)

export const isOpenbaar = (categorie: string, { categorieen }: Categorieen): boolean =>
  categorieen.some(({ code, openbaar }) => code === categorie && openbaar)

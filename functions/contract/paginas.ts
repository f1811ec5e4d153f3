/** The pages of the web, by path: what the screen router shows and what a server answers with 200 instead of 404. */

/** `:kern` stands for any one part. */
export const paginas = [
  '/',
  '/melden',
  '/volg',
  '/initiatieven',
  '/initiatieven/nieuw',
  '/mijn-kern',
  '/mijn-kern/:kern',
  '/werkplek',
  '/werkplek/wijkbudget',
  '/werkplek/wijkbudget/scenarios',
  '/werkplek/wijkbudget/inwoners',
  '/werkplek/wijkbudget/grootboek',
  '/werkplek/wijkbudget/onderbesteding',
  '/werkplek/kernindeling',
  '/aanmelden/klaar',
  '/privacy',
  '/toegankelijkheid',
] as const
export type Pagina = (typeof paginas)[number]

const partsOf = (path: string): string[] => path.split('/').filter(Boolean)

/**
 * Whether the web has a page there; a slash at the end makes no difference.
 * @param path decoded, without query
 * @example isPagina('/mijn-kern/schoorl')   // true
 */
export function isPagina(path: string): boolean {
  const asked = partsOf(path)
  return paginas.some((pagina) => {
    const parts = partsOf(pagina)
    return (
      parts.length === asked.length && parts.every((part, i) => part.startsWith(':') || part === asked[i])
    )
  })
}

/** HTML as a tagged template: everything filled in is escaped, unless it is HTML made the same way. */

export type Html = { readonly html: string }
type Filling = string | number | Html | undefined | false | readonly Filling[]

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

const fill = (filling: Filling): string => {
  if (filling === undefined || filling === false) return ''
  if (typeof filling === 'string' || typeof filling === 'number') return escapeHtml(String(filling))
  return 'html' in filling ? filling.html : filling.map(fill).join('')
}

/**
 * Attributes must be quoted in the template.
 * @example html`<p title="${'"'}">${'<b>'}</p>`.html   // '<p title="&quot;">&lt;b&gt;</p>'
 */
export const html = (parts: TemplateStringsArray, ...fillings: Filling[]): Html => ({
  html: parts.reduce((sum, part, i) => sum + fill(fillings[i - 1]) + part),
})

/** HTML that somebody else made and vouches for. */
export const trusted = (text: string): Html => ({ html: text })

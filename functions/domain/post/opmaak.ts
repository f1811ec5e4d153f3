/** The words of a mail as plain text and as HTML that any reader can handle: no pictures, no styles, nothing to fetch. */
import type { Alinea } from './teksten.ts'

export type Opmaak = {
  titel: string
  alineas: readonly Alinea[]
  /** Where a link goes that does not say so itself. */
  link: string
  /** Who signs. */
  groet: string
  /** Small print. */
  voet: readonly string[]
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!)

/** As a quote in a mail has been written since the first ones. */
const quote = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n')

const toText = (alinea: Alinea, link: string): string => {
  if (typeof alinea === 'string') return alinea
  return 'citaat' in alinea ? quote(alinea.citaat) : `${alinea.link}:\n${alinea.naar ?? link}`
}

const toHtml = (alinea: Alinea, link: string): string => {
  if (typeof alinea === 'string') return `<p>${escapeHtml(alinea)}</p>`
  if ('link' in alinea)
    return `<p><a href="${escapeHtml(alinea.naar ?? link)}">${escapeHtml(alinea.link)}</a></p>`
  const lines = alinea.citaat.split(/\r\n|\r|\n/).map(escapeHtml)
  return `<blockquote><p>${lines.join('<br>')}</p></blockquote>`
}

/** Both forms say the same, in the same order. */
export function renderBrief({ titel, alineas, link, groet, voet }: Opmaak): { tekst: string; html: string } {
  const begin = 'Goedendag,'
  const einde = 'Met vriendelijke groet,'
  const tekst = [
    begin,
    ...alineas.map((alinea) => toText(alinea, link)),
    `${einde}\n${groet}`,
    ['--', ...voet].join('\n'),
  ]
  const html = [
    '<!doctype html>',
    `<html lang="nl"><head><meta charset="utf-8"><title>${escapeHtml(titel)}</title></head><body>`,
    `<h1>${escapeHtml(titel)}</h1>`,
    `<p>${begin}</p>`,
    ...alineas.map((alinea) => toHtml(alinea, link)),
    `<p>${einde}<br>${escapeHtml(groet)}</p>`,
    '<hr>',
    ...voet.map((line) => `<p><small>${escapeHtml(line)}</small></p>`),
    '</body></html>',
  ]
  return { tekst: `${tekst.join('\n\n')}\n`, html: `${html.join('\n')}\n` }
}

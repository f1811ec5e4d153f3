/** Reads a mail (RFC 5322, 2045 to 2047) as far as ours go: folded headers, encoded words, alternatives. */

export type ParsedMail = {
  /** By name in lower case, unfolded and decoded. */
  headers: Record<string, string>
  parts: { type: string; text: string }[]
  /** As it travels. */
  lines: string[]
}

const fromQuoted = (text: string): string => {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const decode = (text: string, encoding = '7bit'): string => {
  if (encoding === 'quoted-printable') return fromQuoted(text)
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text
}

/** Two encoded words beside each other are one: the space between them is not there. */
const decodeWords = (header: string): string =>
  header
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? decode(word, 'base64') : fromQuoted(word.replaceAll('_', ' ')),
    )

const parseHeaders = (text: string): Record<string, string> => {
  const headers: Record<string, string> = {}
  for (const line of text.replace(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) throw new Error(`Not a header: ${line}`)
    const name = line.slice(0, colon).toLowerCase()
    if (headers[name] !== undefined) throw new Error(`Twice: ${name}`)
    headers[name] = decodeWords(line.slice(colon + 1).trim())
  }
  return headers
}

const splitAt = (text: string): [head: string, body: string] => {
  const end = text.indexOf('\r\n\r\n')
  return [text.slice(0, end), text.slice(end + 4)]
}

export function parseMail(mail: Buffer): ParsedMail {
  const text = mail.toString('latin1')
  const [head, body] = splitAt(text)
  const headers = parseHeaders(head)
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1]
  const pieces = body.split(`--${boundary}`).slice(1, -1)
  const parts = pieces.map((piece) => {
    const [partHead, partBody] = splitAt(piece.replace(/^\r\n/, ''))
    const { 'content-type': type = '', 'content-transfer-encoding': encoding } = parseHeaders(partHead)
    return { type: type.split(';')[0]!, text: decode(partBody, encoding).replaceAll('\r\n', '\n') }
  })
  return { headers, parts, lines: text.split('\r\n') }
}

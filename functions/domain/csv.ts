/**
 * Lines of a CSV file for Dutch Excel (RFC 4180 with `;`, decimal comma, CRLF, and once a byte order mark in front). No
 * library: `csv-stringify` (MIT, kept) makes the small sheets of the web, but the domain has no dependencies and a file
 * of any length must come line by line in a browser and on the command line alike.
 */

/** Goes before the first line, so that Excel reads UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe: it begins with = + - @ (also in their wide East
 * Asian form), a tab or a return.
 */
export const neutralise = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

const quote = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * One line with its end. Numbers are no text, so a negative one stays a number; undefined is an empty cell.
 * @example toCsvRegel(['a;b', -1.5, undefined, '=1']) // '"a;b";-1,5;;\'=1\r\n'
 */
export const toCsvRegel = (cells: readonly (string | number | undefined)[]): string =>
  `${cells
    .map((cell) =>
      typeof cell === 'number' ? String(cell).replace('.', ',') : quote(neutralise(cell ?? '')),
    )
    .join(';')}\r\n`

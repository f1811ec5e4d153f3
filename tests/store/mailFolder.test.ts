/** Mail as it travels, read back as a mail program does: headers unfolded, words and bodies decoded. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Brief, PostFout } from '../../functions/domain/post/ports.ts'
import { composeMail } from '../../functions/post/composeMail.ts'
import { createMailFolder } from '../../infra/local/mailFolder.ts'
import { useFolder } from '../support/engine.ts'
import { parseMail } from '../support/parseMail.ts'

const folder = useFolder()
const afzender = {
  naam: 'Gemeente Bergen, team “Café”',
  adres: 'meldingen@kernpunt.voorbeeld.nl',
  antwoordAan: 'kernpunt@voorbeeld.nl',
}
const brief = (overrides: Partial<Brief> = {}): Brief => ({
  kenmerk: 'M-4F7K-2M9Q_0003_melder',
  naar: 'zoe@voorbeeld.nl',
  onderwerp: 'Uw melding is gepland op zondag 1 maart 2026, na de storing bij de zeeweringen (M-4F7K-2M9Q)',
  tekst: `Goedendag,\n\n${'Wij zijn geweest bij de coördinator. '.repeat(60)}\n`,
  html: '<!doctype html><html lang="nl"><body><p>Coördinator</p></body></html>\n',
  op: '2026-02-27T10:30:00.000Z',
  merken: { nummer: 'M-4F7K-2M9Q', versie: '3', ontvanger: 'melder' },
  draad: 'M-4F7K-2M9Q',
  ...overrides,
})
const compose = async (overrides: Partial<Brief> = {}, from = afzender) =>
  parseMail(await composeMail(brief(overrides), from))

describe('a mail', () => {
  test('says from whom, to whom, about what and when, and that no machine should answer', async () => {
    const { headers } = await compose()
    expect(headers).toMatchObject({
      from: 'Gemeente Bergen, team “Café” <meldingen@kernpunt.voorbeeld.nl>',
      to: 'zoe@voorbeeld.nl',
      'reply-to': 'kernpunt@voorbeeld.nl',
      subject: brief().onderwerp,
      date: 'Fri, 27 Feb 2026 10:30:00 +0000',
      'message-id': '<M-4F7K-2M9Q_0003_melder@kernpunt.voorbeeld.nl>',
      references: '<M-4F7K-2M9Q@kernpunt.voorbeeld.nl>',
      'auto-submitted': 'auto-generated',
      'content-language': 'nl',
    })
  })

  test('holds text and HTML in UTF-8, of which no line on its way is longer than 998 bytes', async () => {
    const { parts, lines } = await compose()
    expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html'])
    expect(parts.map(({ text }) => text.trimEnd())).toEqual([brief().tekst.trimEnd(), brief().html.trimEnd()])
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998)
    for (const line of lines) expect(line).toMatch(/^[\x20-\x7e\t]*$/)
  })

  test('is the same to the byte at every attempt', async () => {
    const [one, two] = [await composeMail(brief(), afzender), await composeMail(brief(), afzender)]
    expect(two.equals(one)).toBe(true)
  })

  test('lets no text become a header, whatever stands in it', async () => {
    const bad = '\r\nBcc: iedereen@voorbeeld.nl\r\n\r\nLichaam'
    const names = ({ headers }: Awaited<ReturnType<typeof compose>>) => Object.keys(headers).sort()
    const expected = names(await compose())
    const nasty = await compose(
      { onderwerp: `Onderwerp${bad}`, kenmerk: 'M-4F7K-2M9Q_0003_melder', tekst: bad, html: bad },
      { ...afzender, naam: `Gemeente${bad}` },
    )
    expect(names(nasty)).toEqual(expected)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (word) => {
        const onderwerp = `A${word.toWellFormed()}`
        expect(names(await compose({ onderwerp }, { ...afzender, naam: onderwerp }))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    'a@b.nl\r\nBcc: c@d.nl',
    'a@b.nl\nX: y',
    'a@b.nl, c@d.nl',
    'A <a@b.nl>',
    '"a b"@c.nl',
    'a@b.nl; c@d.nl',
    'a@b@c.nl',
    'geen adres',
    '',
    '\u0000@b.nl',
    'a@b.nl\u2028',
  ])('never goes to %j', async (naar) => {
    const error = await composeMail(brief({ naar }), afzender).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(PostFout)
    expect(error).toMatchObject({ soort: 'geweigerd' })
    expect(String(error)).not.toContain('b.nl')
  })
})

describe('the folder of mail', () => {
  test('has a file for each mail, which a second attempt replaces', async () => {
    const place = join(folder.path, 'mail')
    const postbus = createMailFolder(place, afzender)
    await postbus.send(brief())
    await postbus.send(brief())
    await postbus.send(brief({ kenmerk: 'M-4F7K-2M9Q_0004_melder', op: '2026-02-28T10:30:00.000Z' }))
    const names = (await readdir(place)).sort()
    expect(names).toEqual([
      '20260227T103000Z_M-4F7K-2M9Q_0003_melder.eml',
      '20260228T103000Z_M-4F7K-2M9Q_0004_melder.eml',
    ])
    const { headers } = parseMail(await readFile(join(place, names[0]!)))
    expect(headers.to).toBe('zoe@voorbeeld.nl')
  })

  test.skipIf(process.platform === 'win32')('can be read by nobody else on the machine', async () => {
    const place = join(folder.path, 'mail')
    await createMailFolder(place, afzender).send(brief({ kenmerk: 'M-4F7K-2M9Q_0005_melder' }))
    const name = (await readdir(place)).find((each) => each.includes('_0005_'))!
    expect((await stat(join(place, name))).mode & 0o077).toBe(0)
  })
})

/**
 * A mail as it travels (RFC 5322, MIME): plain text and HTML beside each other, in UTF-8. One for both ways out, so
 * what is tested in a folder is what AWS sends. nodemailer folds and encodes; what could end a header never gets there.
 */
import MailComposer from 'nodemailer/lib/mail-composer'
import { type Brief, PostFout } from '../domain/post/ports.ts'

export type Afzender = {
  naam: string
  /** From whom it comes, and where answers go. */
  adres: string
  antwoordAan: string
}

/** One address, with nothing in it that a header could read as more: no control, space, bracket, quote or list sign. */
const oneAddress = /^[^\p{Cc}\s<>()[\]\\,;:"@]+@[^\p{Cc}\s<>()[\]\\,;:"@]+$/u
const anyControl = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

const domainOf = (adres: string): string => adres.slice(adres.lastIndexOf('@') + 1)

/** @throws PostFout `geweigerd` for an address that is none. */
export async function composeMail(brief: Brief, { naam, adres, antwoordAan }: Afzender): Promise<Buffer> {
  const { naar, onderwerp, tekst, html, op, kenmerk, draad } = brief
  if (!oneAddress.test(naar)) throw new PostFout('geweigerd', 'Het e-mailadres klopt niet.')
  const domain = domainOf(adres)
  const mail = new MailComposer({
    from: { name: naam.replace(anyControl, ' '), address: adres },
    replyTo: antwoordAan,
    to: { name: '', address: naar },
    subject: onderwerp.replace(anyControl, ' '),
    messageId: `<${kenmerk}@${domain}>`,
    ...(draad && { references: `<${draad}@${domain}>` }),
    date: new Date(op),
    text: tekst,
    html,
    // Out-of-office answers stay away: RFC 3834.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'nl' },
    // Not by chance: a second attempt is the same mail, to the byte.
    baseBoundary: kenmerk,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return mail.compile().build()
}

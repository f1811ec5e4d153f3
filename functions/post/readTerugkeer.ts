/**
 * What SES tells of a mail that could not be delivered, by EventBridge: which mail, by the tags it went with, and why in
 * words for staff. Its address is in the event too and goes no further.
 * https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html
 */
import * as z from 'zod'
import type { BerichtSleutel } from '../domain/post/ports.ts'

const one = z.tuple([z.string()], z.string()).transform(([first]) => first)

const Detail = z.object({
  eventType: z.enum(['Bounce', 'Complaint', 'Reject']),
  bounce: z.object({ bounceType: z.string() }).optional(),
  mail: z.object({
    tags: z.object({ nummer: one, versie: one.transform(Number).pipe(z.int()), ontvanger: one }),
  }),
})

const uitlegOf = ({ eventType, bounce }: z.output<typeof Detail>): string => {
  if (eventType === 'Complaint') return 'De ontvanger heeft de mail als ongewenst gemeld.'
  if (eventType === 'Reject') return 'De maildienst heeft de mail tegengehouden.'
  return bounce?.bounceType === 'Permanent'
    ? 'Het e-mailadres bestaat niet, of neemt geen mail van ons aan.'
    : 'De mailbox nam de mail niet aan, bijvoorbeeld omdat zij vol is.'
}

/** `undefined` for a mail that is not about a melding. */
export const readTerugkeer = (detail: unknown): { sleutel: BerichtSleutel; uitleg: string } | undefined => {
  const { success, data } = Detail.safeParse(detail)
  if (!success) return undefined
  const { nummer, versie, ontvanger } = data.mail.tags
  return { sleutel: { nummer, versie, ontvanger }, uitleg: uitlegOf(data) }
}

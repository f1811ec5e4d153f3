/**
 * Mail by Amazon SES. SES gives every mail a Message-ID of its own, so a second attempt is a second mail there; the tags
 * come back with what could not be delivered (`lambdas/postbus.ts`).
 */
import { SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { type Postbus, PostFout } from '../domain/post/ports.ts'
import { type Afzender, composeMail } from './composeMail.ts'

type Settings = { afzender: Afzender; configuratie: string; client?: Pick<SESv2Client, 'send'> }

/** Less than a mail is kept from others (`jobs/post.ts`), all attempts together. */
const createClient = () =>
  new SESv2Client({
    maxAttempts: 3,
    requestHandler: { requestTimeout: 10_000, connectionTimeout: 5_000 },
  })

/** About this one mail; all else may pass: too many at once, sending paused, a setting that is wrong. */
const refusals = ['BadRequestException', 'MessageRejected']

export const createSesPostbus = ({ afzender, configuratie, client = createClient() }: Settings): Postbus => ({
  async send(brief) {
    const Data = await composeMail(brief, afzender)
    const command = new SendEmailCommand({
      FromEmailAddress: afzender.adres,
      Destination: { ToAddresses: [brief.naar] },
      Content: { Raw: { Data } },
      ConfigurationSetName: configuratie,
      EmailTags: Object.entries(brief.merken).map(([Name, Value]) => ({ Name, Value })),
    })
    try {
      const { MessageId = '' } = await client.send(command)
      return { bericht: MessageId }
    } catch (cause) {
      const refused = cause instanceof SESv2ServiceException && refusals.includes(cause.name)
      if (refused) throw new PostFout('geweigerd', 'De maildienst heeft de mail geweigerd.', { cause })
      throw new PostFout('tijdelijk', 'De maildienst is niet bereikbaar.', { cause })
    }
  },
})

import { MessageRejected, SESv2ServiceException, type SendEmailCommand } from '@aws-sdk/client-sesv2'
import { describe, expect, test } from 'vitest'
import { PostFout } from '../../functions/domain/post/ports.ts'
import { readTerugkeer } from '../../functions/post/readTerugkeer.ts'
import { createSesPostbus } from '../../functions/post/sesPostbus.ts'

const brief = {
  kenmerk: 'M-4F7K-2M9Q_0003_melder',
  naar: 'zoe@voorbeeld.nl',
  onderwerp: 'Uw melding is gepland (M-4F7K-2M9Q)',
  tekst: 'Goedendag',
  html: '<p>Goedendag</p>',
  op: '2026-02-27T10:30:00.000Z',
  merken: { nummer: 'M-4F7K-2M9Q', versie: '3', ontvanger: 'M-0000-0001_melder' },
}
const afzender = { naam: 'Gemeente', adres: 'meldingen@voorbeeld.nl', antwoordAan: 'kernpunt@voorbeeld.nl' }

const postbusOf = (answer: (command: SendEmailCommand) => object) =>
  createSesPostbus({
    afzender,
    configuratie: 'proef',
    client: { send: async (command: object) => answer(command as SendEmailCommand) } as never,
  })
const failure = (name: string) =>
  new SESv2ServiceException({ name, $fault: 'client', $metadata: {}, message: 'zoe@voorbeeld.nl' })

describe('mail by SES', () => {
  test('is sent from our address, with what tells later which one came back', async () => {
    let asked: SendEmailCommand['input'] | undefined
    const postbus = postbusOf(({ input }) => {
      asked = input
      return { MessageId: 'ses-1' }
    })
    expect(await postbus.send(brief)).toEqual({ bericht: 'ses-1' })
    expect(asked).toMatchObject({
      FromEmailAddress: 'meldingen@voorbeeld.nl',
      Destination: { ToAddresses: ['zoe@voorbeeld.nl'] },
      ConfigurationSetName: 'proef',
      EmailTags: [
        { Name: 'nummer', Value: 'M-4F7K-2M9Q' },
        { Name: 'versie', Value: '3' },
        { Name: 'ontvanger', Value: 'M-0000-0001_melder' },
      ],
    })
    expect(Buffer.from(asked!.Content!.Raw!.Data!).toString()).toContain('To: zoe@voorbeeld.nl\r\n')
    // https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html
    for (const { Value } of asked!.EmailTags!) expect(Value).toMatch(/^[A-Za-z0-9_-]{1,256}$/)
  })

  test.each([
    ['geweigerd', new MessageRejected({ $metadata: {}, message: 'zoe@voorbeeld.nl' })],
    ['geweigerd', failure('BadRequestException')],
    ['tijdelijk', failure('TooManyRequestsException')],
    ['tijdelijk', failure('SendingPausedException')],
    ['tijdelijk', failure('LimitExceededException')],
    ['tijdelijk', new Error('connect ETIMEDOUT')],
  ])('that fails is %s after %s, in words without an address', async (soort, cause) => {
    const postbus = postbusOf(() => {
      throw cause
    })
    const error = await postbus.send(brief).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PostFout)
    expect(error).toMatchObject({ soort })
    expect((error as PostFout).uitleg).not.toContain('@')
  })
})

/** As EventBridge brings it, with what of it we read and what we must not keep. */
const event = (eventType: string, extra: object = {}, tags: object = {}) => ({
  eventType,
  ...extra,
  mail: {
    messageId: 'ses-1',
    destination: ['zoe@voorbeeld.nl'],
    commonHeaders: { subject: 'Uw melding' },
    tags: {
      'ses:configuration-set': ['proef'],
      nummer: ['M-4F7K-2M9Q'],
      versie: ['3'],
      ontvanger: ['melder'],
      ...tags,
    },
  },
})
const bounce = (bounceType: string) => ({
  bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: [{ emailAddress: 'zoe@voorbeeld.nl' }] },
})

describe('what came back', () => {
  test.each([
    ['Bounce', bounce('Permanent'), 'bestaat niet'],
    ['Bounce', bounce('Transient'), 'vol'],
    ['Bounce', bounce('Undetermined'), 'nam de mail niet aan'],
    ['Complaint', {}, 'ongewenst'],
    ['Reject', { reject: { reason: 'Bad content' } }, 'tegengehouden'],
  ])('as %s is about one mail, and says why in Dutch without the address', (type, extra, word) => {
    const found = readTerugkeer(event(type, extra))
    expect(found?.sleutel).toEqual({ nummer: 'M-4F7K-2M9Q', versie: 3, ontvanger: 'melder' })
    expect(found?.uitleg).toContain(word)
    expect(JSON.stringify(found)).not.toContain('@')
  })

  test.each([
    [
      'a mail of the day',
      event('Bounce', bounce('Permanent'), { nummer: undefined, dagbericht: ['2026-11-23'] }),
    ],
    ['a mail that arrived', event('Delivery')],
    ['a broken number', event('Bounce', bounce('Permanent'), { versie: ['drie'] })],
    ['nothing', undefined],
  ])('is nothing for %s', (_name, detail) => {
    expect(readTerugkeer(detail)).toBeUndefined()
  })
})

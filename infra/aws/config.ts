/**
 * Where Kernpunt runs on AWS: one row per environment, one gemeente per row. A row is all that differs; a new gemeente
 * is a new row (and its folder in `geodata/gemeenten`). Domains are examples until a gemeente fills in its own.
 */
import { RetentionDays } from 'aws-cdk-lib/aws-logs'

export type Environment = {
  /** CBS code of the gemeente: the folder of `geodata/gemeenten` that goes along with the functions. */
  gemeente: string
  /** AWS region of everything with data in it. In the EU, so that residents' data stays there. */
  region: string
  /** Host name of the web and the API, without scheme. Its certificate is a parameter of the web stack. */
  domain: string
  /** First part of the Cognito sign-in address `<prefix>.auth.<region>.amazoncognito.com`; unique per region. */
  signInPrefix: string
  /** Name of the bucket of photos: unique in the world, so that the web can name its address. */
  fotoBucket: string
  /** How long logs are kept. They hold no bodies and no addresses of visitors. */
  logRetention: RetentionDays
  /** Requests per second that the API takes for all callers together, and how many at once above that. */
  throttle: { rateLimit: number; burstLimit: number }
  /** From whom mail to residents and teams comes; the records of its domain are an output of the mail stack. */
  mailFrom: string
  /** Who gets the alarms; has to confirm the subscription once. */
  alarmEmail: string
  /** Shows the banner that says the figures are examples. */
  exampleData: boolean
}

export const environments: Record<string, Environment> = {
  acceptatie: {
    gemeente: 'GM0373',
    region: 'eu-west-1',
    domain: 'kernpunt-acceptatie.voorbeeld.nl',
    signInPrefix: 'kernpunt-gm0373-acceptatie',
    fotoBucket: 'kernpunt-gm0373-acceptatie-fotos',
    logRetention: RetentionDays.TWO_WEEKS,
    throttle: { rateLimit: 20, burstLimit: 40 },
    mailFrom: 'meldingen@kernpunt-acceptatie.voorbeeld.nl',
    alarmEmail: 'beheer@voorbeeld.nl',
    exampleData: true,
  },
  productie: {
    gemeente: 'GM0373',
    region: 'eu-west-1',
    domain: 'kernpunt.voorbeeld.nl',
    signInPrefix: 'kernpunt-gm0373',
    fotoBucket: 'kernpunt-gm0373-fotos',
    logRetention: RetentionDays.THREE_MONTHS,
    throttle: { rateLimit: 200, burstLimit: 400 },
    mailFrom: 'meldingen@kernpunt.voorbeeld.nl',
    alarmEmail: 'beheer@voorbeeld.nl',
    exampleData: false,
  },
}

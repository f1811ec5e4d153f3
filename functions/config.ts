/** The environment of a deployed function, parsed once by schema. Nothing else looks at it. */
import * as z from 'zod'

const missing = (naam: string) => z.string(`${naam} ontbreekt`).min(1, `${naam} is leeg`)

const Environment = z.object({
  /** Name of the DynamoDB table. */
  TABEL: missing('TABEL'),
  GEMEENTE: missing('GEMEENTE').regex(/^GM\d{4}$/, 'GEMEENTE is een CBS-code zoals GM0373'),
  /** Folder with one folder per gemeente; absent: that of the repository. */
  GEODATA: z.string().min(1, 'GEODATA is leeg').optional(),
  /** Where the web lives. */
  WEBADRES: missing('WEBADRES')
    .pipe(z.url({ protocol: /^https?$/, error: 'WEBADRES is geen webadres' }))
    .transform((adres) => adres.replace(/\/+$/, '')),
  OIDC_ISSUER: missing('OIDC_ISSUER').pipe(z.url('OIDC_ISSUER is geen webadres')),
  OIDC_CLIENT_ID: missing('OIDC_CLIENT_ID'),
  OIDC_SCOPE: z.string().min(1, 'OIDC_SCOPE is leeg').default('openid profile'),
  /** Audience to ask a token for, where the identity provider wants one named. Cognito does not. */
  OIDC_RESOURCE: z.string().min(1, 'OIDC_RESOURCE is leeg').optional(),
  /** Signs the cursors of lists; what is derived from it hashes senders and signs questions and times of forms. */
  CURSOR_SLEUTEL: missing('CURSOR_SLEUTEL').min(16, 'CURSOR_SLEUTEL is korter dan 16 tekens'),
  /** Bucket of photos. */
  FOTOBUCKET: missing('FOTOBUCKET'),
  /** Secret that only our edge sends along; absent where there is no edge. */
  RAND_SLEUTEL: z.string().min(16, 'RAND_SLEUTEL is korter dan 16 tekens').optional(),
  /** Whether the web says that what it shows is made up. */
  VOORBEELDGEGEVENS: z.enum(['ja', 'nee'], 'VOORBEELDGEGEVENS is ja of nee').default('nee'),
})
export type Config = z.output<typeof Environment>

/** All that who reads the stream needs: no secret, and nothing of signing in. */
const StreamEnvironment = Environment.pick({ TABEL: true, GEMEENTE: true, GEODATA: true })

/** All that who cleans photos needs. */
const FotoEnvironment = Environment.pick({ TABEL: true, FOTOBUCKET: true })

/** All that the work of the night needs. */
const OnderhoudEnvironment = StreamEnvironment.extend(FotoEnvironment.shape)

/** All that who sends mail needs. */
const PostEnvironment = Environment.pick({
  TABEL: true,
  GEMEENTE: true,
  GEODATA: true,
  WEBADRES: true,
  CURSOR_SLEUTEL: true,
}).extend({
  /** From whom mail comes. */
  AFZENDER: missing('AFZENDER').pipe(z.email('AFZENDER is geen e-mailadres')),
  /** Configuration set of SES, which tells what came back. */
  MAILCONFIGURATIE: missing('MAILCONFIGURATIE'),
})

/**
 * @throws Error with one Dutch sentence that names every variable that is wrong; values are not repeated.
 * @example readConfig(process.env).GEMEENTE   // 'GM0373'
 */
export const readConfig = (environment: Variables): Config => read(Environment, environment)

/** As `readConfig`, for the function behind the stream. */
export const readStreamConfig = (environment: Variables): z.output<typeof StreamEnvironment> =>
  read(StreamEnvironment, environment)

/** As `readConfig`, for the function that cleans photos. */
export const readFotoConfig = (environment: Variables): z.output<typeof FotoEnvironment> =>
  read(FotoEnvironment, environment)

/** As `readConfig`, for the function of the night. */
export const readOnderhoudConfig = (environment: Variables): z.output<typeof OnderhoudEnvironment> =>
  read(OnderhoudEnvironment, environment)

/** As `readConfig`, for the function that sends mail. */
export const readPostConfig = (environment: Variables): z.output<typeof PostEnvironment> =>
  read(PostEnvironment, environment)

type Variables = Record<string, string | undefined>

function read<T>(schema: z.ZodType<T>, environment: Variables): T {
  const result = schema.safeParse(environment)
  if (result.success) return result.data
  const said = result.error.issues.map((issue) => issue.message)
  throw new Error(`De omgeving van deze functie klopt niet: ${said.join('; ')}.`)
}

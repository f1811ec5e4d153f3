/** How a gemeente works on meldingen: its teams, who gets what, and the texts that staff starts from. */
import * as z from 'zod'
import { redenen } from '../../functions/contract/melding.ts'
import { Code, Naam } from './categorie.ts'

export const Team = z.strictObject({
  naam: z.string('naam ontbreekt').min(1, 'naam is leeg').max(80, 'naam is langer dan 80 tekens'),
  /** Where the daily mail about late work goes. */
  email: z.email('geen e-mailadres'),
})

const some = <T extends z.ZodType>(schema: T) => z.array(schema).min(1, 'een lege lijst past nooit')
const Tijd = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'een tijd ziet eruit als 17:00')

/** Who gets what comes in; what it means: `functions/domain/routering.ts`. */
export const Routeregel = z.strictObject({
  naam: Naam,
  als: z
    .strictObject({
      categorieen: some(Code).optional(),
      groepen: some(z.string()).optional(),
      kernen: some(z.string()).optional(),
      woorden: some(
        z.string().regex(/^[\p{L}\d]+( [\p{L}\d]+)*$/u, 'een woord bestaat uit letters'),
      ).optional(),
      van: Tijd.optional(),
      tot: Tijd.optional(),
      dagen: some(
        z.enum(['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'], 'een dag is ma, di, wo, do, vr, za of zo'),
      ).optional(),
      maanden: some(z.int().min(1, 'een maand is 1 tot 12').max(12, 'een maand is 1 tot 12')).optional(),
    })
    .refine((als) => Object.keys(als).length > 0, 'als is leeg, dus deze regel past altijd'),
  dan: z.strictObject({
    team: z.string('team ontbreekt').min(1, 'team ontbreekt'),
    medewerker: z
      .string()
      .min(1, 'medewerker is leeg')
      .max(120, 'medewerker is langer dan 120 tekens')
      .optional(),
  }),
})

/** What can stand between braces in a standard text. */
export const tekstvelden = ['nummer', 'categorie', 'kern', 'streefdatum', 'geplandeDatum'] as const

export const Standaardtekst = z
  .strictObject({
    titel: z.string('titel ontbreekt').min(1, 'titel is leeg'),
    tekst: z.string('tekst ontbreekt').min(1, 'tekst is leeg').max(2000, 'tekst is langer dan 2.000 tekens'),
    groepen: some(z.string()).optional(),
    categorieen: some(Code).optional(),
    bij: some(z.enum(['in-behandeling', 'gepland', 'gesloten', 'bericht', 'vraag'], 'bij kan niet')),
    reden: z.enum(redenen, 'reden kan niet').optional(),
  })
  .superRefine(({ tekst, bij, reden }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['tekst'], message })
    for (const [, veld = ''] of tekst.matchAll(/\{([^{}]*)\}/g))
      if (!tekstvelden.some((known) => known === veld))
        wrong(`{${veld}} is geen veld; kies uit ${tekstvelden.map((known) => `{${known}}`).join(', ')}`)
    if (/[{}]/.test(tekst.replace(/\{[^{}]*\}/g, ''))) wrong('een accolade staat alleen')
    if (tekst.includes('{geplandeDatum}') && bij.some((moment) => moment !== 'gepland'))
      wrong('{geplandeDatum} is er alleen bij gepland')
    if (reden && bij.some((moment) => moment !== 'gesloten'))
      context.addIssue({ code: 'custom', path: ['reden'], message: 'een reden hoort alleen bij gesloten' })
  })

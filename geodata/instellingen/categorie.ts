/** A categorie as the file of a gemeente has it: what is asked, who handles it, how soon, and who may see it. */
import * as z from 'zod'

export const Naam = z.string('naam ontbreekt').min(1, 'naam is leeg')
/** `gevaarlijk-afval`: what other files and other fields call it. */
export const Code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'een code bestaat uit kleine letters, cijfers en streepjes')

const Termijn = z.object(
  {
    aantal: z.int('aantal moet een geheel getal zijn').min(1, 'een termijn is minstens 1 dag'),
    eenheid: z.enum(['werkdagen', 'dagen'], 'eenheid is werkdagen of dagen'),
  },
  'termijn ontbreekt',
)

const Gevaar = z.strictObject({
  vraag: z.string('vraag ontbreekt').min(1, 'vraag is leeg'),
  tekst: z.string('tekst ontbreekt').min(1, 'tekst is leeg'),
  telefoon: z.string('telefoon ontbreekt').regex(/^\+?[0-9][0-9 -]{2,}$/, 'telefoon is geen telefoonnummer'),
})

const Vraag = z.strictObject({
  code: Code,
  vraag: z.string('vraag ontbreekt').min(1, 'vraag is leeg'),
  keuzes: z.array(z.string().min(1, 'een keuze is leeg')).min(2, 'minder dan 2 keuzes').optional(),
  verplicht: z.boolean('verplicht is true of false'),
})

export const Categorie = z
  .strictObject({
    code: Code,
    naam: Naam,
    groep: z.object({ code: z.string(), naam: Naam }),
    omschrijving: z.string(),
    /** What people type when they mean this; for proposing a category. */
    voorbeelden: z.array(z.string()),
    /** Single words that point at this category, one form of each is enough; for the same. */
    trefwoorden: z.array(z.string().regex(/^\p{L}+$/u, 'een trefwoord is één woord')).optional(),
    /** One of the teams of the gemeente. */
    team: z.string('team ontbreekt').min(1, 'team ontbreekt'),
    termijn: Termijn,
    /** Metres. No default: how far the same thing can be from itself differs too much. */
    dubbelBinnenMeter: z.number('dubbelBinnenMeter ontbreekt').min(0, 'dubbelBinnenMeter is onder nul'),
    /** Shown before anything is typed. */
    spoedtekst: z.string().optional(),
    /** Asked first; who says yes must call, and can send no form. */
    gevaar: Gevaar.optional(),
    vragen: z.array(Vraag).max(5, 'er zijn meer dan 5 vragen').optional(),
    /** Whether everybody may see where meldingen of this kind are: `functions/domain/openbaarheid.ts`. */
    openbaar: z.boolean(),
    /** Days after closing that personal data is kept, where it differs from that of the gemeente. */
    bewaartermijnDagen: z.int().min(1, 'bewaartermijnDagen is minstens 1').optional(),
    /** `hoofd/sub` or `hoofd`: the words other systems use for it; an import translates by them. */
    aliassen: z.array(z.string()),
  })
  .superRefine(({ vragen = [] }, context) => {
    const codes = vragen.map(({ code }) => code)
    const double = codes.find((code, i) => codes.indexOf(code) !== i)
    if (double !== undefined)
      context.addIssue({ code: 'custom', path: ['vragen'], message: `de code ${double} staat er twee keer` })
  })

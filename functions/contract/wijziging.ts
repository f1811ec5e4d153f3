/** Every change that staff can make to a melding: one at a time, or the same to several. */
import * as z from 'zod'
import { Datum } from './common.ts'
import { Nummer, Reden, Status, tekst } from './melding.ts'

/** A team of the settings, by its name. */
export const Team = z.string('Kies een team.').trim().min(1, 'Kies een team.').max(80)
export const Medewerkernaam = z.string().trim().min(1, 'Vul een naam in.').max(120)

/** What somebody of the staff can do now, besides the statuses of `toegestaan`. */
export const wijzigingsoorten = [
  'status',
  'categorie',
  'toewijzing',
  'notitie',
  'bericht',
  'vraag',
  'hervatting',
  'taak',
  'taak-klaar',
  'samenvoeging',
  'losmaking',
  'persoonlijk',
] as const
export type Wijzigingsoort = (typeof wijzigingsoorten)[number]

const statusvelden = {
  status: Status,
  reden: Reden.optional(),
  geplandeDatum: Datum.optional(),
  toelichting: tekst('Toelichting', 2000).optional(),
}

type Statusvelden = { status: Status; reden?: Reden | undefined; geplandeDatum?: string | undefined }

function checkStatus(waarde: Statusvelden, context: z.RefinementCtx): void {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (waarde.status === 'gesloten' && !waarde.reden) wrong('reden', 'Kies een reden bij sluiten.')
  if (waarde.status !== 'gesloten' && waarde.reden) wrong('reden', 'Een reden hoort alleen bij gesloten.')
  if (waarde.status === 'gepland' && !waarde.geplandeDatum) wrong('geplandeDatum', 'Kies een datum.')
  if (waarde.status !== 'gepland' && waarde.geplandeDatum)
    wrong('geplandeDatum', 'Een datum hoort alleen bij gepland.')
}

const Versie = z.int('versie moet een geheel getal zijn.').min(1)

/** `versie` is the version the coördinator looked at: a second writer gets 409 `versie-verouderd`. */
export const NieuweStatus = z
  .strictObject({ ...statusvelden, versie: Versie })
  .superRefine(checkStatus)
  .meta({ id: 'NieuweStatus' })
export type NieuweStatus = z.infer<typeof NieuweStatus>

/**
 * One change of a melding by staff.
 *
 * - `vraag` asks the reporter something and lets the term stand still; `hervatting` lets it run again without an answer.
 * - `samenvoeging` closes this melding as `dubbel` of another, and `losmaking` undoes that.
 * - `toewijzing` without `medewerker` gives it back to the team; with `medewerker` to somebody.
 * - `persoonlijk` marks the text as personal (or no longer), so that it is erased with the contact data.
 */
export const Wijziging = z
  .discriminatedUnion(
    'soort',
    [
      z.strictObject({ soort: z.literal('status'), ...statusvelden }).superRefine(checkStatus),
      z.strictObject({
        soort: z.literal('categorie'),
        categorie: z.string('Kies een categorie.').min(1, 'Kies een categorie.').max(80),
        toelichting: tekst('Toelichting', 2000).optional(),
      }),
      z.strictObject({
        soort: z.literal('toewijzing'),
        team: Team.optional(),
        medewerker: Medewerkernaam.optional(),
      }),
      z.strictObject({ soort: z.literal('notitie'), tekst: tekst('Notitie', 2000) }),
      z.strictObject({ soort: z.literal('bericht'), tekst: tekst('Bericht', 2000) }),
      z.strictObject({ soort: z.literal('vraag'), tekst: tekst('Vraag', 2000) }),
      z.strictObject({ soort: z.literal('hervatting'), tekst: tekst('Toelichting', 2000).optional() }),
      z.strictObject({ soort: z.literal('taak'), omschrijving: tekst('Omschrijving', 500), team: Team }),
      z.strictObject({ soort: z.literal('taak-klaar'), taak: z.int('Kies een taak.').min(1) }),
      z.strictObject({ soort: z.literal('samenvoeging'), hoofdmelding: Nummer }),
      z.strictObject({ soort: z.literal('losmaking') }),
      z.strictObject({ soort: z.literal('persoonlijk'), persoonlijk: z.boolean('Kies ja of nee.') }),
    ],
    `Kies een soort: ${wijzigingsoorten.join(', ')}.`,
  )
  .meta({ id: 'Wijziging' })
export type Wijziging = z.infer<typeof Wijziging>

export const NieuweWijziging = z
  .strictObject({ versie: Versie, wijziging: Wijziging })
  .meta({ id: 'NieuweWijziging' })
export type NieuweWijziging = z.infer<typeof NieuweWijziging>

/** The same change to several, each at the version that was seen; what fails stops none of the others. */
export const BulkWijziging = z
  .strictObject({
    meldingen: z
      .array(z.strictObject({ nummer: Nummer, versie: Versie }))
      .min(1, 'Kies ten minste één melding.')
      .max(100, 'Kies hoogstens 100 meldingen tegelijk.')
      .refine(
        (all) => new Set(all.map(({ nummer }) => nummer)).size === all.length,
        'Noem elke melding één keer.',
      ),
    wijziging: Wijziging,
  })
  .meta({ id: 'BulkWijziging' })
export type BulkWijziging = z.infer<typeof BulkWijziging>

export const BulkUitkomst = z
  .object({
    regels: z.array(
      z.object({
        nummer: Nummer,
        gelukt: z.boolean(),
        /** The version it has now. */
        versie: z.int().optional(),
        /** Code and sentence of what went wrong. */
        code: z.string().optional(),
        uitleg: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'BulkUitkomst' })
export type BulkUitkomst = z.infer<typeof BulkUitkomst>

/** How a melding starts, and which status may follow which. What happens to it later: `behandeling/`. */
import type { Categorie } from '../contract/instellingen.ts'
import type { NieuweMelding, Status } from '../contract/melding.ts'
import type { FieldError } from '../contract/problem.ts'
import { checkAntwoorden } from './antwoorden.ts'
import { promiseDatum, type Termijnregels } from './belofte.ts'
import { findPersoonsgegevens } from './persoonsgegevens.ts'
import { checkPlaats, type Plaats } from './plaats.ts'
import type { GemeenteFeiten, MeldingRecord } from './ports.ts'
import type { Routering } from './routering.ts'

/**
 * Which status may follow which (domain rule 5). A planned melding may get another date; a closed one may be
 * opened again, because residents come back when a repair did not hold.
 */
export const overgangen: Readonly<Record<Status, readonly Status[]>> = {
  ontvangen: ['in-behandeling', 'gepland', 'gesloten'],
  'in-behandeling': ['gepland', 'gesloten'],
  gepland: ['gepland', 'in-behandeling', 'gesloten'],
  gesloten: ['in-behandeling'],
}

/** Field errors of a categorie and a place, which need the gemeente to see them; `body` may be anything, the schema names the rest. */
export function checkPlek(body: unknown, gemeente: GemeenteFeiten): FieldError[] {
  const { categorie, geometrie } = (body ?? {}) as { categorie?: unknown; geometrie?: unknown }
  const unknown =
    typeof categorie === 'string' && categorie !== '' && !isCategorie(categorie, gemeente)
      ? [
          {
            pointer: '/categorie',
            code: 'onbekende-categorie',
            detail: unknownCategorie(categorie, gemeente),
          },
        ]
      : []
  return [...unknown, ...checkPlaats(geometrie, gemeente)]
}

/** The same of a whole melding, with the answers to the questions of its categorie. */
export const checkMelding = (body: unknown, gemeente: GemeenteFeiten): FieldError[] => [
  ...checkPlek(body, gemeente),
  ...checkAntwoorden(body, gemeente),
]

type Categorieen = { readonly categorieen: readonly Pick<Categorie, 'code'>[] }

export const isCategorie = (code: string, { categorieen }: Categorieen): boolean =>
  categorieen.some((categorie) => categorie.code === code)

export const unknownCategorie = (code: string, { categorieen }: Categorieen): string =>
  `“${code.slice(0, 80)}” is geen categorie. Kies uit: ${categorieen.map((c) => c.code).join(', ')}.`

/** What only the outside can give to a new record. `volgcode` is a secret of at least 128 bits. */
export type Geboorte = { nummer: string; volgcode: string; op: string; sleutel?: string; inhoud?: string }

/** What of a gemeente a start asks for; a categorie may come without a team where nobody handles it. */
type Startregels = Pick<Termijnregels, 'isWerkdag'> & {
  readonly categorieen: readonly (Pick<Categorie, 'code' | 'termijn'> & { readonly team?: string })[]
}

/** Who gets it, and why; `routeMelding` decides that for what comes in. */
export type Toedeling = Pick<Routering, 'team' | 'medewerker' | 'waarom'>

/**
 * A new melding in its first status, with the date promised for it. Contact data is kept apart and is not in here. A text
 * in which something personal was found is marked, so that it is erased with the contact data.
 * @param toedeling absent: to the team of its categorie, and nobody asks why
 */
export function startMelding(
  body: Omit<NieuweMelding, 'formulier'>,
  plaats: Plaats,
  geboorte: Geboorte,
  regels: Startregels,
  toedeling?: Toedeling,
): MeldingRecord {
  const { op, ...rest } = geboorte
  const { categorie, omschrijving, antwoorden, fotos } = body
  const streefDatum = promiseDatum(categorie, op, regels)
  const team = toedeling?.team ?? regels.categorieen.find(({ code }) => code === categorie)?.team
  const who = { ...(team && { team }), ...(toedeling?.medewerker && { medewerker: toedeling.medewerker }) }
  const texts = [omschrijving, ...Object.values(antwoorden ?? {})]
  return {
    ...rest,
    categorie,
    omschrijving,
    positie: body.geometrie.coordinates,
    kern: plaats.kern,
    kernHerkomst: plaats.herkomst,
    status: 'ontvangen',
    versie: 1,
    geregistreerdOp: op,
    gewijzigdOp: op,
    streefDatum,
    geschiedenis: [{ status: 'ontvangen', categorie, ...who, streefDatum, op }],
    ...who,
    ...(toedeling && { waarom: toedeling.waarom }),
    ...(antwoorden && Object.keys(antwoorden).length > 0 && { antwoorden }),
    ...(fotos && fotos.length > 0 && { fotos }),
    ...(texts.some((text) => findPersoonsgegevens(text).length > 0) && { persoonlijk: true }),
  }
}

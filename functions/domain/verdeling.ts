/**
 * From proposal to adopted verdeling (domain rules 14 and 15): whose figures, who may adopt, what never changes.
 */
import type { Controle } from '../contract/bevolking.ts'
import { type FieldError, Problem } from '../contract/problem.ts'
import type { Vaststelling, Verdeling } from '../contract/verdeling.ts'
import type { BerekenAntwoord, BerekenVraag } from '../contract/wijkbudget.ts'
import { assertControle, type BevolkteKern } from './bevolking/bevolking.ts'
import type { GemeenteFeiten, VerdelingRecord } from './ports.ts'

type Medewerker = { id: string; naam: string }

type Inwonertal = { readonly code: string; readonly naam: string; readonly inwoners: number | undefined }

/** The question with these kernen and inwoners, when it names none. */
export const withKernen = (
  berekening: Record<string, unknown>,
  gemeente: { readonly kernen: readonly Inwonertal[] },
): Record<string, unknown> =>
  berekening.kernen !== undefined
    ? berekening
    : {
        ...berekening,
        kernen: gemeente.kernen.map(({ code, naam, inwoners }) => ({ kern: code, naam, inwoners })),
      }

/**
 * A proposal divides over each kern of the gemeente exactly once.
 * @param pointer JSON pointer of the list, for the errors.
 */
export function checkKernen(kernen: unknown, gemeente: GemeenteFeiten, pointer: string): FieldError[] {
  if (!Array.isArray(kernen)) return []
  const given = kernen.map((row) => (row as { kern?: unknown } | null)?.kern)
  const codes = gemeente.kernen.map((kern) => kern.code)
  const strange = given.flatMap((kern, i) =>
    typeof kern === 'string' && !codes.includes(kern)
      ? [
          {
            pointer: `${pointer}/${i}/kern`,
            code: 'onbekende-kern',
            detail: `“${kern.slice(0, 80)}” is geen kern van ${gemeente.naam}.`,
          },
        ]
      : [],
  )
  const missing = gemeente.kernen.filter((kern) => !given.includes(kern.code)).map((kern) => kern.naam)
  if (missing.length === 0) return strange
  const detail = `Elke kern hoort erin. Nu ${missing.length === 1 ? 'ontbreekt' : 'ontbreken'}: ${missing.join(', ')}.`
  return [...strange, { pointer, code: 'kern-ontbreekt', detail }]
}

/**
 * The inhabitants as they are now, kept with the proposal: later figures do not change it. A figure that differs
 * from that of the version is kept as what it is: the proposer's statement of that day. A kern without a figure
 * (one the method does not need) is absent.
 */
export function freezeBevolking(
  vraag: BerekenVraag,
  kernen: readonly BevolkteKern[],
  voorstelDatum: string,
): Verdeling['bevolking'] {
  const given = new Map((vraag.kernen ?? []).map((row) => [row.kern, row.inwoners]))
  return kernen.flatMap((kern) => {
    const inwoners = given.get(kern.code) ?? kern.inwoners
    if (inwoners === undefined) return []
    return inwoners === kern.inwoners
      ? { kern: kern.code, inwoners, peildatum: kern.peildatum, bron: kern.inwonersBron }
      : { kern: kern.code, inwoners, peildatum: voorstelDatum, bron: 'opgave bij het voorstel' }
  })
}

/** A concept, hash included. The store gives it its version. */
export function draftVerdeling(draft: {
  jaar: number
  vraag: BerekenVraag
  antwoord: BerekenAntwoord
  bevolking: Verdeling['bevolking']
  bevolkingVersie?: number
  controle?: Controle
  hash: string
  toelichting?: string
  voorsteller: Medewerker
  op: string
  sleutel?: string
  inhoud?: string
}): Omit<VerdelingRecord, 'versie'> {
  const { voorsteller, op, ...rest } = draft
  return {
    ...rest,
    status: 'concept',
    voorgesteldDoor: voorsteller.naam,
    voorgesteldOp: op,
    voorstellerId: voorsteller.id,
  }
}

/** A redistribution moves money between kernen during the year; it does not replace the verdeling in force. */
export const isHerverdeling = ({ vraag }: Pick<Verdeling, 'vraag'>): boolean =>
  vraag.methode === 'onderbesteding'

/** Version in force: the highest adopted one. */
export const findGeldende = (verdelingen: readonly VerdelingRecord[]): VerdelingRecord | undefined =>
  verdelingen
    .filter((verdeling) => verdeling.status === 'vastgesteld' && !isHerverdeling(verdeling))
    .reduce<VerdelingRecord | undefined>(
      (highest, verdeling) => (verdeling.versie > (highest?.versie ?? 0) ? verdeling : highest),
      undefined,
    )

/**
 * The adopted verdeling. Four eyes come first: whoever proposed it learns nothing else about why it cannot.
 *
 * @throws Problem `niet-gevonden`, `vier-ogen`, `al-vastgesteld`, `versie-verouderd` when a later version is in
 *   force already, or `controletotaal-wijkt-af` when the inhabitants do not add up.
 */
export function adoptVerdeling(
  verdelingen: readonly VerdelingRecord[],
  versie: number,
  besluit: Vaststelling,
  by: { medewerker: Medewerker; op: string },
): VerdelingRecord {
  const verdeling = verdelingen.find((each) => each.versie === versie)
  if (!verdeling) throw new Problem('niet-gevonden', `Versie ${versie} bestaat niet.`)
  if (verdeling.voorstellerId === by.medewerker.id)
    throw new Problem('vier-ogen', 'U hebt deze verdeling zelf voorgesteld. Iemand anders stelt haar vast.')
  if (verdeling.status !== 'concept') throw alreadyAdopted(verdeling)
  const geldend = findGeldende(verdelingen)
  if (geldend && geldend.versie > versie && !isHerverdeling(verdeling))
    throw new Problem(
      'versie-verouderd',
      `Versie ${geldend.versie} is al vastgesteld. U kunt alleen een nieuwere versie vaststellen, niet versie ${versie}.`,
      { huidigeVersie: geldend.versie },
    )
  assertControle(verdeling.controle)
  return {
    ...verdeling,
    status: 'vastgesteld',
    vaststelling: { ...besluit, vastgesteldDoor: by.medewerker.naam, vastgesteldOp: by.op },
    vaststellerId: by.medewerker.id,
  }
}

export const alreadyAdopted = ({ versie }: { versie: number }): Problem =>
  new Problem(
    'al-vastgesteld',
    `Versie ${versie} is al vastgesteld en verandert niet meer. Doe een nieuw voorstel om te corrigeren.`,
  )

/** The proposal as it was first answered, whatever happened to it since. */
export const asProposed = (verdeling: VerdelingRecord): VerdelingRecord => {
  const { vaststelling: _vaststelling, vaststellerId: _vaststellerId, ...rest } = verdeling
  return { ...rest, status: 'concept' }
}

/**
 * Inhabitants per kern in versions (domain rule 14). Version 0 is what the files of the gemeente say; a
 * correction is a new version with its reason. A verdeling freezes the figures and names the version.
 */
import type { Bevolking, Controle, NieuweBevolking } from '../../contract/bevolking.ts'
import type { Kern } from '../../contract/kern.ts'
import { type FieldError, ofFields, Problem } from '../../contract/problem.ts'
import { checkControletotaal } from '../controle.ts'
import { formatAantal } from '../geld.ts'
import { inwonersOf } from '../kernindeling/inwoners.ts'
import type { BevolkingRecord, GemeenteFeiten } from '../ports.ts'
import { type MetKernen, readBevolkingCsv } from './bevolkingCsv.ts'

/** A kern with the figure of a version; `undefined` when that version has none. */
export type BevolkteKern = Omit<Kern, 'inwoners'> & { inwoners: number | undefined }

/** Version 0. */
export const bevolkingOfGemeente = ({ kernen }: Pick<GemeenteFeiten, 'kernen'>): Bevolking => ({
  versie: 0,
  cijfers: kernen.map((kern) => ({
    kern: kern.code,
    inwoners: inwonersOf(kern) ?? null,
    peildatum: kern.peildatum,
    bron: kern.inwonersBron,
    methode: kern.inwonersMethode,
  })),
  controle: toControle(
    kernen.flatMap((kern) => inwonersOf(kern) ?? []),
    null,
  ),
  ontbrekend: kernen.flatMap((kern) =>
    inwonersOf(kern) === undefined
      ? [{ kern: kern.code, code: kern.code, gegeven: kern.inwonersMethode }]
      : [],
  ),
  reden: 'Cijfers van de kernindeling',
  vastgelegdDoor: null,
  vastgelegdOp: null,
})

/** The sum of figures beside the total that was stated with them. */
export function toControle(inwoners: readonly number[], controletotaal: number | null): Controle {
  const { som, verschil } = checkControletotaal(inwoners, controletotaal ?? 0)
  return { som, controletotaal, verschil: controletotaal === null ? null : verschil }
}

/**
 * A new version; the store gives it its number. Every kern of the gemeente has a figure, or is named as missing.
 *
 * @throws Problem `ongeldige-invoer` with every wrong kern or line
 */
export function draftBevolking(
  nieuw: NieuweBevolking,
  gemeente: MetKernen,
  by: { medewerker: { naam: string }; op: string },
): Omit<BevolkingRecord, 'versie'> {
  const { peildatum, bron, methode, reden, controletotaal } = nieuw
  const { inwoners, ontbrekend } = readCijfers(nieuw, gemeente)
  const bekend = [...inwoners.values()]
  return {
    cijfers: gemeente.kernen.map(({ code }) => ({
      kern: code,
      inwoners: inwoners.get(code) ?? null,
      peildatum,
      bron,
      methode,
    })),
    controle: toControle(bekend, controletotaal ?? null),
    ontbrekend,
    reden,
    vastgelegdDoor: by.medewerker.naam,
    vastgelegdOp: by.op,
  }
}

function readCijfers({ cijfers, csv }: NieuweBevolking, gemeente: MetKernen) {
  if (csv !== undefined) return readBevolkingCsv(csv, gemeente)
  const errors = checkCijfers({ cijfers }, gemeente)
  if (errors.length > 0) throw ofFields(errors)
  return { inwoners: new Map((cijfers ?? []).map(({ kern, inwoners }) => [kern, inwoners])), ontbrekend: [] }
}

/** Each kern of the gemeente once, and no other; takes any body. */
export function checkCijfers(body: unknown, { kernen, naam }: MetKernen): FieldError[] {
  const rows = (body as { cijfers?: unknown } | null)?.cijfers
  if (!Array.isArray(rows)) return []
  const given = rows.map((row: { kern?: unknown } | null) => row?.kern)
  const wrong = given.flatMap((kern, i) => {
    const pointer = `/cijfers/${i}/kern`
    if (typeof kern !== 'string') return []
    if (!kernen.some(({ code }) => code === kern))
      return [{ pointer, code: 'onbekende-kern', detail: `“${kern.slice(0, 80)}” is geen kern van ${naam}.` }]
    return given.indexOf(kern) < i
      ? [{ pointer, code: 'dubbel', detail: `De kern ${kern} staat er twee keer in.` }]
      : []
  })
  const missing = kernen.filter(({ code }) => !given.includes(code)).map((kern) => kern.naam)
  if (missing.length === 0) return wrong
  const detail = `Elke kern hoort erin. Geen cijfer voor: ${missing.join(', ')}.`
  return [...wrong, { pointer: '/cijfers', code: 'kern-ontbreekt', detail }]
}

/**
 * The version to divide a year with: the one asked for, else the newest of those with the latest peildatum.
 * Figures of a later year do not count, and a correction of older figures does not replace newer ones.
 *
 * @throws Problem `ongeldige-invoer` when there is no such version, or none for this year
 */
export function findBevolking(versies: readonly Bevolking[], jaar: number, versie?: number): Bevolking {
  const refuse = (pointer: string, code: string, detail: string) => ofFields([{ pointer, code, detail }])
  const ofJaar = versies.filter(({ cijfers }) =>
    cijfers.every(({ peildatum }) => peildatum <= `${jaar}-12-31`),
  )
  const asked = versies.find((each) => each.versie === versie)
  if (versie !== undefined && !asked)
    throw refuse('/bevolkingVersie', 'onbekende-waarde', `Versie ${versie} van de bevolking bestaat niet.`)
  const found = asked
    ? ofJaar.find((each) => each === asked)
    : ofJaar.findLast((each) => ofJaar.every((other) => peildatumOf(other) <= peildatumOf(each)))
  if (found) return found
  const eerste = versies.flatMap(({ cijfers }) => cijfers.map(({ peildatum }) => peildatum)).sort()[0]
  throw asked
    ? refuse('/bevolkingVersie', 'jaar-zonder-bevolking', `Versie ${versie} heeft een peildatum na ${jaar}.`)
    : refuse(
        'pad:jaar',
        'jaar-zonder-bevolking',
        `Voor ${jaar} zijn er geen inwonertallen. De oudste peildatum is ${eerste}.`,
      )
}

/** The latest of its figures. */
const peildatumOf = ({ cijfers }: Bevolking): string =>
  cijfers
    .map(({ peildatum }) => peildatum)
    .sort()
    .at(-1) ?? ''

/** The kernen with the figures of a version. */
export const withBevolking = (kernen: readonly Kern[], { cijfers }: Bevolking): BevolkteKern[] =>
  kernen.map((kern) => {
    const cijfer = cijfers.find((each) => each.kern === kern.code)
    const { peildatum, bron, methode } = cijfer ?? {}
    return {
      ...kern,
      inwoners: cijfer?.inwoners ?? undefined,
      ...(peildatum && bron && { peildatum, inwonersBron: bron, inwonersMethode: methode ?? '' }),
    }
  })

/** @throws Problem `controletotaal-wijkt-af` with both numbers */
export function assertControle(controle: Controle | undefined): void {
  if (!controle || controle.controletotaal === null || controle.verschil === 0) return
  const { som, controletotaal, verschil } = controle
  throw new Problem(
    'controletotaal-wijkt-af',
    `De kernen hebben samen ${formatAantal(som)} inwoners, maar het controletotaal is ${formatAantal(controletotaal)}: een verschil van ${formatAantal(Math.abs(verschil ?? 0))}. Verbeter de inwonertallen of het controletotaal en doe een nieuw voorstel.`,
  )
}

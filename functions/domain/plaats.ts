/**
 * Which kern a position belongs to, or why it cannot be used here. Positions are `[lon, lat]` in degrees (CRS84).
 *
 * Border rule: `gemeente.findKern` decides it (the lowest code whose closed polygon covers the point).
 */
import { type FieldError, Problem } from '../contract/problem.ts'
import type { GemeenteFeiten, Positie } from './ports.ts'

/** `afstandMeter` is 0 for `binnen`, otherwise the distance to the kern in whole metres. */
export type Plaats = { kern: string; herkomst: 'binnen' | 'afgeleid'; afstandMeter: number }

const plaatsPointer = '/geometrie/coordinates'

const inMetres = (meter: number): string =>
  meter < 10_000
    ? `${Math.round(meter).toLocaleString('nl-NL')} meter`
    : `${Math.round(meter / 1000).toLocaleString('nl-NL')} kilometer`

const outOfRange = ([lon, lat]: Positie): string | undefined => {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return 'Geef twee getallen: [lon, lat] in graden.'
  if (Math.abs(lon) > 180) return `De lengtegraad (lon) ligt tussen -180 en 180; u gaf ${lon}.`
  if (Math.abs(lat) > 90) return `De breedtegraad (lat) ligt tussen -90 en 90; u gaf ${lat}.`
  return undefined
}

/**
 * The place, or the problem with it as a value, so that a caller can tell it together with other errors.
 *
 * @example judgePlaats([52.67, 4.7], bergen)   // Problem 'buiten-gemeente': "U hebt … omgewisseld …"
 */
export function judgePlaats(
  positie: Positie,
  gemeente: GemeenteFeiten,
  pointer: string = plaatsPointer,
): Plaats | Problem {
  const [lon, lat] = positie
  const refuse = (code: 'buiten-gemeente' | 'ongeldige-invoer', detail: string, afstandMeter?: number) =>
    new Problem(code, detail, {
      errors: [{ pointer, code, detail }],
      ...(afstandMeter !== undefined && { afstandMeter }),
    })

  const finite = Number.isFinite(lon) && Number.isFinite(lat)
  const oordeel = finite ? gemeente.findKern(lon, lat) : undefined
  if (oordeel?.soort === 'buiten') {
    if (oordeel.omgewisseld)
      return refuse(
        'buiten-gemeente',
        `U hebt lengte- en breedtegraad omgewisseld. Geef eerst de lengtegraad (lon), dan de breedtegraad (lat): [${lat}, ${lon}].`,
      )
    if (oordeel.rd)
      return refuse(
        'buiten-gemeente',
        'Dit lijken RD-coördinaten in meters (EPSG:28992). Geef lengte- en breedtegraad in graden: [lon, lat].',
      )
  }
  const range = outOfRange(positie)
  if (range || !oordeel) return refuse('ongeldige-invoer', range ?? '')
  if (oordeel.soort === 'buiten') {
    const afstand = Math.round(oordeel.afstandMeter)
    return refuse('buiten-gemeente', `Dit punt ligt ${inMetres(afstand)} buiten ${gemeente.naam}.`, afstand)
  }
  return {
    kern: oordeel.kern,
    herkomst: oordeel.soort,
    afstandMeter: oordeel.soort === 'binnen' ? 0 : Math.round(oordeel.afstandMeter),
  }
}

/** As {@link judgePlaats}, but throws the problem. */
export function findPlaats(positie: Positie, gemeente: GemeenteFeiten, pointer?: string): Plaats {
  const plaats = judgePlaats(positie, gemeente, pointer)
  if (plaats instanceof Problem) throw plaats
  return plaats
}

/** Field errors of a `geometrie` that may be anything: an unreadable one is for the schema to name, not for us. */
export function checkPlaats(geometrie: unknown, gemeente: GemeenteFeiten): FieldError[] {
  const coordinates = (geometrie as { coordinates?: unknown } | null | undefined)?.coordinates
  if (!Array.isArray(coordinates) || coordinates.length !== 2) return []
  const [lon, lat] = coordinates as unknown[]
  if (typeof lon !== 'number' || typeof lat !== 'number') return []
  const plaats = judgePlaats([lon, lat], gemeente)
  return plaats instanceof Problem ? (plaats.extra.errors ?? []) : []
}

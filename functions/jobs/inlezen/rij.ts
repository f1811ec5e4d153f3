/** One row of a file → a melding, or the reason why not. Pure. */
import { maxTekst, tekst } from '../../contract/melding.ts'
import { changeStatus } from '../../domain/behandeling/status.ts'
import { fromKlok } from '../../domain/dag.ts'
import { startMelding } from '../../domain/melding.ts'
import type { GemeenteFeiten, MeldingRecord } from '../../domain/ports.ts'

export type Rij = {
  positie: [lon: number, lat: number]
  kern: string
  kernHerkomst: 'binnen' | 'afgeleid'
  /** Does the file name the same kern? Absent when it names none. */
  kernGelijk?: boolean
  categorie: string
  omschrijving: string
  opened: string
  closed?: string
}

/** What a row is read with. `findCategorie` knows the words of other systems. */
export type Lezer = {
  gemeente: Pick<GemeenteFeiten, 'naam' | 'findKern' | 'categorieen' | 'isWerkdag'>
  findCategorie(hoofd: string, sub?: string): { code: string } | undefined
  now: Date
}

class Afkeuring extends Error {}

/** First words of a value, to recognise the row by. */
const cite = (value: string): string => `“${value.length > 40 ? `${value.slice(0, 39)}…` : value}”`

const readNumber = (cells: Record<string, string>, name: string): number => {
  const text = (cells[name] ?? '').trim().replace(',', '.')
  if (text === '' || !Number.isFinite(Number(text)))
    throw new Afkeuring(`${name} is geen getal: ${cite(cells[name] ?? '')}`)
  return Number(text)
}

const klok = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?)?$/

/** An instant with zone, or a clock reading in the Netherlands. UTC in, UTC out. */
const readInstant = (cells: Record<string, string>, name: string): string | undefined => {
  const text = (cells[name] ?? '').trim()
  if (text === '') return undefined
  const reading = klok.exec(text)
  const instant = reading ? `${reading[1]}T${reading[2] ?? '00:00'}${reading[3] ?? ':00'}` : text
  if (Number.isNaN(Date.parse(instant))) throw new Afkeuring(`${name} is geen tijdstip: ${cite(text)}`)
  return reading ? fromKlok(instant) : new Date(instant).toISOString()
}

const readTijden = (cells: Record<string, string>, now: Date): { opened: string; closed?: string } => {
  const opened = readInstant(cells, 'opened')
  const closed = readInstant(cells, 'closed')
  if (!opened) throw new Afkeuring('opened ontbreekt')
  if (closed && closed < opened) throw new Afkeuring(`closed (${closed}) ligt voor opened (${opened})`)
  if (opened > now.toISOString()) throw new Afkeuring(`opened (${opened}) ligt in de toekomst`)
  // What will only be closed later is still open.
  return { opened, ...(closed && closed <= now.toISOString() && { closed }) }
}

const readPlaats = (cells: Record<string, string>, { gemeente }: Lezer) => {
  const lon = readNumber(cells, 'lon')
  const lat = readNumber(cells, 'lat')
  const oordeel = gemeente.findKern(lon, lat)
  if (oordeel.soort !== 'buiten') {
    const named = cells.kern?.trim()
    return {
      positie: [lon, lat] as [number, number],
      kern: oordeel.kern,
      kernHerkomst: oordeel.soort,
      ...(named && { kernGelijk: named === oordeel.kern }),
    }
  }
  if (oordeel.rd) throw new Afkeuring('lon en lat zijn RD-meters; geef graden (WGS84)')
  if (oordeel.omgewisseld) throw new Afkeuring('lon en lat zijn omgewisseld')
  throw new Afkeuring(`het punt ligt ${Math.round(oordeel.afstandMeter)} meter buiten ${gemeente.naam}`)
}

const readCategorie = (cells: Record<string, string>, { gemeente, findCategorie }: Lezer): string => {
  const own = cells.categorie?.trim()
  if (own && gemeente.categorieen.some(({ code }) => code === own)) return own
  const hoofd = cells.category_slug?.trim() ?? ''
  const sub = cells.subcategory_slug?.trim()
  const found = findCategorie(own || hoofd, sub)
  if (!found)
    throw new Afkeuring(`onbekende categorie: ${cite(own || [hoofd, sub].filter(Boolean).join('/'))}`)
  return found.code
}

const Omschrijving = tekst('Omschrijving', maxTekst)

/** Without a text of its own a melding says what the other system called it. */
const readOmschrijving = (cells: Record<string, string>): string => {
  const text = cells.omschrijving?.trim()
  if (!text) {
    const words = [cells.categorie || cells.category_slug, cells.subcategory_slug].filter(Boolean)
    return `Ingelezen zonder omschrijving: ${words.join(', ').replaceAll('-', ' ')}`
  }
  const { success, data, error } = Omschrijving.safeParse(text)
  if (!success) throw new Afkeuring(error.issues[0]?.message ?? 'omschrijving kan niet')
  return data
}

/**
 * Cells by column: lon, lat (degrees WGS84), opened, closed?, categorie or category_slug and subcategory_slug,
 * omschrijving?, kern?. Times without a zone are Dutch clock time.
 */
export const readRij = (cells: Record<string, string>, lezer: Lezer): Rij | { afgekeurd: string } => {
  try {
    return {
      ...readPlaats(cells, lezer),
      categorie: readCategorie(cells, lezer),
      omschrijving: readOmschrijving(cells),
      ...readTijden(cells, lezer.now),
    }
  } catch (error) {
    if (error instanceof Afkeuring) return { afgekeurd: error.message }
    throw error
  }
}

/** A row with a closing time becomes a melding that is solved, with both moments in its history. */
export const toMelding = (
  { positie, kern, kernHerkomst, categorie, omschrijving, opened, closed }: Rij,
  identity: { nummer: string; sleutel: string; volgcode: string },
  { gemeente }: Pick<Lezer, 'gemeente'>,
): MeldingRecord => {
  const geometrie = { type: 'Point' as const, coordinates: positie }
  const plaats = { kern, herkomst: kernHerkomst, afstandMeter: 0 }
  const melding = startMelding(
    { categorie, omschrijving, geometrie },
    plaats,
    { ...identity, op: opened },
    gemeente,
  )
  if (!closed) return melding
  return changeStatus(
    melding,
    { status: 'gesloten', reden: 'opgelost' },
    { op: closed, door: 'Inlezen' },
    gemeente,
  )
}

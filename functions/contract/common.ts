/** Shapes that more than one noun uses. Positions are `[lon, lat]` in degrees, WGS84 (OGC CRS84). */
import * as z from 'zod'

export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** A GeoJSON Point, `[lon, lat]` in degrees. Whether it lies in the gemeente is for the domain to say. */
export const Punt = z
  .strictObject(
    {
      type: z.literal('Point', 'Het type moet "Point" zijn.'),
      coordinates: z.tuple(
        [
          z.number('De lengtegraad (lon) moet een getal zijn.'),
          z.number('De breedtegraad (lat) moet een getal zijn.'),
        ],
        'Geef precies twee getallen: [lon, lat].',
      ),
    },
    {
      error: ({ code }) =>
        code === 'invalid_type' ? 'Geef een punt: {"type": "Point", "coordinates": [lon, lat]}.' : undefined,
    },
  )
  .meta({ id: 'Punt' })

const Ring = z.array(z.array(z.number()).min(2))

/** GeoJSON Polygon or MultiPolygon, right-hand rule (RFC 7946). */
export const Vlak = z
  .union([
    z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
  ])
  .meta({ id: 'Vlak' })

/** An instant: any offset accepted, UTC `Z` stored and returned. */
export const Instant = z
  .string()
  .pipe(z.iso.datetime({ offset: true, error: 'Geef een tijdstip zoals 2026-04-07T09:30:00Z.' }))
/** A calendar date in Europe/Amsterdam. */
export const Datum = z.iso.date({
  error: ({ input }) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(input))
      ? 'Deze datum bestaat niet.'
      : 'Geef een datum zoals 2026-04-07.',
})

export const Kerncode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Een kerncode bestaat uit kleine letters, cijfers en streepjes.')
  .max(60)

/** A whole number that comes as text, in a path or a query: digits only, so `1e3`, `0x10` and an empty text are wrong. */
export const telwoord = (naam: string, min: number, max: number) =>
  z.preprocess(
    (tekst) => (typeof tekst === 'string' && !/^\d{1,9}$/.test(tekst) ? Number.NaN : Number(tekst)),
    z
      .int(`${naam} moet een geheel getal zijn.`)
      .min(min, `${naam} is minimaal ${min}.`)
      .max(max, `${naam} is maximaal ${max}.`),
  )

/** Year of a wijkbudget. */
export const Jaar = telwoord('jaar', 2000, 2100)

/** Question parameters that every paged list has. A cursor is opaque and sealed; a changed one is refused. */
export const Pagina = {
  limiet: telwoord('limiet', 1, 500).default(50),
  cursor: z.string().max(2000).optional(),
}

/** Optional period, both days included, Europe/Amsterdam. */
export const Periode = { van: Datum.optional(), tot: Datum.optional() }

/** Coordinate reference system of a question; only CRS84 here (others are refused with 400). */
export const Crs = z.literal(crs84, `Dit stelsel kan hier niet. Vraag in graden, met ${crs84}.`).optional()

/** Written out: what has an exponent is either no place on earth or a number no table can hold. */
const graad = /^\s*[+-]?\d{1,3}(\.\d{1,20})?\s*$/

type Vier = [west: number, zuid: number, oost: number, noord: number]

/** What is wrong with the four numbers; west above east is a mistake too: no gemeente here lies on the date line. */
function checkBbox(getallen: readonly number[]): string | undefined {
  const [west, zuid, oost, noord] = getallen as Vier
  const isGraden = (n: number, limit: number) => -limit <= n && n <= limit
  if (
    getallen.length !== 4 ||
    ![west, oost].every((n) => isGraden(n, 180)) ||
    ![zuid, noord].every((n) => isGraden(n, 90))
  )
    return 'Geef bbox als vier getallen in graden: west,zuid,oost,noord.'
  const order = 'De volgorde is west,zuid,oost,noord.'
  if (west > oost) return `In bbox ligt west (${west}) ten oosten van oost (${oost}). ${order}`
  if (zuid > noord) return `In bbox ligt zuid (${zuid}) ten noorden van noord (${noord}). ${order}`
  return undefined
}

/** `west,zuid,oost,noord` in degrees, CRS84. */
export const Bbox = z
  .string()
  .transform((tekst) => tekst.split(',').map((deel) => (graad.test(deel) ? Number(deel) : Number.NaN)))
  .superRefine((n, context) => {
    const message = checkBbox(n)
    if (message) context.addIssue({ code: 'custom', message })
  })
  .transform((n) => n as Vier)
  .meta({ type: 'string', description: 'west,zuid,oost,noord in graden (CRS84)' })

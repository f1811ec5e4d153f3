/**
 * The grid of the heatmap: cells of about 100 metres with one integer each, the same on every machine and for
 * every gemeente, so counts of neighbours can be put side by side.
 *
 * The grid is in degrees (WGS84): a row is 0.0009° high (100.1 m anywhere), a column 0.00146° wide, which is
 * 102.6 m at Maastricht (50.85° N), 99.7 m at the middle of the country (52.16° N) and 96.7 m at
 * Schiermonnikoog (53.48° N). A cell owns its south and west edge, so a border point lies in one cell.
 */
const west = 3
const zuid = 50.5
const breedte = 0.00146
const hoogte = 0.0009
const kolommen = 4096
const rijen = 4096

/** Degrees are counted in whole steps of 1e-7 (a centimetre), so that an edge written in decimals is met exactly. */
const perGraad = 1e7
const breedteStappen = Math.round(breedte * perGraad)
const hoogteStappen = Math.round(hoogte * perGraad)

/** Nominal size of a cell, in metres. */
export const celMeter = 100

/**
 * The cell of a point in the Netherlands, `[lon, lat]` in degrees WGS84: row × 4096 + column, counted from
 * 50.5° N, 3° E.
 * @throws RangeError for a point outside 3–8.98° E, 50.5–54.18° N.
 */
export const toCel = (lon: number, lat: number): number => {
  // Half a step more, cut off: the nearest step. Whole numbers, as a recount asks this of a million points.
  const x = (lon - west) * perGraad + 0.5
  const y = (lat - zuid) * perGraad + 0.5
  const inside = x >= 0 && x < kolommen * breedteStappen && y >= 0 && y < rijen * hoogteStappen
  if (!inside) throw new RangeError(`${lon}, ${lat} lies outside the grid of the Netherlands.`)
  return (((y | 0) / hoogteStappen) | 0) * kolommen + (((x | 0) / breedteStappen) | 0)
}

const round5 = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/**
 * Centre of a cell, `[lon, lat]` in degrees with 5 decimals (about a metre).
 * @example centreOfCel(toCel(4.7, 52.67)) // [4.70017, 52.67035]
 */
export const centreOfCel = (cel: number): [lon: number, lat: number] => [
  round5(west + ((cel % kolommen) + 0.5) * breedte),
  round5(zuid + (Math.floor(cel / kolommen) + 0.5) * hoogte),
]

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

/** Degrees in whole steps of 1e-7 (a centimetre), so that an edge written in decimals is met exactly. */
const steps = (degrees: number): number => Math.round(degrees * 1e7)

/** Nominal size of a cell, in metres. */
export const celMeter = 100

/**
 * The cell of a point in the Netherlands, `[lon, lat]` in degrees WGS84: row × 4096 + column, counted from
 * 50.5° N, 3° E.
 * @throws RangeError for a point outside 3–8.98° E, 50.5–54.18° N.
 */
export const toCel = (lon: number, lat: number): number => {
  const kolom = Math.floor(steps(lon - west) / steps(breedte))
  const rij = Math.floor(steps(lat - zuid) / steps(hoogte))
  const inside = kolom >= 0 && kolom < kolommen && rij >= 0 && rij < rijen
  if (!inside) throw new RangeError(`${lon}, ${lat} lies outside the grid of the Netherlands.`)
  return rij * kolommen + kolom
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

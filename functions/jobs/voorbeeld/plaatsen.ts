/** Places where example meldingen happen: in clusters, as streets make them. */
import type { Kern } from '../../contract/kern.ts'
import type { Plaats } from '../../domain/plaats.ts'
import type { GemeenteFeiten, Positie } from '../../domain/ports.ts'
import type { Loting } from './loting.ts'

/** Metres; one standard deviation. */
const spread = 180
const metersPerDegree = 111_195
const clustersPerKern = 4
const attempts = 30

const move = ([lon, lat]: Positie, east: number, north: number): [number, number] => [
  Number((lon + east / (metersPerDegree * Math.cos((lat * Math.PI) / 180))).toFixed(6)),
  Number((lat + north / metersPerDegree).toFixed(6)),
]

export type Plek = { positie: Positie; plaats: Plaats }

/** Draws places: `draw(kern)` gives one inside that kern, near one of its clusters. */
export const createPlekken = (gemeente: GemeenteFeiten, loting: Loting) => {
  const isIn = ({ code }: Kern, [lon, lat]: Positie): boolean => {
    const oordeel = gemeente.findKern(lon, lat)
    return oordeel.soort === 'binnen' && oordeel.kern === code
  }
  /** A point within the spread round `centre`, or the centre itself when chance keeps falling outside. */
  const near = (kern: Kern, centre: Positie, meters: number): Positie => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const point = move(centre, loting.bell() * meters, loting.bell() * meters)
      if (isIn(kern, point)) return point
    }
    return centre
  }
  const centres = new Map(
    gemeente.kernen.map((kern) => [
      kern.code,
      Array.from({ length: clustersPerKern }, (_, i) =>
        i === 0 ? kern.labelPunt : near(kern, kern.labelPunt, 700),
      ),
    ]),
  )
  return {
    draw(kern: Kern): Plek {
      const positie = near(kern, loting.pick(centres.get(kern.code)!), spread)
      return { positie, plaats: { kern: kern.code, herkomst: 'binnen', afstandMeter: 0 } }
    },
  }
}

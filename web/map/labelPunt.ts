/** Where the name of an area can stand: the point of a coarse raster inside it that lies farthest from its edge. */
import type { Kern } from '../../functions/contract/kern.ts'
import { boundsOf } from './features.ts'

const steps = 14

export function labelPuntOf(geometrie: Kern['geometrie']): [lon: number, lat: number] {
  const rings = (geometrie.type === 'Polygon' ? [geometrie.coordinates] : geometrie.coordinates).flat()
  const edges = rings.flatMap((ring) => ring.slice(1).map((to, i) => [ring[i]!, to] as const))
  const [west, south, east, north] = boundsOf({ geometrie })
  let best: [number, number] = [(west + east) / 2, (south + north) / 2]
  let farthest = 0
  for (let i = 0; i < steps ** 2; i++) {
    const x = west + ((east - west) * ((i % steps) + 0.5)) / steps
    const y = south + ((north - south) * (Math.floor(i / steps) + 0.5)) / steps
    let inside = false
    let nearest = Infinity
    for (const [from, to] of edges) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [...from, ...to]
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1
      const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
      nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
    }
    if (!inside || nearest <= farthest) continue
    farthest = nearest
    best = [x, y]
  }
  return best
}

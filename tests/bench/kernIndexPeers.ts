/** Other ways to find the area of a point, each as people use it: (x, y) → index of an area or -1. */
import * as turf from '@turf/turf'
import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import PolygonLookup from 'polygon-lookup'
import whichPolygon from 'which-polygon'
import type { Area } from '../../geodata/buildKernIndex.ts'

export type Lookup = (x: number, y: number) => number
type Outline = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon, { index: number }>

export function listPeers(areas: readonly Area[]): Record<string, Lookup> {
  const features = areas.map(
    ({ geometry }, index) => ({ type: 'Feature', properties: { index }, geometry }) as unknown as Outline,
  )
  return {
    'turf, alle vlakken': turfLoop(features),
    'turf + bbox': turfBoxes(features),
    'which-polygon': which(features),
    'polygon-lookup': lookup(features),
    'flatbush + hao': flatbush(features),
  }
}

function turfLoop(features: Outline[]): Lookup {
  return (x, y) => features.findIndex((feature) => turf.booleanPointInPolygon([x, y], feature))
}

function turfBoxes(features: Outline[]): Lookup {
  const boxes = features.map((feature) => turf.bbox(feature) as [number, number, number, number])
  const near = ([west, south, east, north]: [number, number, number, number], x: number, y: number) =>
    x >= west && x <= east && y >= south && y <= north
  return (x, y) =>
    features.findIndex((feature, i) => near(boxes[i]!, x, y) && turf.booleanPointInPolygon([x, y], feature))
}

export function which(features: Outline[]): Lookup {
  const find = whichPolygon({ type: 'FeatureCollection', features })
  const position = [0, 0]
  return (x, y) => {
    position[0] = x
    position[1] = y
    return find(position)?.index ?? -1
  }
}

function lookup(features: Outline[]): Lookup {
  const found = new PolygonLookup({ type: 'FeatureCollection', features: structuredClone(features) })
  return (x, y) => found.search(x, y)?.properties.index ?? -1
}

function flatbush(features: Outline[]): Lookup {
  const polygons = features.flatMap(({ geometry, properties }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => ({
      rings,
      index: properties.index,
    })),
  )
  const tree = new Flatbush(polygons.length)
  for (const { rings } of polygons) {
    const [west, south, east, north] = turf.bbox(turf.polygon(rings)) as [number, number, number, number]
    tree.add(west, south, east, north)
  }
  tree.finish()
  const position: [number, number] = [0, 0]
  return (x, y) => {
    position[0] = x
    position[1] = y
    for (const i of tree.search(x, y, x, y)) {
      if (pointInPolygon(position, polygons[i]!.rings as [number, number][][]) !== false)
        return polygons[i]!.index
    }
    return -1
  }
}

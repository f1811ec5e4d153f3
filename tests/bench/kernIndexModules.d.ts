declare module 'which-polygon' {
  export default function whichPolygon<P>(
    collection: GeoJSON.FeatureCollection<GeoJSON.Geometry, P>,
  ): (position: number[]) => P | null
}

declare module 'polygon-lookup' {
  export default class PolygonLookup {
    constructor(collection: unknown)
    search(x: number, y: number): { properties: { index: number } } | undefined
  }
}

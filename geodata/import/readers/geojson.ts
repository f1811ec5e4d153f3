/**
 * GeoJSON in any of the forms in which CBS and PDOK give it: OGC API Features, WFS, the CBS shapefile converted by
 * ogr2ogr, gebiedsindelingen and cartomap. They differ in field names only; `fields.ts` knows those.
 */
import { type Feature, Refusal, type Source } from '../source.ts'

/**
 * @param name of the file or address, for messages
 * @throws Refusal that says whether the text is empty, cut off, something else than JSON, or JSON without features
 */
export function readGeojson(name: string, text: string): Source {
  const content = parse(name, text.replace(/^\uFEFF/, ''))
  const { type, features, crs } = (content ?? {}) as Record<string, unknown>
  if (type === 'Topology') throw new Refusal(`${name} is TopoJSON; zet het eerst om naar GeoJSON.`)
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    throw new Refusal(`${name} is JSON, maar geen GeoJSON met gebieden (FeatureCollection).`)
  }
  const crsName = (crs as { properties?: { name?: unknown } } | undefined)?.properties?.name
  return {
    name,
    crs: typeof crsName === 'string' ? crsName : undefined,
    features: features.map((feature, i) => toFeature(name, feature, i)),
  }
}

function parse(name: string, text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '') throw new Refusal(`${name} is leeg.`)
  if (trimmed.startsWith('<')) throw new Refusal(`${name} is een webpagina of XML, geen GeoJSON.`)
  try {
    return JSON.parse(trimmed)
  } catch (cause) {
    if (/^[{[]/.test(trimmed) && !/[}\]]$/.test(trimmed)) {
      throw new Refusal(`${name} houdt midden in op: het is niet helemaal opgehaald of bewaard.`, { cause })
    }
    throw new Refusal(`${name} is geen geldige JSON (${String((cause as Error).message)}).`, { cause })
  }
}

function toFeature(name: string, feature: unknown, i: number): Feature {
  const { properties, geometry } = (feature ?? {}) as { properties?: unknown; geometry?: unknown }
  if (typeof properties !== 'object' || properties === null) {
    throw new Refusal(`${name}: object ${i + 1} heeft geen kenmerken (properties).`)
  }
  return { properties: properties as Feature['properties'], geometry }
}

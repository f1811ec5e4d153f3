/**
 * The look of the map, as pure values: no network needed. Surroundings, land, outlines and names are our own; a
 * background of PDOK slides under them where it can be reached (`ondergrond.ts`).
 */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

export const colours = {
  omgeving: '#dfe9ec',
  land: '#f7f4ec',
  grens: '#5a6b73',
  naam: '#17303b',
  actief: '#b3361b',
  hitte: ['#fee8a2', '#fdae61', '#e8603c', '#a50f3d'],
} as const

export const font = ['Kern']
const empty = { type: 'FeatureCollection', features: [] } as const

const inactive = (name: string, on: number, off: number): LayerSpecification['paint'] =>
  ({ 'line-width': ['case', ['boolean', ['feature-state', name], false], on, off] }) as never

const vlakken: LayerSpecification[] = [
  { id: 'land', type: 'fill', source: 'kernen', paint: { 'fill-color': colours.land, 'fill-opacity': 1 } },
  {
    id: 'vlak',
    type: 'fill',
    source: 'kernen',
    filter: ['!=', ['get', 'kleur'], ''],
    paint: { 'fill-color': ['to-color', ['get', 'kleur'], colours.land], 'fill-opacity': 0.85 },
  },
  {
    id: 'arcering',
    type: 'fill',
    source: 'kernen',
    filter: ['get', 'gearceerd'],
    paint: { 'fill-pattern': 'arcering' },
  },
]

const hitte: LayerSpecification = {
  id: 'hitte',
  type: 'heatmap',
  source: 'cellen',
  paint: {
    'heatmap-weight': ['interpolate', ['linear'], ['get', 'gewicht'], 0, 0.15, 1, 1],
    'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 10, 0.7, 14, 1.6],
    'heatmap-radius': ['interpolate', ['exponential', 1.6], ['zoom'], 10, 9, 13, 20, 16, 60],
    'heatmap-opacity': 0.8,
    'heatmap-color': [
      'interpolate',
      ['linear'],
      ['heatmap-density'],
      0,
      'rgba(254,232,162,0)',
      0.15,
      colours.hitte[0],
      0.4,
      colours.hitte[1],
      0.7,
      colours.hitte[2],
      1,
      colours.hitte[3],
    ],
  },
}

const grenzen: LayerSpecification[] = [
  {
    id: 'grens',
    type: 'line',
    source: 'kernen',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.grens, 'line-width': 1.2, 'line-opacity': 0.8 },
  },
  {
    id: 'grens-actief',
    type: 'line',
    source: 'kernen',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colours.actief,
      ...inactive('actief', 3.5, 0),
    } as never,
  },
]

const lijn: LayerSpecification[] = [
  {
    id: 'lijn',
    type: 'line',
    source: 'lijn',
    paint: { 'line-color': colours.actief, 'line-width': 4, 'line-dasharray': [2, 1] },
  },
  {
    id: 'lijnpunt',
    type: 'circle',
    source: 'lijn',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-color': colours.actief,
      'circle-radius': 7,
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2,
    },
  },
]

const punten: LayerSpecification[] = [
  {
    id: 'groep',
    type: 'circle',
    source: 'punten',
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': colours.naam,
      'circle-radius': ['step', ['get', 'point_count'], 13, 10, 16, 50, 20],
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'groep-aantal',
    type: 'symbol',
    source: 'punten',
    filter: ['has', 'point_count'],
    layout: {
      'text-field': ['get', 'point_count_abbreviated'],
      'text-font': font,
      'text-size': 13,
      'text-padding': 10,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': '#ffffff' },
  },
  {
    id: 'punt',
    type: 'symbol',
    source: 'punten',
    filter: ['!', ['has', 'point_count']],
    layout: { 'icon-image': ['get', 'soort'], 'icon-allow-overlap': true },
  },
]

/**
 * Where a name can stand, in ems from its point, best first. A small kern at the edge of the gemeente has its name
 * outside, at its own side, so that the name covers no neighbour.
 */
const on = ['center', [0, 0], 'top', [0, 0.4], 'bottom', [0, -0.4]]
const west = ['right', [-0.4, 0], 'top-right', [-0.3, 0.3], 'bottom-right', [-0.3, -0.3]]
const east = ['left', [0.4, 0], 'top-left', [0.3, 0.3], 'bottom-left', [0.3, -0.3]]
const besides = (...lists: unknown[][]) => ['literal', lists.flat()]

const namen: LayerSpecification = {
  id: 'naam',
  type: 'symbol',
  source: 'namen',
  layout: {
    'text-field': [
      'case',
      ['==', ['get', 'cijfer'], ''],
      ['get', 'naam'],
      ['concat', ['get', 'naam'], '\n', ['get', 'cijfer']],
    ],
    'text-font': font,
    'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 11, 13, 13, 15],
    // Narrow columns where little fits: a gemeente on a phone.
    'text-max-width': ['step', ['zoom'], 5, 11, 8],
    'text-padding': 1,
    'text-variable-anchor-offset': [
      'match',
      ['get', 'kant'],
      'west',
      besides(west, on, east),
      'oost',
      besides(east, on, west),
      besides(on, west, east),
    ] as never,
    // Small kernen first: a large one has room elsewhere.
    'symbol-sort-key': ['get', 'grootte'],
    // Far out a name steps aside or stays away; closer by a resident looks for their own kern: then each is there.
    'text-overlap': ['step', ['zoom'], 'never', 11, 'cooperative', 12, 'always'],
  },
  paint: { 'text-color': colours.naam, 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
}

/** `fontUrl`: absolute address of a woff2 file; MapLibre draws letters from it without a glyph server. */
export const makeStyle = (fontUrl: string): StyleSpecification => ({
  version: 8,
  'font-faces': { Kern: fontUrl },
  sources: {
    kernen: { type: 'geojson', data: empty as never, promoteId: 'kern' },
    namen: { type: 'geojson', data: empty as never },
    cellen: { type: 'geojson', data: empty as never },
    lijn: { type: 'geojson', data: empty as never },
    punten: { type: 'geojson', data: empty as never, cluster: true, clusterRadius: 26, clusterMaxZoom: 13 },
  },
  layers: [
    { id: 'omgeving', type: 'background', paint: { 'background-color': colours.omgeving } },
    ...vlakken,
    hitte,
    ...grenzen,
    // Names after points in this list: they are placed last and step aside for them.
    namen,
    ...lijn,
    ...punten,
  ],
})

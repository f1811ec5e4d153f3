/** The settings a gemeente starts with, until its own people write them. */
import { join } from 'node:path'
import * as turf from '@turf/turf'
import { listGemeentecodes } from '../gemeente.ts'
import { Instellingen, readSettings } from '../instellingen.ts'
import type { Gebied } from './readGebieden.ts'

/** Screen on which the whole gemeente must fit at the first look, pixels: a small laptop beside the list. */
const SCREEN = { width: 640, height: 740 }
/** Pixels of the world at zoom 0 in MapLibre. */
const WORLD = 512
const MAX_KERNEN = 8

/**
 * Complete, valid settings. What differs little between gemeenten is taken from those in `examples`: the hulpvragen
 * of the first, and the categorieen that all of them have, with their teams and texts, so that a beach does not come along
 * inland. Contact and
 * wijkbudget are examples to replace.
 *
 * @example firstInstellingen({ code: 'GM0361', naam: 'Alkmaar', kernen: 8, gebieden, examples }).kaart.zoom // 10.4
 */
export function firstInstellingen({
  code,
  naam,
  kernen,
  gebieden,
  examples,
}: {
  code: string
  naam: string
  /** How many kernen there are now. */
  kernen: number
  gebieden: readonly Gebied[]
  /** Folder with one folder per gemeente. */
  examples: string
}): Instellingen {
  const [first, ...others] = listGemeentecodes(examples).map((example) =>
    readSettings(join(examples, example, 'instellingen.json'), Instellingen),
  )
  const categorieen = (first?.categorieen ?? []).filter(({ code: categorie }) =>
    others.every(({ categorieen: theirs }) => theirs.some((other) => other.code === categorie)),
  )
  return Instellingen.parse({
    code,
    naam,
    tijdzone: 'Europe/Amsterdam',
    maxKernen: Math.max(MAX_KERNEN, kernen),
    afgeleidBinnenMeter: 200,
    kaart: frame(gebieden),
    contact: {
      naam: `Gemeente ${naam}, team Kernpunt`,
      email: 'kernpunt@voorbeeld.nl',
      url: 'https://kernpunt.voorbeeld.nl',
    },
    meldbudget: { perAdresPerUur: 120, perToestelPerUur: 20 },
    telefoonnummers: [{ naam: 'Spoed', nummer: '112' }],
    bewaartermijnDagen: 365,
    werkkalender: {
      bevrijdingsdag: 'elke-vijf-jaar',
      goedeVrijdag: false,
      sluitingsdagen: [],
      signaalgrenzen: { bijna: 0.8, veelTeLaat: 3 },
    },
    orgaanNamen: {
      raad: 'gemeenteraad',
      college: 'college van burgemeester en wethouders',
      beslisserFonds: 'kwartiermaker',
      kernoverleg: 'kernoverleg',
      coordinator: 'kerncoördinator',
    },
    hulpvragen: first?.hulpvragen,
    categorieen,
    teams: first?.teams.filter(({ naam: team }) => categorieen.some((categorie) => categorie.team === team)),
    routering: [],
    latereKernen: [],
    standaardteksten: first?.standaardteksten.filter(
      (tekst) =>
        (!tekst.categorieen || tekst.categorieen.every((each) => categorieen.some((c) => c.code === each))) &&
        (!tekst.groepen || tekst.groepen.every((groep) => categorieen.some((c) => c.groep.code === groep))),
    ),
    wijkbudget: { totaalCenten: 100_000_00, methode: 'naar-rato' },
    huisstijl: { kleur: '#00566b' },
  } satisfies { [field in keyof Instellingen]: unknown })
}

function frame(gebieden: readonly Gebied[]): Instellingen['kaart'] {
  const vlakken = turf.featureCollection(gebieden.map(({ vlak }) => turf.feature(vlak)))
  const [west, south, east, north] = turf.bbox(vlakken) as [number, number, number, number]
  const middle = (south + north) / 2
  // Mercator stretches latitude by 1 / cos; zoom doubles the pixels per degree.
  const wide = SCREEN.width / ((east - west) / 360)
  const high = SCREEN.height / ((north - south) / 360 / Math.cos((middle * Math.PI) / 180))
  const places = (digits: number) => (value: number) => Number(value.toFixed(digits))
  return {
    bbox: [west, south, east, north].map(places(4)) as [number, number, number, number],
    middelpunt: [(west + east) / 2, middle].map(places(4)) as [number, number],
    zoom: places(1)(Math.log2(Math.min(wide, high) / WORLD)),
  }
}

/** What a melding or initiatief counts as: in the activity of its kern, and in the heatmap. */
import type { Status } from '../contract/melding.ts'
import { toCel } from '../domain/cel.ts'
import { toDag } from '../domain/dag.ts'
import type { KernVanPlaats } from '../domain/kernindeling/ports.ts'
import type { Maatstaf } from './keys.ts'
import type { Vak } from './telblad.ts'

/** Place in this list is what a telblad keeps: only ever add at the end. */
export const telStatussen: readonly (Status | 'ingediend')[] = [
  'ontvangen',
  'in-behandeling',
  'gepland',
  'gesloten',
  'ingediend',
]

/** What counting needs to know. */
export type Telbaar = {
  soort: 'melding' | 'initiatief'
  nummer: string
  versie: number
  kern: string
  /** Of an initiatief: empty. */
  categorie: string
  status: Status | 'ingediend'
  lon: number
  lat: number
  /** ISO instant; it counts on that day in Amsterdam. */
  geregistreerdOp: string
}

/** Where something is counted: in which telblad and in which vak of it. */
export type Telplaats = { maand: string; kern: string; vak: Vak }

const place = (telbaar: Telbaar, woord: string, getal: number): Telplaats => {
  const datum = toDag(telbaar.geregistreerdOp)
  return { maand: datum.slice(0, 7), kern: telbaar.kern, vak: { woord, getal, dag: Number(datum.slice(8)) } }
}

/** What decides where something is counted, besides itself. */
export type Telregels = {
  /** Whether everybody may see where meldingen of a categorie are. */
  isOpenbaar(categorie: string): boolean
  /** The kern of a place under the kernindeling of today; absent while every place is in the kern it was given. */
  nu?: KernVanPlaats | undefined
}
export type Openbaarheid = Pick<Telregels, 'isOpenbaar'>

const activiteit = (telbaar: Telbaar): Telplaats =>
  place(telbaar, telbaar.categorie, telStatussen.indexOf(telbaar.status))

/** Per maatstaf: where something is counted, or nowhere. The heatmap shows public meldingen only. */
export const telplaatsen: Record<Maatstaf, (telbaar: Telbaar, regels: Telregels) => Telplaats | undefined> = {
  activiteit,
  'activiteit-nu': (telbaar, { nu }) =>
    nu && activiteit({ ...telbaar, kern: nu([telbaar.lon, telbaar.lat]).kern }),
  dichtheid: (telbaar, { isOpenbaar }) =>
    telbaar.soort === 'melding' && isOpenbaar(telbaar.categorie)
      ? place(telbaar, '', toCel(telbaar.lon, telbaar.lat))
      : undefined,
}

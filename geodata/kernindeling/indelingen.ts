/**
 * The divisions of one gemeente: version 1 from its files, later ones from the store. The one place that knows which
 * version holds now. Geometry is loaded only by who draws: a request that looks a kern up never meets turf.
 */
import { join } from 'node:path'
import type { Buurt } from '../../functions/contract/kernindeling.ts'
import { toDag } from '../../functions/domain/dag.ts'
import type {
  Gebouwd,
  Indelingen,
  KernCijfer,
  KernindelingRecord,
  KernindelingStore,
  KernVanPlaats,
  OpenIndeling,
} from '../../functions/domain/kernindeling/ports.ts'
import {
  findGeldendeIndeling,
  listVastgesteld,
  sindsOf,
} from '../../functions/domain/kernindeling/versies.ts'
import { buildKernIndex, type Polygonal } from '../buildKernIndex.ts'
import { type Gemeente, gemeentenFolder, withIndeling } from '../gemeente.ts'
import { hasThisVersion } from '../kernIndex/layout.ts'
import { type KernIndex, openKernIndex } from '../kernIndex.ts'
import { readBuurten } from './readBuurten.ts'

/** How long another process may not notice that a version was adopted or came into force. */
export const lookMillis = 15_000

/** @example kernVanPlaats(openKernIndex(index))([4.3, 51.58]) // { kern: 'steenbergen', herkomst: 'binnen' } */
export const kernVanPlaats =
  (index: KernIndex): KernVanPlaats =>
  ([lon, lat]) => {
    const found = index.nearest(lon, lat, Infinity)
    if (!found) throw new RangeError(`${lon}, ${lat} has no nearest kern.`)
    return { kern: index.codes[found.index]!, herkomst: found.meters === 0 ? 'binnen' : 'afgeleid' }
  }

/** The index of an adopted version. One that was stored in the format of an earlier release is built again. */
export const openGebouwd = ({ kernen, index }: Gebouwd): KernIndex => {
  const areas = () => kernen.map(({ code, geometrie }) => ({ code, geometry: geometrie as Polygonal }))
  return openKernIndex(hasThisVersion(index) ? index : buildKernIndex(areas()))
}

/** The file of the gemeente as version 1. */
const toEerste = ({ kernindeling: file }: Gemeente): KernindelingRecord => ({
  versie: 1,
  naam: file.naam,
  geldigVanafDatum: file.geldigVanaf,
  kernen: file.kernen.map(({ code, naam, buurtcodes }) => ({ code, naam, buurtcodes })),
  sneden: [],
  weggelaten: [],
  status: 'vastgesteld',
  rev: 1,
  gewijzigdDoor: 'bestand van de gemeente',
  gewijzigdOp: `${file.geldigVanaf}T00:00:00.000Z`,
  ...(file.orgaan !== null && {
    vaststelling: {
      orgaan: file.orgaan,
      besluitnummer: file.besluit ?? '',
      besluitDatum: file.geldigVanaf,
      vastgesteldDoor: file.orgaan,
      vastgesteldOp: `${file.geldigVanaf}T00:00:00.000Z`,
    },
  }),
  cijfers: file.kernen.map(({ code, naam, inwoners }) => ({ code, naam, inwoners })),
})

/** Kernen of versions that held before and have no namesake now, with their last figures. */
function listVroegere(adopted: readonly KernindelingRecord[], now: KernindelingRecord): KernCijfer[] {
  const gone = new Map<string, KernCijfer>()
  for (const { cijfers = [] } of adopted.slice(0, adopted.indexOf(now)))
    for (const cijfer of cijfers) gone.set(cijfer.code, cijfer)
  for (const { code } of now.kernen) gone.delete(code)
  return [...gone.values()]
}

type Settings = {
  /** As its files say. */
  gemeente: Gemeente
  store: KernindelingStore
  now(): Date
  /** Holds a folder per gemeente. */
  folder?: string
}

export type GemeenteIndelingen = Omit<Indelingen, 'gemeente'> & { gemeente(): Promise<Gemeente> }

export function createIndelingen({ gemeente, store, now, folder }: Settings): GemeenteIndelingen {
  const eerste = toEerste(gemeente)
  let buurten: Buurt[] | undefined
  const listBuurten = () => {
    buurten ??= readBuurten(join(folder ?? gemeentenFolder, gemeente.code), gemeente.kernindeling)
    return buurten
  }
  const list = async () => [eerste, ...(await store.list())]

  /** Adopted versions never change, so what was read once stays. */
  const kept = new Map<number, Promise<Gebouwd>>()
  const readGebouwd = ({ versie }: KernindelingRecord): Promise<Gebouwd> => {
    const reading =
      kept.get(versie) ??
      store.findGebouwd(versie).then((found) => {
        if (!found) throw new Error(`The outlines of kernindeling ${versie} are gone.`)
        return found
      })
    kept.set(versie, reading)
    reading.catch(() => kept.delete(versie))
    return reading
  }

  const load = async (): Promise<Gemeente> => {
    const records = await list()
    const geldend = findGeldendeIndeling(records, toDag(now()))
    if (geldend.versie === 1) return gemeente
    const gebouwd = await readGebouwd(geldend)
    const { versie, geldigVanafDatum } = geldend
    const vroegereKernen = listVroegere(listVastgesteld(records), geldend)
    return withIndeling(
      gemeente,
      { versie, geldigVanafDatum, sindsOp: sindsOf(geldend) },
      { kernen: gebouwd.kernen, vroegereKernen },
      openGebouwd(gebouwd),
    )
  }

  let present: Gemeente | undefined
  let looking: Promise<Gemeente> | undefined
  let until = 0
  let forgotten = 0
  return {
    eerste,
    maxKernen: gemeente.instellingen.maxKernen,
    async gemeente() {
      if (present && now().getTime() < until) return present
      const asked = forgotten
      looking ??= load().finally(() => {
        looking = undefined
      })
      const found = await looking
      if (asked !== forgotten) return this.gemeente()
      present = found
      until = now().getTime() + lookMillis
      return found
    },
    forget() {
      forgotten++
      present = undefined
      looking = undefined
    },
    buurten: listBuurten,
    list,
    async build(ontwerp) {
      const { buildIndeling } = await import('./buildIndeling.ts')
      return buildIndeling(ontwerp, { buurten: listBuurten(), eersteKernen: gemeente.kernen })
    },
    async open(record): Promise<OpenIndeling> {
      if (record.versie === 1)
        return { record, kernen: gemeente.kernen, kernVan: kernVanPlaats(gemeente.kernIndex) }
      const gebouwd = record.status === 'vastgesteld' ? await readGebouwd(record) : await this.build(record)
      return { record, kernen: gebouwd.kernen, kernVan: kernVanPlaats(openGebouwd(gebouwd)) }
    },
    async compare(van, naar) {
      const { listVerschuivingen } = await import('./buildIndeling.ts')
      return listVerschuivingen(van, naar, listBuurten())
    },
  }
}

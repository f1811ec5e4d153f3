/** The kern of a place under an adopted kernindeling. Versions never change, so each is read once per process. */

import { kernVanPlaats, openGebouwd } from '../../geodata/kernindeling/indelingen.ts'
import type { KernVanPlaats } from '../domain/kernindeling/ports.ts'
import type { Connection } from '../store/connection.ts'
import { findGebouwd } from '../store/kernindelingen.ts'

const loaded = new WeakMap<Connection, Map<number, Promise<KernVanPlaats>>>()

const load = async (connection: Connection, versie: number): Promise<KernVanPlaats> => {
  const gebouwd = await findGebouwd(connection, versie)
  if (!gebouwd) throw new Error(`The outlines of kernindeling ${versie} are gone.`)
  return kernVanPlaats(openGebouwd(gebouwd))
}

export const loadKernVan = (connection: Connection, versie: number): Promise<KernVanPlaats> => {
  const versions = loaded.get(connection) ?? new Map<number, Promise<KernVanPlaats>>()
  loaded.set(connection, versions)
  const reading = versions.get(versie) ?? load(connection, versie)
  versions.set(versie, reading)
  reading.catch(() => versions.delete(versie))
  return reading
}

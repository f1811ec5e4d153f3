/** What each reader of a kernindeling gets to see: staff the work, everybody the decision without names. */
import type { Kern } from '../../contract/kern.ts'
import type { Kernindelingontwerp } from '../../contract/kernindeling.ts'
import type { KernindelingRecord } from './ports.ts'

export const toOntwerp = (record: KernindelingRecord): Kernindelingontwerp => {
  const { voorstellerId: _v, vaststellerId: _a, cijfers: _c, sleutel: _s, inhoud: _i, ...ontwerp } = record
  return ontwerp
}

export const toKop = ({ versie, naam, geldigVanafDatum, toelichting, vaststelling }: KernindelingRecord) => ({
  versie,
  naam,
  geldigVanafDatum,
  orgaan: vaststelling?.orgaan ?? null,
  besluitnummer: vaststelling?.besluitnummer ?? null,
  ...(toelichting && { toelichting }),
})

export const toKernindeling = (
  record: KernindelingRecord,
  kernen: readonly Kern[],
  bronvermelding: string,
) => ({
  ...toKop(record),
  bronvermelding,
  kernen: [...kernen],
  weggelaten: record.weggelaten,
})

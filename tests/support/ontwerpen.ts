/** Drafts of Steenbergen to draw with: six kernen, of which Welberg is one buurt. */
import type { Ontwerp, Snede } from '../../functions/contract/kernindeling.ts'
import type { KernindelingRecord, KernindelingStore } from '../../functions/domain/kernindeling/ports.ts'
import { loadGemeente } from '../../geodata/gemeente.ts'
import { createIndelingen } from '../../geodata/kernindeling/indelingen.ts'

export const steenbergen = loadGemeente('GM0851')
export const welbergBuurt = 'BU08510001'
/** A buurt around a village: cutting it takes two chords. */
export const ringBuurt = 'BU08510109'

const none = { list: async () => [] } as unknown as KernindelingStore
export const indelingen = createIndelingen({ gemeente: steenbergen, store: none, now: () => new Date(0) })
export const buurten = indelingen.buurten()

/** The kernen of version 1; overrides replace whole fields. */
export const makeOntwerp = (overrides: Partial<Ontwerp> = {}): Ontwerp => ({
  naam: 'Indeling 2027',
  geldigVanafDatum: '2026-12-01',
  kernen: structuredClone(indelingen.eerste.kernen),
  sneden: [],
  weggelaten: [],
  ...overrides,
})

/** Takes these buurten out of the kernen, and gives them to `kern` when there is one. */
export const moveBuurten = (ontwerp: Ontwerp, codes: readonly string[], kern?: string): Ontwerp => ({
  ...ontwerp,
  kernen: ontwerp.kernen.map((each) => {
    const rest = each.buurtcodes.filter((code) => !codes.includes(code))
    return { ...each, buurtcodes: each.code === kern ? [...rest, ...codes] : rest }
  }),
})

/** Welberg becomes part of Steenbergen. */
export const withoutWelberg = (overrides: Partial<Ontwerp> = {}): Ontwerp => {
  const moved = moveBuurten(makeOntwerp(overrides), [welbergBuurt], 'steenbergen')
  return { ...moved, kernen: moved.kernen.filter(({ code }) => code !== 'welberg') }
}

/** The polders around Kruisland over two kernen. */
export const ringSnede: Snede = {
  buurtcode: ringBuurt,
  lijn: [
    [4.3, 51.56],
    [4.5, 51.58],
  ],
  links: 'kruisland',
  rechts: 'steenbergen',
}
export const withSnede = (snede: Snede = ringSnede, overrides: Partial<Ontwerp> = {}): Ontwerp => ({
  ...moveBuurten(makeOntwerp(overrides), [snede.buurtcode]),
  sneden: [snede],
})

export const makeRecord = (overrides: Partial<KernindelingRecord> = {}): KernindelingRecord => ({
  ...makeOntwerp(),
  versie: 2,
  status: 'concept',
  rev: 1,
  gewijzigdDoor: 'Sanne',
  gewijzigdOp: '2026-11-22T09:00:00.000Z',
  ...overrides,
})

/** Versions of the kernindeling in memory, with the promises of `domain/kernindeling/ports.ts`. */
import type {
  Gebouwd,
  KernindelingRecord,
  KernindelingStore,
} from '../../functions/domain/kernindeling/ports.ts'

export function memoryKernindelingen(): KernindelingStore {
  const records: KernindelingRecord[] = []
  const gebouwd = new Map<number, Gebouwd>()
  const isOpen = (record: KernindelingRecord) => {
    const stored = records[record.versie - 2]
    return stored?.rev === record.rev - 1 && stored.status !== 'vastgesteld'
  }
  return {
    list: async () => structuredClone(records),
    async append(record) {
      const aanwezig = records.find(({ sleutel }) => sleutel !== undefined && sleutel === record.sleutel)
      if (aanwezig) return { soort: 'bestaat', aanwezig, versie: aanwezig.versie }
      const versie = records.length + 2
      records.push(structuredClone({ ...record, versie }))
      return { soort: 'nieuw', versie }
    },
    async replace(record) {
      if (!isOpen(record)) return { soort: 'verouderd', aanwezig: records[record.versie - 2]! }
      records[record.versie - 2] = structuredClone(record)
      return { soort: 'bewaard' }
    },
    async adopt(record, built) {
      if (!isOpen(record)) return 'verouderd'
      const { geldigVanafDatum } = record
      if (records.some((each) => each.status === 'vastgesteld' && each.geldigVanafDatum === geldigVanafDatum))
        return 'datum-bezet'
      records[record.versie - 2] = structuredClone(record)
      gebouwd.set(record.versie, built)
      return 'vastgesteld'
    },
    findGebouwd: async (versie) => gebouwd.get(versie),
    async findHertoewijzing(versie) {
      const none = { bekeken: 0, totaal: 0, meldingenAnders: 0, initiatievenAnders: 0 }
      return gebouwd.has(versie) ? { versie, status: 'wacht', ...none } : undefined
    },
  }
}

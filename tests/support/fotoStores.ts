/** Photos, budgets and proofs in memory, with the promises of their ports. */
import type { Bewijzen, BudgetStore } from '../../functions/domain/afzender.ts'
import type { Fotokluis, FotoRecord, FotoStore } from '../../functions/domain/foto/ports.ts'

export function memoryFotos(records = new Map<string, FotoRecord>()): FotoStore {
  const isFree = (foto: string) => records.has(foto) && records.get(foto)?.nummer === undefined
  const change = (foto: string, changes: Partial<FotoRecord>) => {
    records.set(foto, { ...records.get(foto)!, ...changes })
    return true
  }
  return {
    async add(record) {
      const aanwezig = records.get(record.foto)
      if (aanwezig) return { soort: 'bestaat', aanwezig }
      records.set(record.foto, record)
      return { soort: 'nieuw' }
    },
    find: async (foto) => structuredClone(records.get(foto)),
    settle: async (foto, uitkomst) => records.get(foto)?.staat === 'wacht' && change(foto, uitkomst),
    claim: async (foto, nummer) =>
      (isFree(foto) || records.get(foto)?.nummer === nummer) && change(foto, { nummer }),
    listUnclaimed: async (voor, limiet) =>
      [...records.values()]
        .filter(({ foto, op }) => isFree(foto) && op < voor)
        .map(({ foto }) => foto)
        .slice(0, limiet),
    refuseUnclaimed: async (foto, uitleg) => isFree(foto) && change(foto, { staat: 'geweigerd', uitleg }),
    remove: async (foto) => void records.delete(foto),
  }
}

/** `ruw` and `schoon` are what is kept; a test puts an upload in `ruw` itself. */
export function memoryKluis(ruw = new Map<string, Uint8Array>(), schoon = new Map<string, Uint8Array>()) {
  const kluis: Fotokluis = {
    openUpload: async (foto, { maxBytes, tot, terug }) => ({
      url: 'https://fotos.kernpunt.test/',
      velden: { key: foto, limiet: String(maxBytes), tot: tot.toISOString(), ...(terug && { terug }) },
    }),
    readRaw: async (foto) => ruw.get(foto),
    writeClean: async (foto, jpeg) => void schoon.set(foto, jpeg),
    removeRaw: async (foto) => void ruw.delete(foto),
    remove: async (foto) => {
      ruw.delete(foto)
      schoon.delete(foto)
    },
    leesUrl: async (foto, tot) => `https://fotos.kernpunt.test/${foto}?tot=${tot.getTime()}`,
  }
  return { kluis, ruw, schoon }
}

export function memoryBudgetten(): BudgetStore {
  const counts = new Map<string, number>()
  const used = new Map<string, string>()
  return {
    list: async (afzenders, uur) => afzenders.map((afzender) => counts.get(`${afzender} ${uur}`) ?? 0),
    async add(afzenders, uur) {
      for (const afzender of afzenders)
        counts.set(`${afzender} ${uur}`, (counts.get(`${afzender} ${uur}`) ?? 0) + 1)
    },
    async useOnce(bewijs, _tot, gebruik) {
      if (!used.has(bewijs)) used.set(bewijs, gebruik)
      return used.get(bewijs) === gebruik
    },
  }
}

/** The right answer to every question is `goed`, followed by something of one's own. */
export const memoryBewijzen: Bewijzen = {
  ask: async () => ({ vraag: 'goed' }),
  check: async (bewijs, now) => (bewijs.startsWith('goed') ? { bewijs, tot: now } : undefined),
}

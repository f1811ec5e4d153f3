/** Mails in memory, with the promises of their port. */
import type { BerichtRecord, BerichtSleutel, BerichtStore } from '../../functions/domain/post/ports.ts'

type Row = BerichtRecord & { vanafOp: string; naTeSturen?: boolean }

export function memoryBerichten(rows = new Map<string, Row>()): BerichtStore {
  const nameOf = ({ nummer, versie, ontvanger }: BerichtSleutel) => `${nummer} ${versie} ${ontvanger}`
  const isReady = (row: Row | undefined): row is Row => row?.staat === 'klaar'
  return {
    async add(bericht, op) {
      const name = nameOf(bericht)
      if (rows.has(name)) return false
      rows.set(name, { ...bericht, staat: 'klaar', op, pogingen: 0, vanafOp: op })
      return true
    },
    list: async (nummer) =>
      [...rows.values()].filter((row) => row.nummer === nummer).sort((a, b) => a.versie - b.versie),
    listKlaar: async (now, limiet) =>
      [...rows.values()].filter((row) => isReady(row) && row.vanafOp <= now).slice(0, limiet),
    async take(sleutel, _eigenaar, now, tot) {
      const row = rows.get(nameOf(sleutel))
      if (!isReady(row) || row.vanafOp > now) return false
      row.vanafOp = tot
      return true
    },
    async settle(sleutel, uitkomst, op) {
      const row = rows.get(nameOf(sleutel))
      if (!isReady(row)) return
      if (uitkomst.staat === 'klaar') Object.assign(row, { ...uitkomst, vanafOp: uitkomst.opnieuwOp })
      else Object.assign(row, { ...uitkomst, op })
    },
    async markTeruggekomen(sleutel, uitleg, op) {
      const row = rows.get(nameOf(sleutel))
      if (row) Object.assign(row, { staat: 'teruggekomen', uitleg, op })
      return row !== undefined
    },
    async requeue(now) {
      const failed = [...rows.values()].filter(({ staat, naTeSturen }) => staat === 'mislukt' && naTeSturen)
      for (const row of failed) Object.assign(row, { staat: 'klaar', op: now, vanafOp: now, pogingen: 0 })
      return failed.length
    },
    flag: async () => {},
  }
}

/** The stores of the money in memory: versions, scenario's and ledgers, with the promises of their ports. */
import type {
  BevolkingRecord,
  RegelRecord,
  ScenarioRecord,
  StandRecord,
  Stores,
  VerdelingRecord,
} from '../../functions/domain/ports.ts'
import { startStand, vaststellingSleutel } from '../../functions/domain/wijkbudget/boeking.ts'
import type { BoekingRecord } from '../../functions/domain/wijkbudget/ports.ts'

type Versie = { versie: number; sleutel?: string }

/** `T` must be a version without its number when `list` is asked for those of one year. */
async function appendTo<T extends Versie>(
  present: T[],
  all: T[],
  record: Omit<T, 'versie'> & { sleutel?: string },
) {
  const aanwezig = present.find(({ sleutel }) => sleutel !== undefined && sleutel === record.sleutel)
  if (aanwezig) return { soort: 'bestaat' as const, aanwezig, versie: aanwezig.versie }
  const versie = present.length + 1
  all.push(structuredClone({ ...record, versie }) as unknown as T)
  return { soort: 'nieuw' as const, versie }
}

export function memoryWijkbudget(
  verdelingen: VerdelingRecord[],
): Pick<Stores, 'wijkbudgetten' | 'bevolking' | 'scenarios' | 'grootboeken'> {
  const bevolking: BevolkingRecord[] = []
  const scenarios: ScenarioRecord[] = []
  return {
    wijkbudgetten: {
      list: async (jaar) => structuredClone(verdelingen.filter((each) => each.jaar === jaar)),
      append: (record) =>
        appendTo(
          verdelingen.filter((each) => each.jaar === record.jaar),
          verdelingen,
          record,
        ),
    },
    bevolking: {
      list: async () => structuredClone(bevolking),
      append: (record) => appendTo([...bevolking], bevolking, record),
    },
    scenarios: {
      list: async (jaar) => [
        ...new Map(
          scenarios
            .filter((each) => each.jaar === jaar)
            .map((each) => [each.scenario, structuredClone(each)]),
        ).values(),
      ],
      listVersies: async (jaar, code) =>
        structuredClone(scenarios.filter(({ jaar: of, scenario }) => of === jaar && scenario === code)),
      async add(record) {
        const same = (each: ScenarioRecord) =>
          each.jaar === record.jaar && each.scenario === record.scenario && each.versie === record.versie
        const aanwezig = scenarios.find(same)
        if (aanwezig) return { soort: 'bestaat', aanwezig }
        scenarios.push(structuredClone(record))
        return { soort: 'nieuw' }
      },
    },
    grootboeken: memoryGrootboeken(verdelingen),
  }
}

function memoryGrootboeken(verdelingen: VerdelingRecord[]): Stores['grootboeken'] {
  const standen = new Map<string, StandRecord>()
  const boekingen = new Map<string, BoekingRecord>()
  let regels: RegelRecord[] = []
  /** One boeking after the other, as a transaction is. */
  let last: Promise<unknown> = Promise.resolve()
  return {
    listStanden: async (jaar) => [...standen.values()].filter((stand) => stand.jaar === jaar),
    listRegels: async (jaar, kernen) =>
      kernen.flatMap((kern) => regels.filter((regel) => regel.jaar === jaar && regel.kern === kern)),
    findVaststelling: async (jaar, versie) => boekingen.get(`${jaar} ${vaststellingSleutel(versie)}`),
    book(opdracht, maak) {
      const { sleutel, op, door, inhoud, grootboeken, vaststelling } = opdracht
      const [first] = grootboeken
      const place = vaststelling ? `${vaststelling.verdeling.jaar}` : `${first?.jaar} ${first?.kern}`
      const work = async () => {
        const aanwezig = boekingen.get(`${place} ${sleutel}`)
        if (aanwezig) return { soort: 'bestaat' as const, aanwezig }
        const at = verdelingen.findIndex(
          ({ jaar, versie, status }) =>
            status === 'concept' &&
            jaar === vaststelling?.verdeling.jaar &&
            versie === vaststelling.verdeling.versie,
        )
        const adopted = verdelingen.filter(
          ({ jaar, status }) => status === 'vastgesteld' && jaar === vaststelling?.verdeling.jaar,
        ).length
        if (vaststelling && (at < 0 || adopted !== vaststelling.eerdere))
          return { soort: 'veranderd' as const }
        const geboekt = await maak(
          grootboeken.map((ledger) => standen.get(`${ledger.jaar} ${ledger.kern}`) ?? startStand(ledger)),
        )
        for (const stand of geboekt.standen) standen.set(`${stand.jaar} ${stand.kern}`, stand)
        regels = [...regels, ...geboekt.regels]
        boekingen.set(`${place} ${sleutel}`, { op, door, regels: geboekt.regels, ...(inhoud && { inhoud }) })
        if (vaststelling) verdelingen[at] = structuredClone(vaststelling.verdeling)
        return { soort: 'nieuw' as const }
      }
      const result = last.then(work)
      last = result.catch(() => undefined)
      return result
    },
  }
}

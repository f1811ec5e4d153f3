/**
 * The stores in memory, for tests of the API that need no engine. They keep the promises of `domain/ports.ts`:
 * conditional writes, newest first, every row once in a walk.
 */
import type { Contact } from '../../functions/contract/melding.ts'
import { Problem } from '../../functions/contract/problem.ts'
import { toCel } from '../../functions/domain/cel.ts'
import { toDag } from '../../functions/domain/dag.ts'
import { toKop } from '../../functions/domain/meldingBeeld.ts'
import type {
  Bladzijde,
  InitiatiefRecord,
  LijstVraag,
  MeldingRecord,
  Positie,
  Stores,
  VerdelingRecord,
  VolgerRecord,
} from '../../functions/domain/ports.ts'
import type { Vernietiging } from '../../functions/domain/vernietiging.ts'
import { hasWoorden, toZoekwoorden } from '../../functions/domain/zoektekst.ts'
import { memoryBudgetten, memoryFotos } from './fotoStores.ts'
import { memoryKernindelingen } from './kernindelingStore.ts'
import { memoryBerichten } from './postStores.ts'
import { memoryWijkbudget } from './wijkbudgetStores.ts'

type Row = { nummer: string; kern: string; positie: Positie; geregistreerdOp: string }

const positionOf = (row: Row): string => `${row.geregistreerdOp} ${row.nummer}`

function page<T extends Row>(rows: T[], vraag: Partial<LijstVraag> & { limiet: number }): Bladzijde<T> {
  const after = vraag.cursor === undefined ? undefined : readCursor(vraag.cursor)
  const [west, zuid, oost, noord] = vraag.bbox ?? [-180, -90, 180, 90]
  const fitting = rows
    .filter((row) => vraag.kernen?.includes(row.kern))
    .filter(({ positie: [lon, lat] }) => lon >= west && lon <= oost && lat >= zuid && lat <= noord)
    .filter((row) => row.geregistreerdOp >= (vraag.vanaf ?? '') && row.geregistreerdOp < (vraag.voor ?? '9'))
    .toSorted((a, b) => (positionOf(a) < positionOf(b) ? 1 : -1))
    .filter((row) => after === undefined || positionOf(row) < after)
  const rijen = fitting.slice(0, vraag.limiet)
  const last = rijen.at(-1)
  return { rijen, ...(last && fitting.length > rijen.length && { volgende: btoa(`v1 ${positionOf(last)}`) }) }
}

function readCursor(cursor: string): string {
  const [version, ...position] = /^[A-Za-z0-9+/=]+$/.test(cursor) ? atob(cursor).split(' ') : []
  if (version !== 'v1') throw new Problem('ongeldige-cursor', 'Deze cursor hoort niet bij deze vraag.')
  return position.join(' ')
}

export type Memory = {
  stores: Stores
  meldingen: Map<string, MeldingRecord>
  initiatieven: Map<string, InitiatiefRecord>
  verdelingen: VerdelingRecord[]
  contacten: Map<string, Record<string, string | undefined>>
}

export function memoryStores(): Memory {
  const meldingen: Memory['meldingen'] = new Map()
  const initiatieven: Memory['initiatieven'] = new Map()
  const contacten: Memory['contacten'] = new Map()
  const vernietigingen: Vernietiging[] = []
  const volgers = new Map<string, VolgerRecord[]>()
  const verdelingen: VerdelingRecord[] = []
  const stores: Stores = {
    meldingen: {
      async add(melding, contact) {
        const aanwezig = meldingen.get(melding.nummer)
        if (aanwezig) return { soort: 'bestaat', aanwezig }
        meldingen.set(melding.nummer, structuredClone(melding))
        if (contact) contacten.set(melding.nummer, contact)
        return { soort: 'nieuw' }
      },
      find: async (nummer) => structuredClone(meldingen.get(nummer)),
      async replace(melding) {
        const aanwezig = meldingen.get(melding.nummer)
        if (aanwezig && aanwezig.versie !== melding.versie - 1) return { soort: 'verouderd', aanwezig }
        meldingen.set(melding.nummer, structuredClone(melding))
        return { soort: 'bewaard' }
      },
      async list(vraag) {
        const rows = [...meldingen.values()]
          .filter((row) => vraag.categorie === undefined || row.categorie === vraag.categorie)
          .filter((row) => vraag.alleenCategorieen?.includes(row.categorie) ?? true)
          .filter((row) => vraag.status === undefined || row.status === vraag.status)
          .filter((row) => !vraag.open || row.status !== 'gesloten')
          .filter((row) => !vraag.termijn || (row.status !== 'gesloten' && vraag.termijn.past(row)))
          .filter((row) => vraag.team === undefined || row.team === vraag.team)
          .filter((row) => vraag.medewerker === undefined || (row.medewerker ?? '-') === vraag.medewerker)
          .filter((row) => hasWoorden(toZoekwoorden(vraag.tekst ?? ''), [row.nummer, row.omschrijving]))
          .map((row) => ({ ...row, kop: toKop(row.omschrijving) }))
        return page(rows, vraag)
      },
      listOpenWerk: async (kernen) =>
        [...meldingen.values()].filter((row) => row.status !== 'gesloten' && kernen.includes(row.kern)),
      async replaceBoth(een, ander) {
        const aanwezig = [een, ander].flatMap((melding) => {
          const stored = meldingen.get(melding.nummer)
          return stored && stored.versie !== melding.versie - 1 ? [structuredClone(stored)] : []
        })
        if (aanwezig.length > 0) return { soort: 'verouderd', aanwezig }
        for (const melding of [een, ander]) meldingen.set(melding.nummer, structuredClone(melding))
        return { soort: 'bewaard' }
      },
      async addVolger(nummer, volger) {
        const all = volgers.get(nummer) ?? []
        const aanwezig = all.find((each) => each.volger === volger.volger)
        if (aanwezig) return { soort: 'bestaat', aanwezig }
        volgers.set(nummer, [...all, volger])
        return { soort: 'nieuw' }
      },
      listVolgers: async (nummer) => volgers.get(nummer) ?? [],
      async eraseVolger(nummer, volger) {
        volgers.set(
          nummer,
          (volgers.get(nummer) ?? []).filter((each) => each.volger !== volger),
        )
      },
      async eraseVolgerEmail(nummer, { volger }) {
        const without = ({ email: _email, ...rest }: VolgerRecord) => rest
        volgers.set(
          nummer,
          (volgers.get(nummer) ?? []).map((each) => (each.volger === volger ? without(each) : each)),
        )
      },
      findContact: async (nummer) => contacten.get(nummer) as Contact | undefined,
      listContactvelden: async (nummer) =>
        Object.keys(contacten.get(nummer) ?? {}) as ('naam' | 'email' | 'telefoon')[],
    },
    initiatieven: {
      async add(initiatief) {
        const aanwezig = initiatieven.get(initiatief.nummer)
        if (aanwezig) return { soort: 'bestaat', aanwezig }
        initiatieven.set(initiatief.nummer, structuredClone(initiatief))
        return { soort: 'nieuw' }
      },
      find: async (nummer) => structuredClone(initiatieven.get(nummer)),
      list: async (vraag) => page([...initiatieven.values()], vraag),
    },
    kernindelingen: memoryKernindelingen(),
    fotos: memoryFotos(),
    budgetten: memoryBudgetten(),
    berichten: memoryBerichten(),
    vernietigingen: {
      async erase(melding, regel) {
        if (meldingen.get(melding.nummer)?.versie !== melding.versie - 1) return 'verouderd'
        meldingen.set(melding.nummer, structuredClone(melding))
        if (regel.wat.includes('contact')) contacten.delete(melding.nummer)
        if (regel.wat.includes('volgers')) volgers.delete(melding.nummer)
        vernietigingen.push(regel)
        return 'gewist'
      },
      noteVolger: async (nummer, grond, datum) =>
        void vernietigingen.push({ nummer, wat: ['volgers'], grond, datum }),
      list: async (jaar) => ({
        rijen: vernietigingen.filter(({ datum }) => datum.startsWith(String(jaar))),
      }),
    },
    activiteit: {
      listTellingenNu: (periode) => stores.activiteit.listTellingen(periode),
      listTellingen: async () =>
        [...meldingen.values()].map(({ kern, categorie, status, geregistreerdOp }) => ({
          soort: 'melding' as const,
          kern,
          maand: toDag(geregistreerdOp).slice(0, 7),
          categorie,
          status,
          aantal: 1,
        })),
      listCellen: async () =>
        [...meldingen.values()].map(({ kern, positie }) => ({ kern, cel: toCel(...positie), aantal: 1 })),
    },
    ...memoryWijkbudget(verdelingen),
  }
  return { stores, meldingen, initiatieven, verdelingen, contacten }
}

import type { Routes } from '../contract/routes.ts'
import type { Stores, VerdelingRecord } from '../domain/ports.ts'
import { adoptVerdeling as adopt, alreadyAdopted, findGeldende } from '../domain/verdeling.ts'
import { toBoekingen, vaststellingSleutel, writeBoeking } from '../domain/wijkbudget/boeking.ts'
import type { Endpoint } from './endpoint.ts'

/** Each attempt loses only to another adoption in the same year. */
const attempts = 3

/**
 * Adopts a proposal and gives each kern its money, in one transaction. Somebody else does that than who proposed
 * it, and it happens once. When another version is adopted at the same moment, the rules are asked again.
 */
export const adoptVerdeling: Endpoint<Routes['adoptVerdeling']> = async (call, { stores, now }) => {
  const { params, body, medewerker } = call
  const by = { medewerker, op: now().toISOString() }
  for (let attempt = 0; attempt < attempts; attempt++) {
    const verdelingen = await stores.wijkbudgetten.list(params.jaar)
    const adopted = adopt(verdelingen, params.versie, body, by)
    if (await bookVaststelling(adopted, verdelingen, stores)) return { body: adopted }
  }
  throw alreadyAdopted(params)
}

/**
 * Stores an adopted verdeling with what it books in the ledgers.
 * @param verdelingen of the year, before the adoption
 * @returns `false` when somebody else adopted something in this year since
 */
export async function bookVaststelling(
  adopted: VerdelingRecord,
  verdelingen: readonly VerdelingRecord[],
  { grootboeken }: Pick<Stores, 'grootboeken'>,
): Promise<boolean> {
  const { vastgesteldOp: op = '', vastgesteldDoor: door = '' } = adopted.vaststelling ?? {}
  const regels = toBoekingen(adopted, findGeldende(verdelingen))
  const eerdere = verdelingen.filter(({ status }) => status === 'vastgesteld').length
  const opdracht = {
    sleutel: vaststellingSleutel(adopted.versie),
    op,
    door,
    grootboeken: regels.map(({ jaar, kern }) => ({ jaar, kern })),
    vaststelling: { verdeling: adopted, eerdere },
  }
  const outcome = await grootboeken.book(opdracht, (standen) => writeBoeking(standen, regels, { op, door }))
  // Whose answer was lost on the way finds its own boeking.
  if (outcome.soort === 'bestaat') return outcome.aanwezig.op === op && outcome.aanwezig.door === door
  return outcome.soort === 'nieuw'
}

import type { Routes } from '../contract/routes.ts'
import { toDag } from '../domain/dag.ts'
import { compareIndelingen, createMeldingTally } from '../domain/kernindeling/vergelijking.ts'
import { findVersie, listVastgesteld } from '../domain/kernindeling/versies.ts'
import type { Deps, VerdelingRecord } from '../domain/ports.ts'
import { findGeldende } from '../domain/verdeling.ts'
import type { Endpoint } from './endpoint.ts'

/** What a version moves, against another one or the one in force. A draft is compared as it is stored now. */
export const compareKernindelingen: Endpoint<Routes['compareKernindelingen']> = async (call, deps) => {
  const { indelingen, gemeente } = deps
  const records = await indelingen.list()
  const naar = findVersie(records, call.params.versie)
  const van = findVersie(records, call.query.met ?? gemeente.indeling.versie)
  const [before, after] = [await indelingen.open(van), await indelingen.open(naar)]
  const meldingen = createMeldingTally(before.kernVan, after.kernVan)
  const kernen = listVastgesteld(records).flatMap(({ cijfers = [] }) => cijfers.map(({ code }) => code))
  await visitOpen([...new Set(kernen)], deps, meldingen.add)
  const verschuivingen = await indelingen.compare(van, naar)
  const verdeling = await findVerdeling(deps)
  const basis = { buurten: indelingen.buurten(), meldingen, verdeling }
  return { body: compareIndelingen(before, after, verschuivingen, basis) }
}

const pageSize = 500

/** Every open melding once, wherever it is filed. */
async function visitOpen(
  kernen: readonly string[],
  { stores }: Deps,
  visit: (positie: readonly [number, number]) => void,
): Promise<void> {
  let cursor: string | undefined
  do {
    const page = await stores.meldingen.list({
      kernen,
      open: true,
      limiet: pageSize,
      ...(cursor !== undefined && { cursor }),
    })
    for (const { positie } of page.rijen) visit(positie)
    cursor = page.volgende
  } while (cursor !== undefined)
}

/** The adopted verdeling of this year, or of the latest year before it that has one. */
async function findVerdeling({ stores, now }: Deps): Promise<VerdelingRecord | undefined> {
  const jaar = Number(toDag(now()).slice(0, 4))
  for (const year of [jaar, jaar - 1, jaar - 2]) {
    const geldend = findGeldende(await stores.wijkbudgetten.list(year))
    if (geldend) return geldend
  }
  return undefined
}

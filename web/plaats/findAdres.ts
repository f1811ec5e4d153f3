/**
 * Addresses from PDOK's Locatieserver (BAG, Kadaster), straight from the browser: what somebody types there never
 * passes our own service. Answers within a short time or not at all; the page works without.
 */
const locatieserver = 'https://api.pdok.nl/bzk/locatieserver/search/v3_1'
const timeoutMs = 3000

export type Adres = { naam: string; positie: [lon: number, lat: number] }

type Doc = { weergavenaam?: string; centroide_ll?: string }

/** `POINT(4.678 52.696)` → [4.678, 52.696]. */
export function parsePoint(wkt: string | undefined): [number, number] | undefined {
  const found = /^POINT\(([-\d.]+) ([-\d.]+)\)$/.exec(wkt ?? '')
  return found ? [Number(found[1]), Number(found[2])] : undefined
}

const toAdressen = (docs: Doc[]): Adres[] =>
  docs.flatMap(({ weergavenaam, centroide_ll }) => {
    const positie = parsePoint(centroide_ll)
    return weergavenaam && positie ? [{ naam: weergavenaam, positie }] : []
  })

async function ask(path: string, parameters: Record<string, string>): Promise<Adres[]> {
  const query = new URLSearchParams({ fl: 'id,weergavenaam,centroide_ll', ...parameters })
  const response = await fetch(`${locatieserver}/${path}?${query}`, {
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok) throw new Error(`Locatieserver antwoordt ${response.status}`)
  const { response: found } = (await response.json()) as { response?: { docs?: Doc[] } }
  return toAdressen(found?.docs ?? [])
}

/** Addresses and streets in the gemeente; throws when the Locatieserver cannot be reached. */
export const findAdressen = (tekst: string, gemeente: string): Promise<Adres[]> =>
  ask('free', { q: tekst, fq: `gemeentenaam:("${gemeente}")`, rows: '6' })

/** The address nearest to a point, or undefined when nobody knows within time. */
export const findAdresBij = async ([lon, lat]: readonly [number, number]): Promise<string | undefined> =>
  ask('reverse', { lon: String(lon), lat: String(lat), rows: '1', type: 'adres' }).then(
    ([eerste]) => eerste?.naam,
    () => undefined,
  )

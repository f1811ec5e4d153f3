/**
 * The list of staff as a file to take along: CSV for Dutch Excel or GeoJSON, page after page, so that no file is ever
 * whole in memory. No text, no contact data: what is in the list itself, with names for codes.
 */
import type { Behandeling } from '../contract/behandeling.ts'
import type { Categorie } from '../contract/instellingen.ts'
import { byteOrderMark, toCsvRegel } from './csv.ts'
import { toKlok } from './dag.ts'

/** What codes are called; a code without a name stays itself. */
export type Namen = {
  categorieen: readonly Pick<Categorie, 'code' | 'naam' | 'groep'>[]
  kernen: readonly { code: string; naam: string }[]
}
type Rij = Omit<Behandeling, 'kop' | 'versie' | 'wacht' | 'postMislukt' | 'kernHerkomst' | 'geplandeDatum'>
type Bladzijden = AsyncIterable<readonly Rij[]>

/** In the order of the columns. Times are those of the clock in Amsterdam, as Excel reads them. */
export const kolommen = [
  ...['nummer', 'categorie', 'groep', 'kern', 'status', 'reden', 'geregistreerd', 'gewijzigd', 'streefdatum'],
  ...['signaal', 'team', 'medewerker', 'lon', 'lat'],
] as const

function toNamen({ categorieen, kernen }: Namen) {
  const byCode = new Map(categorieen.map((categorie) => [categorie.code, categorie]))
  const kernnamen = new Map(kernen.map(({ code, naam }) => [code, naam]))
  return (rij: Rij) => ({
    categorie: byCode.get(rij.categorie)?.naam ?? rij.categorie,
    groep: byCode.get(rij.categorie)?.groep.naam ?? '',
    kern: kernnamen.get(rij.kern) ?? rij.kern,
  })
}

const minute = (instant: string): string => toKlok(instant).slice(0, 16)

/** Pieces of a CSV file: the heading, then one piece per page. */
export async function* toCsv(bladzijden: Bladzijden, namen: Namen): AsyncGenerator<string, void> {
  const naamOf = toNamen(namen)
  yield byteOrderMark + toCsvRegel(kolommen)
  for await (const rijen of bladzijden) {
    const lines = rijen.map((rij) => {
      const { categorie, groep, kern } = naamOf(rij)
      const [lon, lat] = rij.geometrie.coordinates
      return toCsvRegel([
        ...[rij.nummer, categorie, groep, kern, rij.status, rij.reden],
        ...[minute(rij.geregistreerdOp), minute(rij.gewijzigdOp), rij.streefDatum],
        ...[rij.signaal, rij.team, rij.medewerker, lon, lat],
      ])
    })
    if (lines.length > 0) yield lines.join('')
  }
}

/** Pieces of one GeoJSON FeatureCollection (RFC 7946): `[lon, lat]` in WGS84, times in UTC. */
export async function* toGeoJson(bladzijden: Bladzijden, namen: Namen): AsyncGenerator<string, void> {
  const naamOf = toNamen(namen)
  let separator = '{"type":"FeatureCollection","features":[\n'
  for await (const rijen of bladzijden) {
    const features = rijen.map((rij) =>
      JSON.stringify({
        type: 'Feature',
        id: rij.nummer,
        geometry: rij.geometrie,
        properties: {
          nummer: rij.nummer,
          ...naamOf(rij),
          ...{ status: rij.status, reden: rij.reden },
          ...{ geregistreerd: rij.geregistreerdOp, gewijzigd: rij.gewijzigdOp, streefdatum: rij.streefDatum },
          ...{ signaal: rij.signaal, team: rij.team, medewerker: rij.medewerker },
        },
      }),
    )
    if (features.length === 0) continue
    yield separator + features.join(',\n')
    separator = ',\n'
  }
  yield separator === ',\n' ? '\n]}\n' : `${separator}]}\n`
}

/** Every page of a list until there is no next. `list` answers for a cursor; undefined asks for the first page. */
export async function* walkBladzijden<T>(
  list: (cursor: string | undefined) => Promise<{ rijen: readonly T[]; volgende?: string | undefined }>,
): AsyncGenerator<readonly T[], void> {
  let cursor: string | undefined
  do {
    const { rijen, volgende } = await list(cursor)
    yield rijen
    cursor = volgende
  } while (cursor !== undefined)
}

/** From a draft to what works: an outline and inhabitants per kern, and the flat index. Loads turf; ask it lazily. */
import * as turf from '@turf/turf'
import type { Kern } from '../../functions/contract/kern.ts'
import type { Buurt, Ontwerp } from '../../functions/contract/kernindeling.ts'
import { countKern, type Gesneden } from '../../functions/domain/kernindeling/inwoners.ts'
import type { Gebouwd, Verschuiving } from '../../functions/domain/kernindeling/ports.ts'
import { buildKernIndex, type Polygonal } from '../buildKernIndex.ts'
import { areaOf, makeOutline, type Vlak } from '../outline.ts'
import { cutBuurten, type Stuk } from './cutBuurten.ts'

type Basis = { buurten: readonly Buurt[]; eersteKernen: readonly Kern[] }

const cutAll = ({ sneden }: Ontwerp, buurten: readonly Buurt[]): Stuk[] =>
  cutBuurten(
    new Map(buurten.map(({ code, geometrie }) => [code, geometrie as Vlak])),
    sneden,
    (code) => buurten.find((buurt) => buurt.code === code)?.naam ?? code,
  )

/** The kern of a piece under a draft; null: left out, or not placed yet. */
function kernOf({ buurtcode, kant }: Stuk, { kernen, sneden }: Ontwerp): string | null {
  const cut = kant && sneden.find((each) => each.buurtcode === buurtcode)
  if (cut) return cut[kant]
  return kernen.find(({ buurtcodes }) => buurtcodes.includes(buurtcode))?.code ?? null
}

/**
 * A kern without any buurt is left out.
 * @throws Problem `ongeldige-invoer` for a line that does not divide its buurt in two
 */
export function buildIndeling(ontwerp: Ontwerp, { buurten, eersteKernen }: Basis): Gebouwd {
  const stukken = cutAll(ontwerp, buurten)
  const gesneden = ontwerp.sneden.map(({ buurtcode, links, rechts }): Gesneden => {
    const [left, right] = (['links', 'rechts'] as const).map((kant) =>
      areaOf(stukken.find((stuk) => stuk.buurtcode === buurtcode && stuk.kant === kant)!.vlak),
    )
    const share = left! / (left! + right!)
    return { buurtcode, links, rechts, aandelen: [share, 1 - share] }
  })
  const findVorige = (codes: readonly string[]) =>
    eersteKernen.find(
      ({ buurtcodes }) =>
        buurtcodes.length === codes.length && buurtcodes.every((code) => codes.includes(code)),
    )
  const peildatum = eersteKernen.map((kern) => kern.peildatum).sort()[0] ?? ontwerp.geldigVanafDatum
  const kernen = ontwerp.kernen.flatMap((kern): Kern[] => {
    const own = stukken.filter((stuk) => kernOf(stuk, ontwerp) === kern.code)
    if (own.length === 0) return []
    const delen = own.filter(({ kant }) => kant).map(({ buurtcode }) => buurtcode)
    const { geometry, labelPunt, oppervlakteHa } = makeOutline(own.map(({ vlak }) => vlak))
    const { inwoners, inwonersBron, inwonersMethode, ...rest } = countKern(
      kern,
      buurten,
      gesneden,
      findVorige,
      peildatum,
    )
    return [
      {
        code: kern.code,
        naam: kern.naam,
        ...{ inwoners, peildatum: rest.peildatum, inwonersBron, inwonersMethode },
        buurtcodes: kern.buurtcodes,
        ...(delen.length > 0 && { delen }),
        labelPunt,
        oppervlakteHa,
        geometrie: geometry as Kern['geometrie'],
      },
    ]
  })
  const areas = kernen.map(({ code, geometrie }) => ({ code, geometry: geometrie as Polygonal }))
  return { kernen, index: buildKernIndex(areas) }
}

/** Every buurt that is divided or moves between two drafts, in parts that have one kern on each side. */
export function listVerschuivingen(van: Ontwerp, naar: Ontwerp, buurten: readonly Buurt[]): Verschuiving[] {
  const before = Map.groupBy(cutAll(van, buurten), ({ buurtcode }) => buurtcode)
  const after = Map.groupBy(cutAll(naar, buurten), ({ buurtcode }) => buurtcode)
  return buurten.flatMap(({ code: buurtcode }) => {
    const [old, fresh] = [before.get(buurtcode) ?? [], after.get(buurtcode) ?? []]
    const pairs = old.flatMap((a) =>
      fresh.map((b) => ({
        van: kernOf(a, van),
        naar: kernOf(b, naar),
        area: overlap(a, b),
      })),
    )
    const total = pairs.reduce((sum, { area }) => sum + area, 0)
    const real = pairs.filter(({ area }) => area > total * 1e-9)
    if (real.every((pair) => pair.van === pair.naar)) return []
    return real.map((pair) => ({ buurtcode, van: pair.van, naar: pair.naar, aandeel: pair.area / total }))
  })
}

/** Square metres that two pieces of one buurt have in common. */
function overlap(a: Stuk, b: Stuk): number {
  if (!a.kant) return areaOf(b.vlak)
  if (!b.kant) return areaOf(a.vlak)
  const both = turf.intersect(turf.featureCollection([turf.feature(a.vlak), turf.feature(b.vlak)]))
  return both ? areaOf(both.geometry) : 0
}

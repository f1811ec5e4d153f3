/** The buurten of a draft as pieces on the map, cut where it cuts. The geometry is loaded only when there is a cut. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Buurt, Ontwerp, Snede } from '../../../functions/contract/kernindeling.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import type { Gesneden } from '../../../functions/domain/kernindeling/inwoners.ts'

type Vlak = Buurt['geometrie']
/** `id` is the buurtcode, with the side of the line when it was cut. */
export type Stuk = { id: string; buurt: Buurt; kant?: 'links' | 'rechts'; vlak: Vlak }

/** @throws Problem for a line that does not divide its buurt in two */
export async function cutStukken(sneden: readonly Snede[], buurten: readonly Buurt[]) {
  const [{ cutBuurten }, { areaOf }] = await Promise.all([
    import('../../../geodata/kernindeling/cutBuurten.ts'),
    import('../../../geodata/outline.ts'),
  ])
  const names = new Map(buurten.map(({ code, naam }) => [code, naam]))
  const pieces = cutBuurten(
    new Map(buurten.map(({ code, geometrie }) => [code, geometrie as GeoJSON.Polygon])),
    sneden,
    (code) => names.get(code) ?? code,
  )
  const stukken = pieces.map(({ buurtcode, kant, vlak }): Stuk => {
    const buurt = buurten.find(({ code }) => code === buurtcode)!
    return { id: kant ? `${buurtcode}-${kant}` : buurtcode, buurt, vlak: vlak as Vlak, ...(kant && { kant }) }
  })
  const gesneden = sneden.map(({ buurtcode, links, rechts }): Gesneden => {
    const [left = 0, right = 1] = pieces
      .filter((piece) => piece.buurtcode === buurtcode)
      .map(({ vlak }) => areaOf(vlak))
    return { buurtcode, links, rechts, aandelen: [left / (left + right), right / (left + right)] }
  })
  return { stukken, gesneden }
}

type Gemaakt = { stukken: Stuk[]; gesneden: Gesneden[]; problem?: Problem }

export function useStukken({ sneden }: Pick<Ontwerp, 'sneden'>, buurten: readonly Buurt[]): Gemaakt {
  const whole = useMemo(
    () => ({
      stukken: buurten.map((buurt): Stuk => ({ id: buurt.code, buurt, vlak: buurt.geometrie })),
      gesneden: [],
    }),
    [buurten],
  )
  const [made, setMade] = useState<Gemaakt>(whole)
  const key = JSON.stringify(sneden)
  useEffect(() => {
    if (sneden.length === 0) return setMade(whole)
    let gone = false
    cutStukken(sneden, buurten).then(
      (next) => !gone && setMade(next),
      (error) => {
        const problem = error instanceof Problem ? error : new Problem('storing', String(error))
        if (!gone) setMade({ ...whole, problem })
      },
    )
    return () => {
      gone = true
    }
  }, [key, buurten])
  return made
}

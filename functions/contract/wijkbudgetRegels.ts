/** Rules of a wijkbudget question that span several fields; each names the field and says what is wrong. */
import type * as z from 'zod'

const meld = (ctx: z.RefinementCtx, path: PropertyKey[], message: string) =>
  ctx.addIssue({ code: 'custom', path, message })

type MetWijken = { kern: string; inwoners?: number | undefined; wijken?: { wijk: string }[] | undefined }

/** A kern counts once, and so does a wijk, also when two kernen name it. */
export function checkUniqueKernen(kernen: readonly object[], ctx: z.RefinementCtx): void {
  const gezien = new Map<string, number>()
  const gezienWijken = new Set<string>()
  for (const [i, { kern, wijken = [] }] of (kernen as MetWijken[]).entries()) {
    const eerder = gezien.get(kern)
    if (eerder !== undefined)
      meld(ctx, [i, 'kern'], `De kern ${kern} staat er twee keer in (plaats ${eerder + 1} en ${i + 1}).`)
    else gezien.set(kern, i)
    for (const [j, { wijk }] of wijken.entries()) {
      if (gezienWijken.has(wijk))
        meld(ctx, [i, 'wijken', j, 'wijk'], `De wijk ${wijk} staat er twee keer in.`)
      gezienWijken.add(wijk)
    }
  }
}

/** A kern without any figure is refused, never counted as 0. */
export function checkFigure(kern: object, ctx: z.RefinementCtx): void {
  const { inwoners, wijken } = kern as MetWijken
  if (inwoners === undefined && wijken === undefined) meld(ctx, ['inwoners'], 'inwoners ontbreekt.')
}

/** A kern that has the other figure than the chosen weight needs. */
export function checkWeights(
  vraag: { gewicht: 'inwoners' | 'vertegenwoordigde-inwoners'; kernen: MetWijken[] },
  ctx: z.RefinementCtx,
): void {
  const veld = vraag.gewicht === 'inwoners' ? 'inwoners' : 'wijken'
  for (const [i, kern] of vraag.kernen.entries())
    if (kern[veld] === undefined && (kern.inwoners ?? kern.wijken) !== undefined)
      meld(
        ctx,
        ['kernen', i, veld],
        `${veld} ontbreekt bij kern ${kern.kern}; het gewicht is ${vraag.gewicht}.`,
      )
}

type Klasse = { vanInwoners?: number | null | undefined; totEnMetInwoners?: number | null | undefined }

/** Classes go up and do not overlap; only the last may be open at the top. */
export function checkKlassen(klassen: readonly object[], ctx: z.RefinementCtx): void {
  let vorige = -1
  for (const [i, { vanInwoners, totEnMetInwoners }] of (klassen as Klasse[]).entries()) {
    const van = vanInwoners ?? vorige + 1
    if (van <= vorige)
      meld(
        ctx,
        [i, 'vanInwoners'],
        `Deze klasse begint bij ${van}, maar de vorige loopt tot en met ${vorige}.`,
      )
    const tot = totEnMetInwoners ?? Number.POSITIVE_INFINITY
    if (tot < van)
      meld(ctx, [i, 'totEnMetInwoners'], `Deze klasse eindigt bij ${tot}, maar begint bij ${van}.`)
    if (tot === Number.POSITIVE_INFINITY && i < klassen.length - 1)
      meld(ctx, [i, 'totEnMetInwoners'], 'Alleen de laatste klasse mag zonder bovengrens zijn.')
    vorige = Math.max(vorige, tot)
  }
}

/** Shares of maatstaven are 100 % together; each maatstaf is named once. */
export function checkShares(
  maatstaven: readonly { maatstaf: string; aandeelPct: string | number }[],
  ctx: z.RefinementCtx,
): void {
  // Millionths of a percent as whole numbers: at most 6 decimals, so rounding only undoes the float.
  const som = maatstaven.reduce((totaal, { aandeelPct }) => totaal + Math.round(Number(aandeelPct) * 1e6), 0)
  if (som !== 100e6)
    meld(ctx, [], `De aandelen van de maatstaven zijn samen ${som / 1e6}% en moeten 100% zijn.`)
  if (new Set(maatstaven.map(({ maatstaf }) => maatstaf)).size < maatstaven.length)
    meld(ctx, [], 'Noem elke maatstaf één keer.')
}

/** Bounds are whole units (else a bounded kern could not get exactly its bound), and the floor is not above the cap. */
export function checkBounds(
  vraag: {
    eenheidCenten: number
    ondergrensCenten?: number | null | undefined
    bovengrensCenten?: number | null | undefined
  },
  ctx: z.RefinementCtx,
): void {
  const { eenheidCenten, ondergrensCenten, bovengrensCenten } = vraag
  for (const veld of ['ondergrensCenten', 'bovengrensCenten'] as const)
    if ((vraag[veld] ?? 0) % eenheidCenten !== 0)
      meld(
        ctx,
        [veld],
        `${veld} (${vraag[veld]}) moet een veelvoud zijn van eenheidCenten (${eenheidCenten}).`,
      )
  if (ondergrensCenten != null && bovengrensCenten != null && ondergrensCenten > bovengrensCenten)
    meld(
      ctx,
      ['ondergrensCenten'],
      `ondergrensCenten (${ondergrensCenten}) ligt boven bovengrensCenten (${bovengrensCenten}).`,
    )
}

/** The judgement of a source, in words and numbers. */
import { findGaps, findOverlaps } from './coverage.ts'
import { type Finding, surface, toLines, treatmentOf } from './findings.ts'
import { measure, polygonsOf } from './measure.ts'
import { isSloppy, mendCoverage } from './mendCoverage.ts'
import type { Gebied, Gelezen } from './readGebieden.ts'
import { count, Refusal } from './source.ts'

const plural = { buurt: 'buurten', wijk: 'wijken', postcode: 'postcodes' } as const
const amount = (many: number, soort: Gelezen['soort']) =>
  `${count(many)} ${many === 1 ? soort : plural[soort]}`

/** Adds to the findings what is wrong between the areas. `say` hears the progress of long work. */
export function checkGebieden(gelezen: Gelezen, say: (line: string) => void = () => {}): Finding[] {
  const gebieden = gelezen.gebieden
  const overlaps = findOverlaps(gebieden, (done, of) =>
    say(`Overlap: ${count(done)} van ${count(of)} paren.`),
  )
  say(`Gaten zoeken tussen ${amount(gebieden.length, gelezen.soort)}.`)
  const gaps = findGaps(gebieden, gelezen.water)
  return [
    ...gelezen.findings,
    ...overlaps.map(
      ({ code, other, squareMeters }): Finding => ({
        kind: 'overlap',
        where: `${code} en ${other}`,
        squareMeters,
      }),
    ),
    ...gaps.map((gap): Finding => {
      const [lon, lat] = gap.ring[0]!.map((degrees) => degrees.toFixed(5))
      return {
        kind: isSloppy(gap) ? 'gat' : 'opening',
        where: `bij [${lon}, ${lat}]`,
        squareMeters: gap.squareMeters,
      }
    }),
  ]
}

/**
 * The areas fit for use: as they are when nothing is wrong, mended when `mend` is set.
 *
 * @throws Refusal with the report when something cannot be mended, or may not be
 */
export function acceptGebieden(
  gelezen: Gelezen,
  findings: readonly Finding[],
  name: string,
  mend: boolean,
): Gebied[] {
  const fatal = findings.filter((finding) => treatmentOf(finding) === 'fataal')
  const mendable = findings.filter((finding) => treatmentOf(finding) === 'herstelbaar')
  const refuse = (message: string) =>
    new Refusal(message, { lines: describe(gelezen, findings, name, false) })
  if (fatal.length > 0) {
    throw refuse(`${name} is niet te gebruiken: ${toLines(fatal, false).join(' ')}`)
  }
  if (mendable.length > 0 && !mend) {
    throw refuse(
      `${name} heeft ${count(mendable.length)} ${mendable.length === 1 ? 'gebrek' : 'gebreken'}. Laat het herstellen met --herstel, of neem een ander bestand.`,
    )
  }
  return mendable.some(({ kind }) => kind === 'overlap' || kind === 'gat')
    ? mendCoverage(gelezen.gebieden, gelezen.water)
    : gelezen.gebieden
}

/** The report: what was read, how large it is, and every kind of finding with its places. */
export function describe(
  gelezen: Gelezen,
  findings: readonly Finding[],
  name: string,
  mended: boolean,
): string[] {
  const { soort, gebieden, water, elders, stelsel } = gelezen
  const squareMeters = gebieden.reduce((sum, { vlak }) => sum + measure(vlak).squareMeters, 0)
  const vertices = gebieden.reduce((sum, { vlak }) => sum + polygonsOf(vlak).flat(2).length, 0)
  const known = gebieden.flatMap(({ inwoners }) => inwoners ?? [])
  const people = known.reduce((sum, inwoners) => sum + inwoners, 0)
  return [
    `Bron: ${name}, coördinaten in ${stelsel}.`,
    `Gelezen: ${amount(gebieden.length, soort)}, ${count(vertices)} punten, ${surface(squareMeters)}. Weggelaten: ${count(water.length)} keer water, ${count(elders)} in een andere gemeente.`,
    `Inwoners: ${count(people)}; ${known.length === gebieden.length ? 'elk gebied heeft een cijfer' : `van ${amount(gebieden.length - known.length, soort)} is er geen cijfer`}.`,
    ...toLines(findings, mended),
    ...(findings.some((finding) => treatmentOf(finding) !== 'stil')
      ? []
      : ['Er zijn geen gebreken gevonden.']),
  ]
}

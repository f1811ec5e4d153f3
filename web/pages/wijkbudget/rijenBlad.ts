/** The sheet on the screen as a table to take along. */
import type { Blad, Kolom } from '../../export/blad.ts'
import { nlWijkbudget as t } from '../../texts/nlWijkbudget.ts'
import type { Rij } from './rijen.ts'

export function rijenBlad(rijen: readonly Rij[], jaar: number): Blad {
  const som = (kop: string): Kolom => ({ kop, soort: 'bedrag', som: true })
  return {
    naam: String(jaar),
    kolommen: [
      { kop: t.kern, soort: 'tekst' },
      { kop: 'Kerncode', soort: 'tekst' },
      { kop: t.jaar, soort: 'aantal' },
      { kop: t.inwoners, soort: 'aantal', som: true },
      som(t.bedrag),
      som(t.vorig(jaar - 1)),
      som(t.verschil),
      { kop: t.verschilPct, soort: 'procent' },
      { kop: t.perInwonerKolom, soort: 'bedrag' },
      { kop: t.uitleg, soort: 'tekst' },
    ],
    rijen: rijen.map((rij) => [
      rij.naam,
      rij.kern,
      jaar,
      rij.inwoners,
      rij.bedragCenten,
      rij.vorigCenten,
      rij.verschilCenten,
      rij.verschilPct,
      rij.perInwonerCenten,
      rij.uitleg,
    ]),
  }
}

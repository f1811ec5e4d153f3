/** What finance takes along, as tables: a verdeling, a ledger, onderbesteding and scenario's beside each other. */
import type { Grootboek } from '../../functions/contract/grootboek.ts'
import type { Onderbesteding } from '../../functions/contract/onderbesteding.ts'
import type { VergelijkAntwoord } from '../../functions/contract/scenario.ts'
import type { Verdeling } from '../../functions/contract/verdeling.ts'
import type { Blad, Kolom } from './blad.ts'

const tekst = (kop: string): Kolom => ({ kop, soort: 'tekst' })
const bedrag = (kop: string): Kolom => ({ kop, soort: 'bedrag' })
const som = (kop: string): Kolom => ({ kop, soort: 'bedrag', som: true })
const aantal = (kop: string): Kolom => ({ kop, soort: 'aantal' })
const procent = (kop: string): Kolom => ({ kop, soort: 'procent' })

/** One sheet per year. */
export const verdelingBlad = ({
  jaar,
  antwoord,
  bevolking,
}: Pick<Verdeling, 'jaar' | 'antwoord' | 'bevolking'>): Blad => ({
  naam: String(jaar),
  kolommen: [
    tekst('Kern'),
    tekst('Kerncode'),
    aantal('Jaar'),
    { ...aantal('Inwoners'), som: true },
    som('Bedrag'),
    tekst('Uitleg'),
  ],
  rijen: antwoord.aandelen.map(({ kern, naam = kern, bedragCenten, uitleg }) => [
    naam,
    kern,
    jaar,
    bevolking.find((each) => each.kern === kern)?.inwoners ?? null,
    bedragCenten,
    uitleg,
  ]),
})

/** One sheet per year of a kern. `In` and `Uit` add up to the saldo; promises stand apart. */
export const grootboekBlad = ({ jaar, regels }: Pick<Grootboek, 'jaar' | 'regels'>): Blad => ({
  naam: String(jaar),
  kolommen: [
    aantal('Regel'),
    { kop: 'Datum', soort: 'datum' },
    tekst('Soort'),
    tekst('Nummer'),
    tekst('Omschrijving'),
    som('In'),
    som('Uit'),
    som('Toegezegd'),
    bedrag('Saldo'),
    bedrag('Vrij'),
    tekst('Taakveld'),
    tekst('Iv3-categorie'),
    tekst('Kostenplaats'),
    tekst('Grootboeknummer'),
    tekst('Bijlagen'),
  ],
  rijen: regels.map((regel) => [
    regel.volgnummer,
    regel.datum,
    regel.tegenVan === undefined ? regel.soort : `${regel.soort}, tegen regel ${regel.tegenVan}`,
    regel.nummer ?? '',
    regel.omschrijving,
    ...movementsOf(regel),
    regel.saldoCenten,
    regel.vrijCenten,
    regel.taakveld ?? '',
    regel.iv3Categorie ?? '',
    regel.kostenplaats ?? '',
    regel.grootboeknummer ?? '',
    (regel.bijlagen ?? []).join(', '),
  ]),
})

type Regel = Grootboek['regels'][number]

/** In, out and promised; a line that undoes another has the opposite sign. A slot moves nothing. */
export function movementsOf({
  soort,
  bedragCenten,
  nummer,
  tegenVan,
}: Regel): [number | null, number | null, number | null] {
  const waarde = tegenVan === undefined ? bedragCenten : -bedragCenten
  switch (soort) {
    case 'opening':
    case 'toekenning':
      return [waarde, null, null]
    case 'terugvordering':
      return [null, waarde, null]
    case 'betaling':
      return [null, waarde, nummer === undefined ? null : -waarde]
    case 'reservering':
    case 'verplichting':
      return [null, null, waarde]
    case 'vrijval':
      return [null, null, -waarde]
    case 'slot':
      return [null, null, null]
  }
}

export const onderbestedingBlad = ({ jaar, peildatum, kernen }: Onderbesteding): Blad => ({
  naam: String(jaar),
  kolommen: [
    tekst('Kern'),
    { kop: 'Peildatum', soort: 'datum' },
    som('Budget'),
    som('Vastgelegd'),
    som('Vrij'),
    procent('Vrij in procenten'),
  ],
  rijen: kernen.map(({ naam, budgetCenten, vastgelegdCenten, vrijCenten, vrijPct }) => [
    naam,
    peildatum,
    budgetCenten,
    vastgelegdCenten,
    vrijCenten,
    vrijPct,
  ]),
})

/** A sheet per scenario, each against the basis. */
export const vergelijkingBladen = ({ scenarios }: VergelijkAntwoord): Blad[] =>
  scenarios.map(({ naam, rijen }, i) => ({
    naam: `${i + 1} ${naam.replace(/[:\\/?*[\]]/g, ' ')}`.slice(0, 31),
    kolommen: [
      tekst('Kern'),
      { ...aantal('Inwoners'), som: true },
      som('Oud'),
      som('Nieuw'),
      som('Verschil'),
      procent('Verschil in procenten'),
      bedrag('Per inwoner'),
      tekst('Uitleg'),
    ],
    rijen: rijen.map((rij) => [
      rij.naam,
      rij.inwoners,
      rij.oudCenten,
      rij.nieuwCenten,
      rij.verschilCenten,
      rij.verschilPct,
      rij.perInwonerCenten,
      rij.uitleg,
    ]),
  }))

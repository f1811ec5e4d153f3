/** Dutch of the ways to divide a wijkbudget and of what they ask. */
import type { Methode } from '../../functions/contract/wijkbudget.ts'

/** Every way except moving money within a year, which has a screen of its own. */
export const methodeNaam = {
  'naar-rato': 'Naar inwoners',
  'basis-plus-rest-naar-rato': 'Vast bedrag per kern, de rest naar inwoners',
  'naar-rato-met-grenzen': 'Naar inwoners, met een minimum en maximum',
  'basis-plus-per-inwoner': 'Vast bedrag per kern, plus een bedrag per inwoner',
  'basis-per-type-plus-per-inwoner': 'Vast bedrag per soort kern, plus een bedrag per inwoner',
  'basis-per-klasse-plus-per-inwoner': 'Vast bedrag naar grootte, plus een bedrag per inwoner',
  staffel: 'Een bedrag naar grootte',
  gelijk: 'Elke kern evenveel',
  'gewogen-maatstaven': 'Deels naar inwoners, deels naar oppervlakte, deels gelijk',
  'ingroei-lineair': 'In stappen van vorig jaar naar de nieuwe verdeling',
  'ingroei-begrensd': 'Nieuwe verdeling, met een grens aan het verschil per inwoner',
  'korten-naar-rato': 'Vast bedrag plus bedrag per inwoner, met een plafond voor alles samen',
} satisfies Partial<Record<Methode, string>>
export type SchermMethode = keyof typeof methodeNaam

export const methodeUitleg: Record<SchermMethode, string> = {
  'naar-rato': 'Een kern met twee keer zoveel inwoners krijgt twee keer zoveel.',
  'basis-plus-rest-naar-rato': 'Elke kern krijgt eerst hetzelfde bedrag. Wat over is, gaat naar inwoners.',
  'naar-rato-met-grenzen': 'Geen kern krijgt minder dan het minimum of meer dan het maximum.',
  'basis-plus-per-inwoner': 'Er is geen vast totaal: het totaal volgt uit de bedragen.',
  'basis-per-type-plus-per-inwoner': 'Bijvoorbeeld: een dorp krijgt een ander vast bedrag dan een stad.',
  'basis-per-klasse-plus-per-inwoner': 'Grotere kernen kunnen een ander vast bedrag krijgen.',
  staffel: 'Het bedrag hangt alleen af van de grootte van de kern.',
  gelijk: 'Het aantal inwoners telt niet mee.',
  'gewogen-maatstaven': 'U kiest welk deel van het totaal langs welke weg gaat.',
  'ingroei-lineair': 'Elk jaar is de stap even groot. In het laatste jaar is het de nieuwe verdeling.',
  'ingroei-begrensd':
    'Het totaal blijft dat van vorig jaar. Geen kern gaat verder omhoog of omlaag dan de grens.',
  'korten-naar-rato': 'Komt het samen boven het plafond? Dan gaat bij elke kern hetzelfde deel eraf.',
}

export const nlVerdelen = {
  veld: {
    totaal: 'Totaal te verdelen',
    basis: 'Vast bedrag per kern',
    perInwoner: 'Bedrag per inwoner',
    ondergrens: 'Minimum per kern',
    bovengrens: 'Maximum per kern',
    plafond: 'Plafond voor alle kernen samen',
    grens: 'Grens aan het verschil, per inwoner',
    stap: 'Welk jaar van de ingroei is dit?',
    stappen: 'In hoeveel jaar?',
    pctInwoners: 'Deel naar inwoners, in %',
    pctOppervlakte: 'Deel naar oppervlakte, in %',
    pctGelijk: 'Deel voor elke kern gelijk, in %',
    klassen: 'Grootte van de kern',
    typen: 'Soorten kernen',
    type: 'Welke soort is elke kern?',
    vertegenwoordigd: 'Voor hoeveel inwoners spreekt het kernoverleg?',
  },
  hulp: {
    totaal: 'Bijvoorbeeld 125.000 of 125.000,50',
    perInwoner: 'Bijvoorbeeld 2,50 of 0,825',
    grens: 'Bijvoorbeeld 2,50',
    stap: 'Bijvoorbeeld 1',
    stappen: 'Bijvoorbeeld 4',
  } as Partial<Record<string, string>>,
  klasse: {
    tot: 'Tot en met inwoners',
    bedrag: 'Bedrag',
    leegIsMeer: 'Laat de grens van de laatste regel leeg: die geldt voor alle grotere kernen.',
    regel: (n: number) => `Regel ${n}`,
  },
  soort: { naam: 'Soort', bedrag: 'Vast bedrag', kies: 'Kies een soort' },
  erbij: 'Regel erbij',
  eraf: (n: number) => `Haal regel ${n} weg`,
  gewicht: 'Welke inwoners tellen mee?',
  gewichten: {
    inwoners: 'Alle inwoners',
    'vertegenwoordigde-inwoners': 'Inwoners voor wie het kernoverleg spreekt',
  },
  eenheid: 'Afronden op',
  eenheden: { '1': 'hele centen', '100': 'hele euro’s', '10000': 'hele honderden euro’s' },
  bevolking: 'Inwoners van',
  bevolkingVersie: (versie: number, datum: string, bron: string) => `${datum}, ${bron} (versie ${versie})`,
  controletotaal: 'Aantal inwoners in het besluit',
  controletotaalHulp:
    'Wij vergelijken dit met de optelling van de kernen. Is er verschil? Dan kan niemand vaststellen.',
  vergelijk: 'Vergelijk met de afronding van Sainte-Laguë',
  sainteLague: 'Verschil bij Sainte-Laguë',
  sainteLagueUitleg: (n: number) =>
    n === 0
      ? 'Met de afronding van Sainte-Laguë krijgt elke kern precies hetzelfde.'
      : `Met de afronding van Sainte-Laguë ${n === 1 ? 'krijgt 1 kern' : `krijgen ${n} kernen`} een ander bedrag. De kolom laat het verschil zien.`,
  ingroei: {
    titel: 'De ingroei per jaar',
    jaar: (n: number, jaar: number) => `Jaar ${n} (${jaar})`,
    nu: 'Vorig jaar',
  },
  fout: {
    geenAantal: (tekst: string) => `"${tekst}" is geen aantal. Schrijf bijvoorbeeld 2.500.`,
    geenTarief: (tekst: string) =>
      `"${tekst}" is geen bedrag per inwoner. Schrijf bijvoorbeeld 2,50 of 0,825.`,
    geenProcent: (tekst: string) => `"${tekst}" is geen percentage. Schrijf bijvoorbeeld 60 of 12,5.`,
    geenHonderd: (samen: string) => `Samen is dit ${samen}%. Maak er 100% van.`,
    onderBoven: 'Het minimum is hoger dan het maximum.',
    veelvoud: (eenheid: string) => `Dit bedrag past niet bij de afronding op ${eenheid}.`,
    klassenOplopend: 'De grenzen moeten oplopen. Alleen de laatste regel mag zonder grens zijn.',
    stapTeVer: 'Dit jaar ligt na het laatste jaar van de ingroei.',
    geenVorig: 'Voor het jaar ervoor is niets vastgesteld. Kies een andere manier van verdelen.',
    typeOntbreekt: (kernen: string) => `Kies een soort voor: ${kernen}.`,
    geenInwoners: (kernen: string) =>
      `Er is geen aantal inwoners van: ${kernen}. Leg het eerst vast bij Inwoners.`,
    vertegenwoordigd: (kern: string) => `Vul bij ${kern} een heel aantal in.`,
  },
}

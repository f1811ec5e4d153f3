/** Dutch of the public screens beside reporting. */
import type { Hulp } from '../../functions/contract/initiatief.ts'
import type { Reden, Status } from '../../functions/contract/melding.ts'
import { bronNaam } from './format.ts'

export const statusNaam: Record<Status, string> = {
  ontvangen: 'Ontvangen',
  'in-behandeling': 'In behandeling',
  gepland: 'Gepland',
  gesloten: 'Gesloten',
}

export const redenNaam: Record<Reden, string> = {
  opgelost: 'opgelost',
  'niet-van-ons': 'niet van ons',
  'geen-actie': 'geen actie nodig',
  dubbel: 'al eerder gemeld',
  ingetrokken: 'ingetrokken door de melder',
}

export const hulpNaam: Record<Hulp, string> = {
  geld: 'Geld',
  kennis: 'Kennis',
  ruimte: 'Een ruimte of plek',
  materiaal: 'Materiaal',
  vergunning: 'Een vergunning',
  aandacht: 'Aandacht',
}

export const nlKaart = {
  nietGevonden: {
    titel: 'Deze pagina is er niet',
    uitleg: 'Misschien is de link oud of is er iets verkeerd getypt. Hier kunt u verder:',
  },
  kaart: {
    titel: 'Wat speelt er in uw kern?',
    inleiding: 'Bekijk per kern wat bewoners melden en welke plannen zij maken.',
    meld: 'Iets melden',
    tabel: 'Meldingen en initiatieven per kern',
    tabelUitleg: 'Kies een kern voor meer.',
    kern: 'Kern',
    vervallen: (naam: string) => `${naam} (kern bestaat niet meer)`,
    meldingen: 'Mel\u00addingen',
    per1000: 'Per 1.000 inwoners',
    initiatieven: 'Initia\u00adtieven',
    inwoners: 'Inwoners',
    totaal: 'Hele gemeente',
    weergave: 'Op de kaart',
    laag: { vlakken: 'Kernen', hitte: 'Hittekaart', punten: 'Initiatieven' },
    per1000Schakel: 'Toon per 1.000 inwoners',
    legenda: 'Legenda',
    legendaAantal: 'Aantal meldingen',
    legendaPer: 'Meldingen per 1.000 inwoners',
    legendaHitte: 'Hoe roder, hoe meer meldingen op die plek',
    weinig: 'weinig',
    veel: 'veel',
    arcering: 'Weinig inwoners: één melding telt hier zwaar mee',
    kaartTitel: 'Kaart van de kernen met het aantal meldingen',
    hitteLeeg: 'In deze periode staan er geen meldingen op de kaart.',
    besloten: (n: number) =>
      n === 1
        ? '1 melding staat niet op de kaart: die plek is niet openbaar. De melding telt wel mee in de tabel.'
        : `${n.toLocaleString('nl-NL')} meldingen staan niet op de kaart: hun plek is niet openbaar. Zij tellen wel mee in de tabel.`,
    gekozen: (kern: string) => `${kern}: wat is er gemeld?`,
    naarKern: (kern: string) => `Alles over ${kern}`,
    wis: 'Toon alle kernen',
    indeling: {
      naam: 'Welke kern telt?',
      toen: 'De kern van toen',
      nu: 'De kern van nu',
      uitleg: {
        toen: 'De kernen zijn anders ingedeeld. Een afgesloten melding telt hier bij de kern waar de plek toen bij hoorde.',
        nu: 'De kernen zijn anders ingedeeld. Elke melding telt hier bij de kern waar de plek nu bij hoort.',
      },
    },
    leegTitel: 'Er is in deze periode nog niets gemeld',
    leeg: 'Hier ziet u straks per kern hoeveel meldingen er zijn. Kies een andere periode of doe de eerste melding.',
    perCategorie: 'Per onderwerp',
    bijwerken: 'De cijfers worden bijgewerkt…',
    sorteer: (kolom: string) => `Sorteer op ${kolom.toLowerCase()}`,
  },
  periode: {
    label: 'Periode',
    alles: 'Alles tot nu toe',
    maand: 'Deze maand',
    'vorige-maand': 'Vorige maand',
    'twaalf-maanden': 'Laatste 12 maanden',
    jaar: 'Dit jaar',
    zelf: 'Zelf kiezen',
    van: 'Van',
    tot: 'Tot en met',
    perMaand: 'Meldingen per maand',
    hoogste: (aantal: string) => `Hoogste balk: ${aantal}`,
    alsTabel: 'Toon als tabel',
    maandKop: 'Maand',
    meldingen: 'Meldingen',
    kiesMaand: (maand: string, aantal: string) => `${maand}: ${aantal} meldingen`,
  },
  initiatieven: {
    titel: 'Initiatieven van bewoners',
    inleiding: 'Plannen van bewoners voor hun eigen buurt. Met of zonder geld.',
    nieuw: 'Uw plan indienen',
    kern: 'Kern',
    alleKernen: 'Alle kernen',
    leegTitel: 'Hier staan nog geen plannen',
    leeg: 'Hebt u een idee voor uw buurt? Dien het eerste plan in.',
    hulp: 'Vraagt om',
    geenHulp: 'Geen hulp nodig',
    ingediend: (datum: string) => `Ingediend op ${datum}`,
    meer: 'Meer laden',
    kaartTitel: 'Kaart met de plannen van bewoners',
  },
  nieuwInitiatief: {
    titel: 'Uw plan indienen',
    inleiding:
      'Vertel wat u wilt doen en waar. Iedereen kan lezen wat u hier schrijft. Zet er dus geen namen of telefoonnummers in.',
    naam: 'Hoe heet uw plan?',
    omschrijving: 'Wat wilt u doen?',
    omschrijvingHulp: 'Voor wie is het en wat wordt er beter?',
    hulp: 'Welke hulp vraagt u?',
    hulpUitleg: 'Kies wat u nodig hebt. Niets kiezen mag ook.',
    waar: 'Waar is het?',
    verstuur: 'Dien het plan in',
    bezig: 'Uw plan wordt verstuurd…',
    nietVerstuurd: 'Uw plan is niet verstuurd',
    klaar: 'Uw plan is binnen',
    klaarUitleg: (nummer: string, kern: string) =>
      `Uw nummer is ${nummer}. De coördinator van ${kern} neemt uw plan in behandeling.`,
    bekijk: 'Bekijk alle plannen',
    fout: {
      titel: 'Schrijf hoe uw plan heet.',
      omschrijving: 'Schrijf wat u wilt doen.',
      plek: 'Kies een plek.',
    },
  },
  mijnKern: {
    titel: 'Mijn kern',
    kies: 'In welke kern woont u?',
    kiesUitleg: 'Kies uw kern. Dan ziet u wat daar speelt.',
    inwoners: (aantal: string) => `${aantal} inwoners`,
    geenInwoners: 'Aantal inwoners niet bekend',
    inwonersBron: (datum: string, bron: string) => `Inwoners op ${datum} (${bronNaam(bron)}).`,
    andere: 'Kies een andere kern',
    meldingen: 'Laatste meldingen',
    besloten: (n: number) =>
      n === 1
        ? '1 melding staat niet in deze lijst: die is niet openbaar.'
        : `${n.toLocaleString('nl-NL')} meldingen staan niet in deze lijst: die zijn niet openbaar.`,
    meldingenLeeg: 'Hier is nog niets gemeld. Ziet u iets? Meld het.',
    initiatieven: 'Plannen van bewoners',
    initiatievenLeeg: 'Hier zijn nog geen plannen. Hebt u een idee? Dien het in.',
    cijfers: 'In het kort',
    gemeldDezeMaand: 'Gemeld deze maand',
    afgerond: 'Afgerond tot nu toe',
    open: 'Nog open',
    plannen: 'Plannen van bewoners',
    onbekend: 'Deze kern kennen wij niet. Kies uw kern uit de lijst.',
    geplandOp: (datum: string) => `op ${datum}`,
  },
  volg: {
    open: 'Volg uw melding',
  },
  paginas: {
    privacy: 'Privacy',
    toegankelijkheid: 'Toegankelijkheid',
  },
}

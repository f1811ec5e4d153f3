/**
 * What example meldingen say: made up, about nobody. Sentences are by category code; a
 * category without any gets `overig`. Months (1–12) keep ice out of June.
 */
export type Onderwerp = {
  gewicht: number
  maanden?: readonly number[]
  /** Only happens by the sea. */
  kust?: true
  teksten: readonly string[]
}

export const overig: Onderwerp = {
  gewicht: 2,
  teksten: [
    'Ik weet niet precies bij wie ik moet zijn. Er ligt een losse kabel over het pad.',
    'Bij het informatiebord is het glas gebarsten.',
    'De vlag bij het dorpsplein is losgeraakt.',
  ],
}

export const onderwerpen: Readonly<Record<string, Onderwerp>> = {
  'weg-en-stoep': {
    gewicht: 14,
    teksten: [
      'Er zit een diep gat in de weg, precies waar fietsers rijden.',
      'Een paar stoeptegels liggen los. Met de rollator is dat lastig.',
      'Boomwortels duwen het fietspad omhoog.',
      'Na de regen blijft er een grote kuil met water staan naast de oprit.',
      'De stoeprand is afgebroken bij de oversteek.',
    ],
  },
  straatverlichting: {
    gewicht: 11,
    teksten: [
      'De lantaarn bij de bocht brandt niet. Het is daar erg donker.',
      'De lamp knippert de hele avond.',
      'Drie lantaarns naast elkaar doen het niet.',
      'De lantaarnpaal staat scheef na de storm.',
    ],
  },
  'onveilig-verkeer': {
    gewicht: 7,
    teksten: [
      'Auto’s rijden hier te hard, vooral als de school uitgaat.',
      'Door de hoge haag ziet u bij deze bocht niets aankomen.',
      'De oversteek naar de bushalte voelt onveilig.',
    ],
  },
  'borden-en-verkeerslichten': {
    gewicht: 5,
    teksten: [
      'Het verkeersbord is omver gereden.',
      'Het paaltje op het fietspad is weg, er rijden nu auto’s over.',
      'Het straatnaambord is niet meer te lezen.',
    ],
  },
  gladheid: {
    gewicht: 5,
    maanden: [11, 12, 1, 2],
    teksten: ['Het fietspad is spekglad, er is niet gestrooid.', 'Er ligt ijs op de brug naar het dorp.'],
  },
  'bankjes-en-speelplekken': {
    gewicht: 6,
    teksten: [
      'De schommel op de speelplek hangt aan één ketting.',
      'Een plank van het bankje is gebroken.',
      'De ruit van het bushokje is kapot, er ligt glas.',
    ],
  },
  bomen: {
    gewicht: 8,
    teksten: [
      'Er hangt een grote losse tak boven het pad.',
      'Na de wind ligt er een boom over de sloot.',
      'De takken hangen zo laag dat u er met de fiets niet onderdoor kunt.',
    ],
  },
  'gras-en-planten': {
    gewicht: 8,
    teksten: [
      'Het gras in de berm is zo hoog dat het zicht weg is.',
      'Er staat veel onkruid tussen de stoeptegels.',
      'De struiken groeien over het voetpad.',
    ],
  },
  'water-en-bruggen': {
    gewicht: 4,
    teksten: [
      'Er drijft veel vuil in de sloot.',
      'Een plank van het bruggetje ligt los.',
      'De oever zakt in naast het wandelpad.',
    ],
  },
  'riool-en-wateroverlast': {
    gewicht: 6,
    teksten: [
      'De put is verstopt, het water blijft op straat staan.',
      'Het deksel van de put ligt los en rammelt bij elke auto.',
      'Het ruikt naar riool bij het plein.',
    ],
  },
  'afvalbakken-en-containers': {
    gewicht: 9,
    teksten: [
      'De afvalbak bij het bankje is overvol.',
      'De ondergrondse container gaat niet open.',
      'Onze straat is overgeslagen bij het legen van de containers.',
    ],
  },
  'zwerfafval-en-vegen': {
    gewicht: 8,
    teksten: [
      'Na het weekend ligt er veel afval in het parkje.',
      'Er ligt glas op het fietspad.',
      'De stoep ligt vol blad en is glad.',
    ],
  },
  'gedumpt-afval': {
    gewicht: 6,
    teksten: [
      'Iemand heeft een bank naast de container gezet.',
      'Er ligt puin in de berm.',
      'Er staan vuilniszakken naast de glasbak.',
    ],
  },
  'gevaarlijk-afval': {
    gewicht: 1,
    teksten: ['Er ligt een plas olie op de weg.', 'In de berm staan twee vaten zonder etiket.'],
  },
  dieren: {
    gewicht: 4,
    teksten: [
      'Er ligt een dode vogel langs de weg.',
      'Op het grasveld ligt veel hondenpoep.',
      'In de eik zitten rupsen met haren.',
    ],
  },
  'overlast-op-straat': {
    gewicht: 5,
    teksten: [
      'Er is graffiti op de muur van het buurthuis gespoten.',
      'Deelscooters staan dwars op de stoep.',
      'Er stinkt iets bij het gemaal.',
    ],
  },
  'strand-en-duin': {
    gewicht: 5,
    kust: true,
    teksten: [
      'De strandopgang ligt vol zand, een rolstoel komt er niet door.',
      'Het hek langs het duinpad is omgevallen.',
      'Er ligt een visnet op het strand.',
    ],
  },
  strandafval: {
    gewicht: 4,
    kust: true,
    teksten: [
      'Na het mooie weekend ligt het strand vol plastic.',
      'De afvalbak bij de strandopgang is overvol.',
      'In het duin liggen blikjes en glas.',
    ],
  },
  aangespoeld: {
    gewicht: 1,
    kust: true,
    teksten: ['Er is een zeehond aangespoeld.', 'Op het strand ligt een vat zonder etiket.'],
  },
  duinbrand: {
    gewicht: 1,
    maanden: [4, 5, 6, 7, 8],
    kust: true,
    teksten: ['In het duin is een zwarte plek van een kampvuur.', 'Er wordt gebarbecued in het droge duin.'],
  },
  'zwemmen-in-zee': {
    gewicht: 1,
    maanden: [5, 6, 7, 8, 9],
    kust: true,
    teksten: ['Het bord over de stroming is weg.', 'De vlag bij de post hangt niet uit.'],
  },
  strandopgang: {
    gewicht: 3,
    kust: true,
    teksten: [
      'Op de strandopgang ligt zo veel zand dat een rolstoel er niet door komt.',
      'De leuning van de trap naar het strand is los.',
    ],
  },
}

/** Behind every text, so that nobody takes an example for real. */
export const merk = '(voorbeeld)'

export const toelichtingen = {
  'in-behandeling': 'We hebben uw melding doorgegeven aan onze buitendienst.',
  gepland: 'We hebben het werk ingepland.',
  opgelost: 'Het is opgelost. Bedankt voor uw melding.',
  'niet-van-ons': 'Dit is niet van de gemeente. We hebben het doorgegeven aan de eigenaar.',
  'geen-actie': 'We hebben gekeken en hoeven nu niets te doen.',
  dubbel: 'Dit was al bij ons gemeld.',
  ingetrokken: 'De melder heeft de melding ingetrokken.',
} as const

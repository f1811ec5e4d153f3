/** The two pages of running text: what is done with what people tell, and for whom this site works. */
export type Alinea = {
  kop: string
  tekst: string[]
  /** Followed by the address of who answers for the service. */
  contact?: true
}
type Pagina = { titel: string; alineas: Alinea[] }

/** @param dagen days after closing that contact data is kept; undefined as long as nobody knows. */
export const makePrivacy = (dagen: number | undefined): Pagina => ({
  titel: 'Privacy',
  alineas: [
    {
      kop: 'Wat bewaren wij van u?',
      tekst: [
        'Van een melding bewaren wij het onderwerp, de plek en wat u schrijft. Uw naam, e-mailadres en telefoonnummer hoeft u niet te geven.',
        'Geeft u die wel? Dan gebruiken wij ze alleen voor vragen en berichten over uw melding. Wij bewaren ze apart van de melding.',
      ],
    },
    {
      kop: 'Wie ziet wat?',
      tekst: [
        'Iedereen ziet het onderwerp, de plek en de stand van een melding. Bij sommige onderwerpen niet: dat staat er dan bij als u meldt. Zo’n melding telt alleen mee in het aantal meldingen van een kern. Wat u schrijft, zien alleen medewerkers van de gemeente en uzelf met uw volglink.',
        'Een initiatief is openbaar. Iedereen kan de tekst lezen.',
      ],
    },
    {
      kop: 'Hoe lang?',
      tekst: [
        dagen
          ? `Wij wissen uw contactgegevens ${dagen} dagen nadat uw melding is gesloten. De melding zelf blijft staan, zonder uw contactgegevens.`
          : 'Wij wissen uw contactgegevens een vaste tijd nadat uw melding is gesloten. De melding zelf blijft staan, zonder uw contactgegevens.',
      ],
    },
    {
      kop: 'Uw apparaat',
      tekst: [
        'Wij plaatsen geen volgcookies. Wat u typt in een melding, blijft in dit tabblad staan tot u verstuurt of het tabblad sluit. Daarna blijft alleen uw nummer met de volglink in dit tabblad, tot u iets nieuws meldt of het tabblad sluit.',
        'Foto’s bij uw melding staan op uw apparaat tot u verstuurt, hoogstens een dag. Hebt u geen internet? Dan staat uw melding met foto’s op uw apparaat klaar tot wij hem verstuurd hebben. U kunt hem daar zelf verwijderen.',
        'Uw browser bewaart een willekeurige code. Daarmee tellen wij hoeveel meldingen in korte tijd van één apparaat komen. Wij weten niet van wie die code is en bewaren hem na die dag niet.',
        'Kiest u een andere taal? Dan onthoudt uw browser dat.',
        'Zoekt u een adres? Dan vraagt uw browser dat aan de Locatieserver van het Kadaster. Uw eigen plek gebruiken wij alleen als u daarop klikt.',
      ],
    },
    {
      kop: 'Uw rechten',
      tekst: [
        'U mag uw gegevens zien, laten verbeteren en laten wissen. U mag ook bezwaar maken tegen het gebruik. Vraag het de gemeente en noem uw nummer.',
        'Bent u niet tevreden met het antwoord? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.',
      ],
      contact: true,
    },
  ],
})

export const toegankelijkheid: Pagina = {
  titel: 'Toegankelijkheid',
  alineas: [
    {
      kop: 'Voor iedereen',
      tekst: [
        'Wij maken deze website zo dat u haar kunt gebruiken met het toetsenbord, met een voorleesprogramma en met sterk vergrote tekst. Wij volgen daarbij de regels van WCAG 2.2, niveau AA.',
        'Wij controleren dat bij elke wijziging met een programma. Zo’n programma vindt niet alles. Er is nog geen onderzoek door anderen gedaan.',
      ],
    },
    {
      kop: 'Zonder kaart',
      tekst: [
        'Bij elke kaart staat een tabel of een lijst. Een plek kiest u ook met een adres, met coördinaten, met knoppen of door een kern te kiezen.',
      ],
    },
    {
      kop: 'Zonder JavaScript',
      tekst: [
        'Werkt deze website niet goed op uw apparaat? Onderaan elke pagina staat een link naar een eenvoudig formulier om te melden.',
      ],
    },
    {
      kop: 'Lukt iets niet?',
      tekst: ['Laat het de gemeente weten. Schrijf op welke pagina het was en wat er niet lukte.'],
      contact: true,
    },
  ],
}

/** The two pages of running text: what is done with what people tell, and for whom this site works. */
type Alinea = { kop: string; tekst: string[] }

export const privacy: { titel: string; alineas: Alinea[] } = {
  titel: 'Privacy',
  alineas: [
    {
      kop: 'Wat bewaren wij van u?',
      tekst: [
        'Van een melding bewaren wij het onderwerp, de plek en wat u schrijft. Uw naam, e-mailadres en telefoonnummer hoeft u niet te geven.',
        'Geeft u die wel? Dan gebruiken wij ze alleen voor vragen over uw melding. Wij bewaren ze apart van de melding.',
      ],
    },
    {
      kop: 'Wie ziet wat?',
      tekst: [
        'Iedereen ziet het onderwerp, de plek en de stand van een melding. Bij sommige onderwerpen niet: dat staat er dan bij als u meldt. Wat u schrijft, zien alleen medewerkers van de gemeente en uzelf met uw volglink.',
        'Een initiatief is openbaar. Iedereen kan de tekst lezen.',
      ],
    },
    {
      kop: 'Hoe lang?',
      tekst: ['Wij wissen uw contactgegevens een vaste tijd nadat uw melding is gesloten.'],
    },
    {
      kop: 'Uw apparaat',
      tekst: [
        'Wij plaatsen geen volgcookies. Wat u typt in een melding, blijft in dit tabblad staan tot u verstuurt of het tabblad sluit.',
        'Zoekt u een adres? Dan vraagt uw browser dat aan de Locatieserver van het Kadaster. Uw eigen plek gebruiken wij alleen als u daarop klikt.',
      ],
    },
  ],
}

export const toegankelijkheid: { titel: string; alineas: Alinea[] } = {
  titel: 'Toegankelijkheid',
  alineas: [
    {
      kop: 'Voor iedereen',
      tekst: [
        'U kunt alles doen met het toetsenbord, met een voorleesprogramma en met sterk vergrote tekst. Wij houden ons aan de regels van WCAG 2.2, niveau AA.',
      ],
    },
    {
      kop: 'Zonder kaart',
      tekst: [
        'Bij elke kaart staat een tabel of lijst met dezelfde gegevens. Een plek kiest u ook met een adres, met coördinaten, met knoppen of door een kern te kiezen.',
      ],
    },
    {
      kop: 'Zonder JavaScript',
      tekst: [
        'Werkt deze website niet goed op uw apparaat? Onderaan elke pagina staat een eenvoudig formulier om te melden.',
      ],
    },
    {
      kop: 'Lukt iets niet?',
      tekst: ['Laat het de gemeente weten. Dan lossen wij het op en helpen wij u verder.'],
    },
  ],
}

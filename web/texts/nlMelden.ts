/** Sentences of reporting that come with its own chunk: danger, questions, photos, what is near, and waiting. */
export const nlMelden = {
  gevaar: {
    ja: 'Ja',
    nee: 'Nee',
    titel: 'Meld dit niet hier, maar bel',
    bel: (telefoon: string) => `Bel ${telefoon}`,
    toch: 'Het is geen gevaar',
    fout: 'Kies of er gevaar is.',
    bewaard: 'Wat u hebt ingevuld, blijft staan.',
  },
  vragen: {
    titel: 'Nog een paar vragen',
    kies: 'Maak een keuze',
    fout: 'Geef hier een antwoord.',
  },
  fotos: {
    titel: 'Foto’s',
    hulp: 'Hoogstens 3 foto’s. Liever geen mensen of kentekens. De plaats en de gegevens van uw toestel halen wij uit de foto.',
    maak: 'Maak een foto',
    kies: 'Kies een foto',
    nogEen: 'Kies nog een foto',
    vol: 'U hebt 3 foto’s. Wilt u een andere? Haal er dan eerst een weg.',
    lijst: 'Uw foto’s',
    foto: (n: number) => `Foto ${n}`,
    alt: (n: number, naam: string) => `Foto ${n} bij uw melding: ${naam}`,
    staat: {
      wacht: 'Deze foto wordt verstuurd als u verbinding hebt.',
      bezig: (deel: string) => `Wordt verstuurd: ${deel} %`,
      nakijken: 'Verstuurd. Wij kijken de foto na.',
      klaar: 'Klaar',
    },
    fout: {
      leeg: 'Deze foto is leeg. Kies een andere.',
      groot: 'Deze foto is te groot: maximaal 20 MB. Kies een kleinere.',
      anders: 'Deze foto kan niet mee. Kies een andere.',
    },
    foutUitleg: 'U kunt uw melding wel versturen. Dan gaat deze foto niet mee.',
    opnieuw: (n: number) => `Probeer foto ${n} opnieuw`,
    verwijder: (n: number) => `Haal foto ${n} weg`,
    weg: 'De foto is weggehaald.',
    aantal: (n: number) => (n === 1 ? '1 foto' : `${n} foto’s`),
  },
  nabij: {
    titel: 'Is dit al gemeld?',
    uitleg: (n: number) =>
      n === 1
        ? 'Vlakbij staat deze melding open. Is het dezelfde? Dan hoeft u niets te versturen.'
        : `Vlakbij staan deze ${n} meldingen open. Staat die van u erbij? Dan hoeft u niets te versturen.`,
    afstand: (meter: string) => `Op ${meter} van uw plek`,
    opDezelfde: 'Op dezelfde plek',
    gemeld: (dag: string) => `Gemeld op ${dag}`,
    uiterlijk: (dag: string) => `Opgelost uiterlijk ${dag}`,
    status: {
      ontvangen: 'Ontvangen',
      'in-behandeling': 'In behandeling',
      gepland: 'Gepland',
      gesloten: 'Gesloten',
    },
    geplandOp: (dag: string) => `op ${dag}`,
    dezelfde: 'Dit is dezelfde',
    nummer: (nummer: string) => `Melding ${nummer}`,
    anders: 'Nee, mijn melding is anders',
    toets: 'of druk op Esc',
    overgeslagen: 'Goed. Kijk hieronder uw melding na.',
    volgTitel: (nummer: string) => `Melding ${nummer} volgen`,
    volgUitleg:
      'U krijgt een link waarmee u ziet hoe het ermee staat. Vul uw e-mailadres in als u ook bericht wilt.',
    volg: 'Volg deze melding',
    bezig: 'Even geduld…',
    terug: 'Terug',
    mislukt: 'Volgen lukt nu niet',
    klaarUitleg: 'U hoeft niets te versturen. Wij behandelen de melding die er al was.',
    streefDatum: (dag: string) => `Wij willen dit uiterlijk ${dag} oplossen.`,
    bewaar: 'Bewaar deze link. Alleen met deze link ziet u hoe het ermee staat.',
    open: 'Bekijk hoe het ermee staat',
    tochZelf: 'Toch zelf melden',
  },
  verzenden: {
    fotos: 'Uw foto’s worden verstuurd…',
    rekenen: 'Even geduld: wij controleren of u geen robot bent.',
    rekenenUitleg: 'Dat gaat vanzelf. Laat deze pagina open.',
    zonderFotos: 'Niet wachten op de foto’s',
    lokveld: 'Laat dit veld leeg',
  },
  klaargezet: {
    uitleg: 'Wij versturen hem als u weer verbinding hebt. Uw melding staat op dit toestel.',
    storing: 'Versturen lukt nu niet. Wij proberen het steeds opnieuw. Uw melding staat op dit toestel.',
    hoe: 'Laat deze pagina open, of open de pagina later opnieuw op dit toestel. U krijgt hier dan uw nummer en de volglink.',
    fotos: (aantal: string) => `Met ${aantal}.`,
    nogEen: 'Nog iets melden',
    fotosGemist: (n: number) =>
      n === 1 ? '1 foto kwam niet mee. De melding wel.' : `${n} foto’s kwamen niet mee. De melding wel.`,
  },
  wachtrij: {
    naam: 'Meldingen op dit toestel',
    wacht: (n: number) =>
      n === 1
        ? '1 melding staat klaar. Wij versturen hem als u weer verbinding hebt.'
        : `${n} meldingen staan klaar. Wij versturen ze als u weer verbinding hebt.`,
    probeert: (n: number) =>
      n === 1
        ? '1 melding staat klaar. Versturen lukt nu niet; wij proberen het steeds opnieuw.'
        : `${n} meldingen staan klaar. Versturen lukt nu niet; wij proberen het steeds opnieuw.`,
    bekijk: 'Bekijk wat klaarstaat',
    sinds: (moment: string) => `Klaar sinds ${moment}`,
    nu: 'Probeer nu te versturen',
    bezig: 'Wij proberen te versturen…',
    verwijder: 'Verwijder',
    verwijderNaam: (onderwerp: string) => `Verwijder de melding over ${onderwerp}`,
    verwijderd: 'De melding is verwijderd.',
    misschien: 'Wij probeerden al te versturen. Misschien is de melding toch aangekomen.',
    terug: 'Maak ongedaan',
    verstuurd: (nummer: string) => `Uw melding is verstuurd. Uw nummer is ${nummer}.`,
    volg: 'Volg uw melding',
    sluit: 'Sluit dit bericht',
    geweigerd: 'Een melding die klaarstond, kan zo niet worden verstuurd.',
    pasAan: 'Pas de melding aan',
  },
}

export type MeldenTeksten = typeof nlMelden

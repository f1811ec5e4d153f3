/** English of reporting, beside `en.ts`. What the gemeente writes (subjects, questions) stays Dutch. */
import type { MeldenTeksten } from './nlMelden.ts'

export const enMelden: MeldenTeksten = {
  gevaar: {
    ja: 'Yes',
    nee: 'No',
    titel: 'Do not report this here, but call',
    bel: (telefoon) => `Call ${telefoon}`,
    toch: 'There is no danger',
    fout: 'Choose whether there is danger.',
    bewaard: 'What you filled in is kept.',
  },
  vragen: {
    titel: 'A few more questions',
    kies: 'Choose one',
    fout: 'Please answer this.',
  },
  fotos: {
    titel: 'Photos',
    hulp: 'At most 3 photos. Preferably no people or licence plates. We remove the location and the details of your device from the photo.',
    maak: 'Take a photo',
    kies: 'Choose a photo',
    nogEen: 'Choose another photo',
    vol: 'You have 3 photos. Would you like another one? Take one away first.',
    lijst: 'Your photos',
    foto: (n) => `Photo ${n}`,
    alt: (n, naam) => `Photo ${n} with your report: ${naam}`,
    staat: {
      wacht: 'This photo will be sent when you are connected.',
      bezig: (deel) => `Sending: ${deel} %`,
      nakijken: 'Sent. We are checking the photo.',
      klaar: 'Done',
    },
    fout: {
      leeg: 'This photo is empty. Choose another one.',
      groot: 'This photo is too large: 20 MB at most. Choose a smaller one.',
      anders: 'This photo cannot go along. Choose another one.',
    },
    foutUitleg: 'You can still send your report. It will go without this photo.',
    opnieuw: (n) => `Try photo ${n} again`,
    verwijder: (n) => `Remove photo ${n}`,
    weg: 'The photo is removed.',
    aantal: (n) => (n === 1 ? '1 photo' : `${n} photos`),
  },
  nabij: {
    titel: 'Has this been reported already?',
    uitleg: (n) =>
      n === 1
        ? 'This report is open nearby. Is it the same? Then you need not send anything.'
        : `These ${n} reports are open nearby. Is yours among them? Then you need not send anything.`,
    afstand: (meter) => `${meter} from your place`,
    opDezelfde: 'At the same place',
    gemeld: (dag) => `Reported on ${dag}`,
    uiterlijk: (dag) => `Solved by ${dag}`,
    status: {
      ontvangen: 'Received',
      'in-behandeling': 'Being handled',
      gepland: 'Planned',
      gesloten: 'Closed',
    },
    geplandOp: (dag) => `for ${dag}`,
    dezelfde: 'This is the same',
    nummer: (nummer) => `Report ${nummer}`,
    anders: 'No, my report is different',
    toets: 'or press Esc',
    overgeslagen: 'All right. Check your report below.',
    volgTitel: (nummer) => `Follow report ${nummer}`,
    volgUitleg:
      'You get a link that shows how it is going. Fill in your e-mail address if you want messages too.',
    volg: 'Follow this report',
    bezig: 'One moment…',
    terug: 'Back',
    mislukt: 'Following does not work right now',
    klaarUitleg: 'You need not send anything. We handle the report that was there already.',
    streefDatum: (dag) => `We aim to solve this by ${dag}.`,
    bewaar: 'Keep this link. It is the only way to see how it is going.',
    open: 'See how it is going',
    tochZelf: 'Report it yourself anyway',
  },
  verzenden: {
    fotos: 'Sending your photos…',
    rekenen: 'One moment: we are checking that you are not a robot.',
    rekenenUitleg: 'This goes by itself. Keep this page open.',
    zonderFotos: 'Do not wait for the photos',
    lokveld: 'Leave this field empty',
  },
  klaargezet: {
    uitleg: 'We send it when you are connected again. Your report is on this device.',
    storing: 'Sending does not work right now. We keep trying. Your report is on this device.',
    hoe: 'Keep this page open or open it later on this device. Then you get your number and your link here.',
    fotos: (aantal) => `With ${aantal}.`,
    nogEen: 'Report something else',
    fotosGemist: (n) =>
      n === 1
        ? '1 photo did not come along. The report did.'
        : `${n} photos did not come along. The report did.`,
  },
  wachtrij: {
    naam: 'Reports on this device',
    wacht: (n) =>
      n === 1
        ? '1 report is ready. We send it when you are connected again.'
        : `${n} reports are ready. We send them when you are connected again.`,
    probeert: (n) =>
      n === 1
        ? '1 report is ready. Sending does not work right now; we keep trying.'
        : `${n} reports are ready. Sending does not work right now; we keep trying.`,
    bekijk: 'See what is ready',
    sinds: (moment) => `Ready since ${moment}`,
    nu: 'Try to send now',
    bezig: 'We are trying to send…',
    verwijder: 'Remove',
    verwijderNaam: (onderwerp) => `Remove the report about ${onderwerp}`,
    verwijderd: 'The report is removed.',
    misschien: 'We already tried to send it. It may have arrived.',
    terug: 'Undo',
    verstuurd: (nummer) => `Your report is sent. Your number is ${nummer}.`,
    volg: 'Follow your report',
    sluit: 'Close this message',
    geweigerd: 'A report that was ready cannot be sent like this.',
    pasAan: 'Change the report',
  },
}

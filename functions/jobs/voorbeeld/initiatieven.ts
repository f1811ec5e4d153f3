/** What example initiatieven are about: made up, by nobody. */
import type { Hulp } from '../../contract/initiatief.ts'

export const initiatieven: readonly { titel: string; omschrijving: string; hulp: readonly Hulp[] }[] = [
  {
    titel: 'Een pluktuin naast het speelveld',
    omschrijving:
      'We willen een pluktuin maken waar iedereen mag oogsten. De buurt zorgt voor het onderhoud.',
    hulp: ['geld', 'materiaal', 'ruimte'],
  },
  {
    titel: 'Repaircafé in het dorpshuis',
    omschrijving: 'Elke maand een middag samen spullen repareren. Er zijn al zes vrijwilligers.',
    hulp: ['aandacht'],
  },
  {
    titel: 'Bankjes langs het ommetje',
    omschrijving: 'Met drie bankjes kunnen ouderen het rondje om het dorp weer lopen.',
    hulp: ['materiaal', 'vergunning'],
  },
  {
    titel: 'Geveltuintjes in de straat',
    omschrijving: 'Twintig huishoudens willen een tegel eruit en planten erin.',
    hulp: ['kennis', 'materiaal'],
  },
  {
    titel: 'Buurtmoestuin voor school en buurt',
    omschrijving: 'Leerlingen en buurtbewoners verbouwen samen groente op het veldje naast de school.',
    hulp: ['ruimte', 'geld'],
  },
  {
    titel: 'Eetgroep op dinsdag',
    omschrijving: 'Samen koken en eten, zodat niemand de hele week alleen eet.',
    hulp: ['ruimte', 'geld'],
  },
  {
    titel: 'Bloemrijke berm',
    omschrijving: 'Minder maaien en inheemse bloemen zaaien langs de dorpsweg.',
    hulp: ['kennis', 'vergunning'],
  },
  {
    titel: 'Jeu de boules op het plein',
    omschrijving: 'Een baan van gravel, aangelegd door de buurt zelf.',
    hulp: ['vergunning', 'materiaal', 'geld'],
  },
  {
    titel: 'Verhalen van het dorp',
    omschrijving: 'Korte verhalen over het dorp op bordjes langs een wandeling.',
    hulp: ['kennis', 'geld'],
  },
  {
    titel: 'Deelgereedschap',
    omschrijving: 'Een kast met gereedschap dat de hele buurt kan lenen.',
    hulp: ['ruimte'],
  },
  {
    titel: 'Zomerbios op het veld',
    omschrijving: 'Eén avond film in de open lucht, met popcorn van de vereniging.',
    hulp: ['vergunning', 'aandacht'],
  },
  {
    titel: 'Regentonnen voor de straat',
    omschrijving: 'Samen regenwater opvangen en de tuinen groen houden in droge tijden.',
    hulp: ['geld', 'kennis'],
  },
]

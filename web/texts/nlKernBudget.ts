import { bronNaam } from './format.ts'

/** Dutch of the money of a kern, for everybody. */
export const nlKernBudget = {
  titel: (jaar: number) => `Wijkbudget ${jaar}`,
  leeg: (jaar: number) => `Voor ${jaar} is nog geen wijkbudget vastgesteld.`,
  nogVanVorigJaar: (nu: number, jaar: number) =>
    `Voor ${nu} is nog geen wijkbudget vastgesteld. Hier ziet u ${jaar}.`,
  krijgt: (kern: string) => `${kern} krijgt`,
  waarom: 'Waarom dit bedrag?',
  perInwoner: (bedrag: string) => `Dat is ${bedrag} per inwoner.`,
  besluit: (orgaan: string, datum: string, nummer: string) =>
    `Vastgesteld door ${orgaan} op ${datum} (besluit ${nummer}).`,
  vorig: (jaar: number, bedrag: string) => `In ${jaar} was dit ${bedrag}.`,
  uitgegeven: 'Uitgegeven',
  toegezegd: 'Toegezegd aan plannen',
  over: 'Nog over',
  staat: (datum: string) => `Stand van ${datum}.`,
  nogNiets: 'Er is nog niets uitgegeven.',
  herkomst: 'Waar komt dit vandaan?',
  opbouw: 'Zo is het budget van nu opgebouwd',
  opening: 'Over van vorig jaar',
  toegekend: 'Gekregen',
  teruggevorderd: 'Terug naar de gemeente',
  budget: 'Budget samen',
  methode: 'Zo is verdeeld',
  totaal: 'Totaal voor alle kernen',
  inwoners: 'Inwoners die meetelden',
  inwonersVan: (aantal: string, datum: string, bron: string) => `${aantal} op ${datum} (${bronNaam(bron)})`,
  versie: 'Versie van het besluit',
  getal: 'Controlegetal',
  getalUitleg: 'Met dit getal kan iedereen nagaan dat het besluit niet is veranderd.',
  alleKernen: 'Alle kernen naast elkaar',
  kern: 'Kern',
  bedrag: 'Bedrag',
  perInwonerKolom: 'Per inwoner',
  besteed: 'Uitgegeven',
  samen: 'Samen',
}

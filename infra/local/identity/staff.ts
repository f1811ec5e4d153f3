/** Made-up members of staff to try the product with. Two of them are financiën: the one proposes, the other looks. */
import type { Rol } from '../../../functions/contract/route.ts'

export type DemoMedewerker = { id: string; naam: string; functie: string; rollen: readonly Rol[] }

export const demoStaff: readonly DemoMedewerker[] = [
  { id: 'noor', naam: 'Noor Visser', functie: 'Kerncoördinator', rollen: ['coordinator'] },
  { id: 'fatima', naam: 'Fatima Amrani', functie: 'Financiën', rollen: ['financien'] },
  { id: 'joost', naam: 'Joost de Graaf', functie: 'Financiën', rollen: ['financien'] },
  { id: 'wim', naam: 'Wim Bakker', functie: 'College', rollen: ['college'] },
  { id: 'sanne', naam: 'Sanne Mulder', functie: 'Beheerder', rollen: ['beheerder'] },
]

/** Printed at every start: this provider protects nothing but made-up data on one's own machine. */
export const demoPassword = 'kernpunt'

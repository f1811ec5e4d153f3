/** What a map shows, as one value. The page computes it; the map makes itself equal to it. */
import type { Kern } from '../../functions/contract/kern.ts'

export type Positie = readonly [lon: number, lat: number]

/** Point markers differ in shape as well as colour. */
export const puntsoorten = ['ontvangen', 'in-behandeling', 'gepland', 'gesloten', 'initiatief'] as const
export type Puntsoort = (typeof puntsoorten)[number]

export type Punt = { id: string; positie: Positie; soort: Puntsoort }

/** An area with a name: a kern, or a buurt while kernen are drawn. */
export type Vorm = Pick<Kern, 'code' | 'naam' | 'labelPunt' | 'geometrie'>

export type Beeld = {
  /** Fill per kern; a kern that is not named stays plain land. */
  kleuren?: Readonly<Record<string, string>>
  /** Second line of the label per kern: the figure that the fill stands for. */
  cijfers?: Readonly<Record<string, string>>
  /** Kernen whose figure says little (few inwoners): hatched. */
  gearceerd?: readonly string[]
  /** Flat lon, lat, aantal of 100 m cells. */
  cellen?: readonly number[]
  punten?: readonly Punt[]
  speld?: Positie
  /** Points of a line that somebody draws. */
  lijn?: readonly Positie[]
  /** Kern under pointer or focus, here or in the table. */
  actief?: string
  /** Kern that everything is filtered on. */
  gekozen?: string
}

/** Activity per kern as colours, labels and classes: one computation for paint, legend and labels. */
import type { KernActiviteit } from '../../functions/contract/activiteit.ts'
import { formatDecimaal, formatGetal } from '../texts/format.ts'
import type { Beeld } from './beeld.ts'
import { type Klasse, klasseOf, makeKlassen } from './klassen.ts'

/** Below this number of inwoners one melding moves the figure per 1,000 by two or more: hatched and explained. */
const smallKern = 500

export type Cijferkaart = {
  beeld: Pick<Beeld, 'kleuren' | 'cijfers' | 'gearceerd'>
  klassen: Klasse[]
  format(n: number): string
}

/** A map of any figure per kern; a kern without figure stays plain. */
export function makeCijferkaart(
  cijfers: Readonly<Record<string, number | null>>,
  format: (n: number) => string,
  gearceerd: readonly string[] = [],
): Cijferkaart {
  const known = Object.entries(cijfers).filter((entry): entry is [string, number] => entry[1] !== null)
  const klassen = makeKlassen(known.map(([, value]) => value))
  return {
    klassen,
    format,
    beeld: {
      kleuren: Object.fromEntries(
        known.map(([kern, value]) => [kern, klasseOf(klassen, value)?.kleur ?? '']),
      ),
      cijfers: Object.fromEntries(known.map(([kern, value]) => [kern, format(value)])),
      gearceerd: [...gearceerd],
    },
  }
}

export function makeActiviteitkaart(rows: readonly KernActiviteit[], per1000: boolean): Cijferkaart {
  const value = (row: KernActiviteit) => (per1000 ? row.per1000Inwoners : row.meldingen)
  return makeCijferkaart(
    Object.fromEntries(rows.map((row) => [row.kern, value(row)])),
    per1000 ? formatDecimaal : formatGetal,
    per1000
      ? rows.filter((row) => row.per1000Inwoners !== null && row.inwoners < smallKern).map(({ kern }) => kern)
      : [],
  )
}

/** Parts of the Dutch sentences that explain a share: short, active, with the numbers filled in. */
import { formatAantal, formatEuro } from '../geld.ts'
import { roundHalfUp } from './verhouding.ts'

/** Hundredths of a percent, a half upwards: (1, 3) → "33,33%". */
export function formatProcent(deel: bigint, geheel: bigint): string {
  const honderdsten = geheel === 0n ? 0n : roundHalfUp(deel * 10_000n, geheel)
  return `${formatAantal(honderdsten / 100n)},${(honderdsten % 100n).toString().padStart(2, '0')}%`
}

type Gewicht = 'inwoners' | 'vertegenwoordigde-inwoners'

export const wordFor = (gewicht: Gewicht): string => gewicht.replace('-', ' ')

/** "11.272 van de 23.379 inwoners (48,21%)" */
export const formatPart = (deel: bigint, geheel: bigint, gewicht: Gewicht): string =>
  `${formatAantal(deel)} van de ${formatAantal(geheel)} ${wordFor(gewicht)} (${formatProcent(deel, geheel)})`

/** Says how amounts were rounded, when that is not simply to the cent. */
export const explainRounding = (eenheid: bigint): string => {
  if (eenheid === 1n) return ''
  return eenheid === 100n
    ? ', afgerond op hele euro’s'
    : `, afgerond op veelvouden van ${formatEuro(eenheid)}`
}

/** Cents with decimals as money: "168" → "€ 1,68", "82.5" → "€ 0,825". */
export function formatDecimalCents(centen: string | number): string {
  const [heel = '0', deel = ''] = String(centen).split('.')
  return formatEuro(BigInt(heel)) + deel.replace(/0+$/, '')
}

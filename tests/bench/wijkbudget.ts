/**
 * How long the wijkbudget engine takes: all of the Netherlands once, and one keystroke in the preview of a
 * page (question parsed by the schema, then computed). Prints medians of rounds, with the spread.
 */
import { BerekenVraag, type BerekenVraagInvoer } from '../../functions/contract/wijkbudget.ts'
import { computeVerdeling } from '../../functions/domain/wijkbudget/computeVerdeling.ts'

const gemeenten = 342
const rounds = 15

/** Repeatable inhabitants, 20 to 30,019, by the Park-Miller generator. */
function* inwoners(): Generator<number, never> {
  for (let seed = 20_261_122; ; ) {
    seed = (seed * 48_271) % 2_147_483_647
    yield 20 + (seed % 30_000)
  }
}

function questions(kernenPerGemeente: number): { naam: string; vraag: BerekenVraagInvoer }[] {
  const aantallen = inwoners()
  const kernen = Array.from({ length: kernenPerGemeente }, (_, i) => ({
    kern: `kern-${i}`,
    inwoners: aantallen.next().value,
  }))
  const totaalCenten = 12_500_000
  const maatstaven = [
    { maatstaf: 'inwoners', aandeelPct: 50 },
    { maatstaf: 'hectare', aandeelPct: '33.5' },
    { maatstaf: 'voorzieningen', aandeelPct: '16.5' },
  ]
  const bedragen = (deel: number) =>
    Object.fromEntries(kernen.map(({ kern }, i) => [kern, (deel * (i + 1)) % 90_001]))
  const oud = Object.fromEntries(kernen.map(({ kern }) => [kern, 250_000]))
  return [
    { naam: 'naar rato', vraag: { methode: 'naar-rato', totaalCenten, kernen } },
    {
      naam: 'met grenzen',
      vraag: {
        methode: 'naar-rato-met-grenzen',
        totaalCenten,
        ondergrensCenten: 100_000,
        bovengrensCenten: 400_000,
        kernen,
      },
    },
    {
      naam: 'maatstaven',
      vraag: {
        methode: 'gewogen-maatstaven',
        totaalCenten,
        maatstaven,
        kernen: kernen.map((kern, i) => ({
          ...kern,
          waarden: { hectare: 12.5 + i, voorzieningen: 1 + (i % 7) },
        })),
      },
    },
    {
      naam: 'ingroei',
      vraag: {
        methode: 'ingroei-lineair',
        jaar: 1,
        jaren: 3,
        oudCenten: oud,
        nieuwCenten: bedragen(7919),
        kernen,
      },
    },
  ]
}

/** Milliseconds per round: [fastest, median, slowest]. */
function time(round: () => void): [number, number, number] {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    round()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return [times[0]!, times[rounds >> 1]!, times[rounds - 1]!]
}

const milliseconds = (value: number) => value.toFixed(value < 10 ? 3 : 1).padStart(9)

/** Prints two tables; called by `npm run bench`. */
export async function benchWijkbudget(): Promise<void> {
  console.log(
    `\nWijkbudget: ${gemeenten} gemeenten × 50 kernen in one series, ms (fastest, median, slowest of ${rounds})`,
  )
  for (const { naam, vraag } of questions(50)) {
    const parsed = BerekenVraag.parse(vraag)
    const times = time(() => {
      for (let i = 0; i < gemeenten; i++) computeVerdeling(parsed)
    })
    console.log(`  ${naam.padEnd(14)}${times.map(milliseconds).join('')}`)
  }
  console.log('\nWijkbudget: one keystroke in the preview (parse and compute), ms')
  for (const aantal of [8, 50]) {
    for (const { naam, vraag } of questions(aantal)) {
      const times = time(() => computeVerdeling(BerekenVraag.parse(vraag)))
      console.log(
        `  ${naam.padEnd(14)}${String(aantal).padStart(3)} kernen${times.map(milliseconds).join('')}`,
      )
    }
  }
}

if (import.meta.main) await benchWijkbudget()

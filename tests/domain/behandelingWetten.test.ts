/** Laws of handling, over random sequences of whatever staff and reporters do to two meldingen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reactie } from '../../functions/contract/opvolging.ts'
import { Problem } from '../../functions/contract/problem.ts'
import { asAfterChange, foldRegels } from '../../functions/domain/behandeling/geschiedenis.ts'
import { listMag, listReacties, listToegestaan } from '../../functions/domain/behandeling/mogelijk.ts'
import { reactOn } from '../../functions/domain/behandeling/reactie.ts'
import { mergeMeldingen, splitMeldingen } from '../../functions/domain/behandeling/samenvoeging.ts'
import { changeMelding, type EnkeleWijziging } from '../../functions/domain/behandeling/wijziging.ts'
import { toDag } from '../../functions/domain/dag.ts'
import { dueDate, isLate, type Termijnstap, toLooptijd } from '../../functions/domain/deadline.ts'
import { startMelding } from '../../functions/domain/melding.ts'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { bergen, schoorl } from '../support/apiCaller.ts'

const hour = 3_600_000
const startOp = Date.parse('2026-04-07T09:30:00.000Z')
const start = (n: number): MeldingRecord =>
  startMelding(
    {
      categorie: 'straatverlichting',
      omschrijving: 'De lamp is stuk.',
      geometrie: { type: 'Point', coordinates: [...schoorl] as [number, number] },
    },
    { kern: 'schoorl', herkomst: 'binnen', afstandMeter: 0 },
    { nummer: `M-0000-000${n}`, volgcode: 'geheim', op: new Date(startOp).toISOString() },
    bergen,
  )

const teams = bergen.teams.map(({ naam }) => naam)
const wijziging: fc.Arbitrary<EnkeleWijziging> = fc.oneof(
  fc.constantFrom<EnkeleWijziging>(
    { soort: 'status', status: 'in-behandeling' },
    { soort: 'status', status: 'gepland', geplandeDatum: '2028-05-01' },
    { soort: 'status', status: 'gesloten', reden: 'opgelost' },
    { soort: 'status', status: 'gesloten', reden: 'dubbel' },
    { soort: 'notitie', tekst: 'Gebeld.' },
    { soort: 'bericht', tekst: 'We komen.' },
    { soort: 'vraag', tekst: 'Welke paal?' },
    { soort: 'hervatting' },
    { soort: 'persoonlijk', persoonlijk: true },
    { soort: 'persoonlijk', persoonlijk: false },
  ),
  fc.record({
    soort: fc.constant('categorie' as const),
    categorie: fc.constantFrom('straatverlichting', 'bomen', 'gladheid'),
  }),
  fc.record(
    {
      soort: fc.constant('toewijzing' as const),
      team: fc.constantFrom(...teams),
      medewerker: fc.constantFrom('Noor', 'Wim'),
    },
    { requiredKeys: ['soort'] },
  ),
  fc.record({
    soort: fc.constant('taak' as const),
    omschrijving: fc.constantFrom('Paal', 'Lamp'),
    team: fc.constantFrom(...teams),
  }),
  fc.record({ soort: fc.constant('taak-klaar' as const), taak: fc.integer({ min: 1, max: 3 }) }),
)
const reactie = fc.constantFrom<Reactie>(
  { soort: 'antwoord', tekst: 'De derde.' },
  { soort: 'correctie', omschrijving: 'De derde lamp is stuk.' },
  { soort: 'intrekken' },
  { soort: 'oordeel', opgelost: true },
  { soort: 'oordeel', opgelost: false, tekst: 'Nog steeds donker.' },
  { soort: 'contact-wissen' },
)
type Stap = { uren: number; wie: 0 | 1 } & (
  | { doe: 'wijziging'; wijziging: EnkeleWijziging }
  | { doe: 'reactie'; reactie: Reactie }
  | { doe: 'samenvoegen' | 'losmaken' }
)
const when = {
  uren: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 900 })),
  wie: fc.constantFrom(0 as const, 1 as const),
}
const enkele: fc.Arbitrary<Stap> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ...when, doe: fc.constant('wijziging' as const), wijziging }) },
  { weight: 2, arbitrary: fc.record({ ...when, doe: fc.constant('reactie' as const), reactie }) },
)
const stap: fc.Arbitrary<Stap> = fc.oneof(
  { weight: 5, arbitrary: enkele },
  {
    weight: 1,
    arbitrary: fc.record({ ...when, doe: fc.constantFrom('samenvoegen' as const, 'losmaken' as const) }),
  },
)

type Paar = [MeldingRecord, MeldingRecord]
const omgeving = { heeftContact: true, aantalVolgers: 0 }

/** What the step makes of the two; nothing when it is refused, and then the refusal must be a Problem. */
function tryStap(paar: Paar, each: Stap, op: string, sleutel: string): Paar | undefined {
  const by = { op, door: 'Noor', sleutel, inhoud: 'inhoud' }
  const melding = paar[each.wie]
  const other = paar[1 - each.wie]!
  const placed = (changed: MeldingRecord, also = other): Paar =>
    each.wie === 0 ? [changed, also] : [also, changed]
  try {
    if (each.doe === 'wijziging') return placed(changeMelding(melding, each.wijziging, by, bergen))
    if (each.doe === 'reactie') {
      const { door: _door, ...reporter } = by
      return placed(reactOn(melding, each.reactie, reporter, omgeving, bergen))
    }
    const two =
      each.doe === 'samenvoegen'
        ? mergeMeldingen(melding, other, by)
        : splitMeldingen(melding, other, by, bergen)
    return placed(two.deel, two.hoofd)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return undefined
  }
}

/** Plays steps; `look` sees each that was not refused. */
function play(
  stappen: readonly Stap[],
  look: (before: Paar, after: Paar, each: Stap, op: string, sleutel: string) => void,
): Paar {
  let paar: Paar = [start(1), start(2)]
  let at = startOp
  for (const [i, each] of stappen.entries()) {
    at += each.uren * hour
    const op = new Date(at).toISOString()
    const after = tryStap(paar, each, op, `sleutel-${i}`)
    if (!after) continue
    look(paar, after, each, op, `sleutel-${i}`)
    paar = after
  }
  return paar
}

const whatever = fc.array(stap, { maxLength: 30 })
const isLateNow = ({ status, streefDatum, wachtSinds }: MeldingRecord, op: string) =>
  status !== 'gesloten' && isLate(streefDatum, wachtSinds ?? op)
const handled = ({ versie: _v, gewijzigdOp: _g, geschiedenis: _h, ...rest }: MeldingRecord) => rest

describe('whatever is done to a melding', () => {
  it('leaves one line per version, and takes no line away', () => {
    fc.assert(
      fc.property(whatever, (stappen) => {
        const end = play(stappen, (before, after) => {
          for (const n of [0, 1] as const) {
            expect(after[n].geschiedenis.slice(0, before[n].geschiedenis.length)).toEqual(
              before[n].geschiedenis,
            )
            expect(after[n].versie - before[n].versie).toBeLessThanOrEqual(1)
          }
        })
        for (const { versie, geschiedenis } of end) expect(geschiedenis).toHaveLength(versie)
      }),
    )
  })

  it('is told by its lines alone', () => {
    fc.assert(
      fc.property(whatever, (stappen) => {
        const end = play(stappen, () => {})
        for (const melding of end)
          expect(melding).toMatchObject(
            JSON.parse(
              JSON.stringify(foldRegels(melding.geschiedenis, { categorie: '?', streefDatum: '?' })),
            ),
          )
      }),
    )
  })

  it('can be shown again as it was after each change, by the key of that change', () => {
    fc.assert(
      fc.property(whatever, (stappen) => {
        const then: [n: 0 | 1, sleutel: string, melding: MeldingRecord][] = []
        const end = play(stappen, (_before, after, { wie }, _op, sleutel) =>
          then.push([wie, sleutel, after[wie]]),
        )
        for (const [n, sleutel, melding] of then) {
          // What a reporter corrected or erased, and a mark on text, is not told by lines, and stays as it is now.
          const { omschrijving, persoonlijk, gewistDatum } = end[n]
          expect(asAfterChange(end[n], sleutel)).toEqual({
            ...melding,
            omschrijving,
            persoonlijk,
            gewistDatum,
          })
        }
      }),
    )
  })

  it('never makes it late at once', () => {
    fc.assert(
      fc.property(whatever, (stappen) => {
        let lateAtMerge = [false, false]
        play(stappen, (before, after, { doe, wie }, op) => {
          if (doe === 'samenvoegen') lateAtMerge = before.map((each) => isLateNow(each, op))
          if (!isLateNow(after[wie], op)) return
          expect(doe === 'losmaken' ? lateAtMerge[wie] : isLateNow(before[wie], op)).toBe(true)
        })
      }),
    )
  })

  it('was offered before it was done', () => {
    fc.assert(
      fc.property(whatever, (stappen) => {
        play(stappen, (before, _after, each, op) => {
          const melding = before[each.wie]
          if (each.doe === 'reactie')
            expect(listReacties(melding, omgeving, op)).toContain(each.reactie.soort)
          else if (each.doe === 'wijziging') {
            expect(listMag(melding)).toContain(each.wijziging.soort)
            if (each.wijziging.soort === 'status')
              expect(listToegestaan(melding)).toContain(each.wijziging.status)
          } else expect(listMag(melding)).toContain(each.doe === 'samenvoegen' ? 'samenvoeging' : 'losmaking')
        })
      }),
    )
  })

  it('leaves no question, and no open task of staff, with what is closed', () => {
    fc.assert(
      fc.property(whatever, (stappen) => {
        for (const { status, reden, wachtSinds, taken = [] } of play(stappen, () => {})) {
          if (status !== 'gesloten') continue
          expect(wachtSinds).toBeUndefined()
          if (reden !== 'ingetrokken') expect(taken.filter(({ klaarOp }) => !klaarOp)).toEqual([])
        }
      }),
    )
  })
})

describe('merging', () => {
  it('is known on both sides, of what is closed as dubbel, one level deep', () => {
    fc.assert(
      fc.property(whatever, (stappen) => {
        play(stappen, (_before, [een, ander]) => {
          for (const [deel, hoofd] of [
            [een, ander],
            [ander, een],
          ] as const) {
            expect(deel.hoofdmelding === hoofd.nummer).toBe(
              hoofd.deelmeldingen?.includes(deel.nummer) ?? false,
            )
            if (!deel.hoofdmelding) continue
            expect(deel).toMatchObject({ status: 'gesloten', reden: 'dubbel' })
            expect(deel).not.toHaveProperty('deelmeldingen')
            expect(listToegestaan(deel)).toEqual([])
          }
        })
      }),
    )
  })

  it('and undoing it at once leaves both as they were, but for the lines', () => {
    fc.assert(
      fc.property(fc.array(enkele, { maxLength: 12 }), (stappen) => {
        const [een, ander] = play(stappen, () => {})
        const op = new Date(startOp + 20_000 * hour).toISOString()
        fc.pre(listMag(een).includes('samenvoeging') && ander.status !== 'gesloten')
        fc.pre(!een.taken?.some(({ klaarOp }) => !klaarOp))
        const by = { op, door: 'Noor' }
        const merged = mergeMeldingen(een, ander, by)
        const undone = splitMeldingen(merged.deel, merged.hoofd, by, bergen)
        expect(handled(undone.deel)).toEqual(handled(een))
        expect(handled(undone.hoofd)).toEqual(handled(ander))
        expect(undone.deel.versie).toBe(een.versie + 2)
      }),
    )
  })

  it('and undoing it later never makes late what was in time when it was merged', () => {
    const gap = fc.integer({ min: 0, max: 2000 })
    fc.assert(
      fc.property(fc.array(enkele, { maxLength: 8 }), gap, gap, (stappen, before, between) => {
        const [een, ander] = play(stappen, () => {})
        const from = Math.max(Date.parse(een.gewijzigdOp), Date.parse(ander.gewijzigdOp))
        const merged = new Date(from + before * hour).toISOString()
        const undone = new Date(from + (before + between) * hour).toISOString()
        fc.pre(listMag(een).includes('samenvoeging') && ander.status !== 'gesloten')
        fc.pre(!een.taken?.some(({ klaarOp }) => !klaarOp))
        const { deel, hoofd } = mergeMeldingen(een, ander, { op: merged, door: 'Noor' })
        const after = splitMeldingen(deel, hoofd, { op: undone, door: 'Noor' }, bergen).deel
        expect(isLateNow(after, undone)).toBe(isLateNow(een, merged))
      }),
    )
  })
})

/** A melding as the steps of a term, to compare with the rule for whole terms. */
const toStappen = ({ geschiedenis }: MeldingRecord): Termijnstap[] => {
  let categorie = geschiedenis[0]!.categorie!
  const termijnOf = () => bergen.categorieen.find(({ code }) => code === categorie)!.termijn
  return geschiedenis.flatMap((regel, i): Termijnstap[] => {
    const { soort, op } = regel
    categorie = regel.categorie ?? categorie
    const opened = geschiedenis[i - 1]?.status === 'gesloten' && regel.status !== 'gesloten'
    if (i === 0 || soort === 'categorie' || opened) return [{ op, stap: 'start', termijn: termijnOf() }]
    if (soort === 'vraag') return [{ op, stap: 'wacht' }]
    return soort === 'antwoord' || soort === 'hervatting' || regel.status === 'gesloten'
      ? [{ op, stap: 'verder' }]
      : []
  })
}

describe('the date of a melding that waits for nobody', () => {
  it('is the last day of the term that runs, without the days that its questions were open', () => {
    fc.assert(
      fc.property(fc.array(enkele, { maxLength: 25 }), (stappen) => {
        play(stappen, (_before, after, { wie }, op) => {
          const melding = after[wie]
          if (melding.wachtSinds) return
          const looptijd = toLooptijd(toStappen(melding), op)
          expect([melding.streefDatum, toDag(op)]).toEqual([dueDate(looptijd, bergen.isWerkdag), toDag(op)])
        })
      }),
      { numRuns: 400 },
    )
  })
})

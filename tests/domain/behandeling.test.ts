import { describe, expect, it } from 'vitest'
import type { Reactie } from '../../functions/contract/opvolging.ts'
import { regelsoorten } from '../../functions/contract/opvolging.ts'
import type { Problem } from '../../functions/contract/problem.ts'
import { listMag, listReacties, oordeelDagen } from '../../functions/domain/behandeling/mogelijk.ts'
import { reactOn } from '../../functions/domain/behandeling/reactie.ts'
import { mergeMeldingen, splitMeldingen } from '../../functions/domain/behandeling/samenvoeging.ts'
import { changeMelding, type EnkeleWijziging } from '../../functions/domain/behandeling/wijziging.ts'
import { outdated } from '../../functions/domain/behandeling/woorden.ts'
import { findSignaal } from '../../functions/domain/belofte.ts'
import { startMelding } from '../../functions/domain/melding.ts'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { routeMelding } from '../../functions/domain/routering.ts'
import { bergen, schoorl } from '../support/apiCaller.ts'

/** Straatverlichting has five working days, so the date is Monday 30 November. */
const monday = '2026-11-23T09:00:00.000Z'
const start = (n = 1, omschrijving = 'De lamp is stuk.'): MeldingRecord =>
  startMelding(
    {
      categorie: 'straatverlichting',
      omschrijving,
      geometrie: { type: 'Point', coordinates: [...schoorl] as [number, number] },
    },
    { kern: 'schoorl', herkomst: 'binnen', afstandMeter: 0 },
    { nummer: `M-0000-000${n}`, volgcode: 'geheim', op: monday },
    bergen,
  )

const at = (dag: string, tijd = '10:00') => `${dag}T${tijd}:00.000Z`
const change = (melding: MeldingRecord, wijziging: EnkeleWijziging, op = at('2026-11-24')) =>
  changeMelding(melding, wijziging, { op, door: 'Noor' }, bergen)
const changes = (melding: MeldingRecord, all: readonly EnkeleWijziging[], op?: string) =>
  all.reduce((current, each) => change(current, each, op), melding)
const react = (
  melding: MeldingRecord,
  reactie: Reactie,
  op = at('2026-11-25'),
  omgeving = { heeftContact: true, aantalVolgers: 0 },
) => reactOn(melding, reactie, { op }, omgeving, bergen)
const last = ({ geschiedenis }: MeldingRecord) => geschiedenis.at(-1)!
const problemOf = (act: () => unknown): Problem => {
  try {
    act()
  } catch (error) {
    return error as Problem
  }
  throw new Error('It was not refused.')
}

const closed: EnkeleWijziging = { soort: 'status', status: 'gesloten', reden: 'opgelost' }
const vraag: EnkeleWijziging = { soort: 'vraag', tekst: 'Welke paal?' }
const taak: EnkeleWijziging = { soort: 'taak', omschrijving: 'Paal rechtzetten', team: 'Wegen' }

describe('a melding that comes in', () => {
  it('has the team of its categorie, and says so in its first line', () => {
    expect(start()).toMatchObject({ team: 'Wegen', streefDatum: '2026-11-30' })
    expect(start().geschiedenis).toEqual([
      {
        status: 'ontvangen',
        categorie: 'straatverlichting',
        team: 'Wegen',
        streefDatum: '2026-11-30',
        op: monday,
      },
    ])
  })

  it('goes where routing sends it, with the reason', () => {
    const body = {
      categorie: 'strandafval',
      omschrijving: 'Plastic',
      geometrie: { type: 'Point' as const, coordinates: [4.66, 52.69] as [number, number] },
    }
    const plaats = { kern: 'schoorl', herkomst: 'binnen' as const, afstandMeter: 0 }
    const op = '2026-07-18T12:00:00.000Z'
    const made = startMelding(
      body,
      plaats,
      { nummer: 'M-0000-0009', volgcode: 'g', op },
      bergen,
      routeMelding(body, 'bergen-aan-zee', op, bergen),
    )
    expect(made.waarom).toMatch(/\.$/)
    expect(made.team).toBe(made.geschiedenis[0]?.team)
  })

  it.each([
    ['Bel mij op 06-12345678.', true],
    ['De lamp is stuk.', undefined],
  ])('marks %j as personal: %s', (text, expected) => {
    expect(start(1, text).persoonlijk).toBe(expected)
  })
})

describe('closing', () => {
  it('waits for open tasks, and names them', () => {
    const two = changes(start(), [taak, { ...taak, omschrijving: 'Lamp vervangen', team: 'Groen' }])
    expect(two.taken).toEqual([
      { taak: 1, omschrijving: 'Paal rechtzetten', team: 'Wegen' },
      { taak: 2, omschrijving: 'Lamp vervangen', team: 'Groen' },
    ])
    const refused = problemOf(() => change(two, closed))
    expect([refused.code, refused.message]).toEqual([
      'taken-open',
      'Nog niet klaar: taak 1 (Paal rechtzetten) en 2 (Lamp vervangen). Rond dat eerst af.',
    ])
    const done = changes(two, [{ soort: 'taak-klaar', taak: 2 }, { soort: 'taak-klaar', taak: 1 }, closed])
    expect(done.status).toBe('gesloten')
    expect(done.taken?.map(({ klaarDoor }) => klaarDoor)).toEqual(['Noor', 'Noor'])
  })

  it('as dubbel by hand can be, without another melding', () => {
    expect(change(start(), { soort: 'status', status: 'gesloten', reden: 'dubbel' })).toMatchObject({
      reden: 'dubbel',
      status: 'gesloten',
    })
  })

  it('ends the waiting, and adds the days that it stood still to its date', () => {
    const waiting = change(start(), vraag, at('2026-11-26'))
    const end = change(waiting, closed, at('2026-12-10'))
    expect(end.wachtSinds).toBeUndefined()
    expect([waiting.streefDatum, end.streefDatum]).toEqual(['2026-11-30', '2026-12-14'])
  })
})

describe('another categorie', () => {
  it('brings its team and a new term from the change, and the line says from what to what', () => {
    const late = at('2027-01-20')
    const changed = change(
      change(start(), { soort: 'toewijzing', medewerker: 'Wim' }),
      { soort: 'categorie', categorie: 'bomen', toelichting: 'Het is een tak.' },
      late,
    )
    expect(changed).toMatchObject({ categorie: 'bomen', team: 'Groen', streefDatum: '2027-02-10' })
    expect(changed).not.toHaveProperty('medewerker')
    expect(last(changed)).toMatchObject({
      soort: 'categorie',
      categorie: 'bomen',
      streefDatum: '2027-02-10',
      toelichting: 'Van Straatverlichting naar Bomen. Het is een tak.',
    })
  })

  it('of the same team leaves it with who has it', () => {
    const mine = change(start(), { soort: 'toewijzing', medewerker: 'Wim' })
    expect(change(mine, { soort: 'categorie', categorie: 'weg-en-stoep' }).medewerker).toBe('Wim')
  })

  it('is another one, that the settings have', () => {
    expect(
      problemOf(() => change(start(), { soort: 'categorie', categorie: 'straatverlichting' })).message,
    ).toBe('De categorie is al Straatverlichting.')
    const unknown = problemOf(() => change(start(), { soort: 'categorie', categorie: 'ufo' }))
    expect(unknown.extra.errors).toMatchObject([
      { pointer: '/wijziging/categorie', code: 'onbekende-categorie' },
    ])
  })
})

describe('who has it', () => {
  it.each([
    [{ medewerker: 'Noor' }, 'Wegen', 'Noor'],
    [{ team: 'Groen' }, 'Groen', undefined],
    [{ team: 'Groen', medewerker: 'Wim' }, 'Groen', 'Wim'],
    [{}, 'Wegen', undefined],
  ])('after %j, of Wim of team Wegen', (to, team, medewerker) => {
    const wims = change(start(), { soort: 'toewijzing', medewerker: 'Wim' })
    const changed = change(wims, { soort: 'toewijzing', ...to })
    expect([changed.team, changed.medewerker]).toEqual([team, medewerker])
  })

  it('does not change to what it is', () => {
    const wims = change(start(), { soort: 'toewijzing', medewerker: 'Wim' })
    const again = problemOf(() => change(wims, { soort: 'toewijzing', team: 'Wegen', medewerker: 'Wim' }))
    expect([again.code, again.message]).toEqual([
      'wijziging-niet-mogelijk',
      'M-0000-0001 is al van Wim van team Wegen.',
    ])
  })

  it.each(['toewijzing', 'taak'] as const)('is a team of the settings: %s', (soort) => {
    const wrong = { soort, team: 'Ruimtevaart', omschrijving: 'x' } as EnkeleWijziging
    expect(problemOf(() => change(start(), wrong)).extra.errors).toMatchObject([
      { pointer: '/wijziging/team' },
    ])
  })
})

describe('a question to the reporter', () => {
  const waiting = change(start(), vraag, at('2026-11-26'))

  it('lets the term stand still: the signal stays what it was', () => {
    expect(waiting.wachtSinds).toBe(at('2026-11-26'))
    expect(findSignaal(waiting, at('2027-03-01'), bergen)).toBe(
      findSignaal(start(), at('2026-11-26'), bergen),
    )
    expect(findSignaal(start(), at('2027-03-01'), bergen)).toBe('veel-te-laat')
  })

  it.each<[string, string, string | undefined, string]>([
    ['2026-11-26', '2026-11-30', undefined, 'the same day costs nothing'],
    ['2026-11-27', '2026-12-01', '2026-12-01', 'a day'],
    ['2026-11-28', '2026-12-02', '2026-12-02', 'from Thursday to Saturday is two working days'],
    ['2026-12-24', '2026-12-29', '2026-12-29', 'over Christmas'],
  ])('answered on %s moves the date to %s', (dag, streefDatum, said) => {
    const answered = react(waiting, { soort: 'antwoord', tekst: 'De derde.' }, at(dag, '15:00'))
    expect(answered.streefDatum).toBe(streefDatum)
    expect(last(answered).streefDatum).toBe(said)
    expect(answered.wachtSinds).toBeUndefined()
  })

  it('that was asked when it was late leaves it as late as it was', () => {
    const late = change(start(), vraag, at('2026-12-03'))
    expect(change(late, { soort: 'hervatting' }, at('2027-01-03')).streefDatum).toBe('2026-11-30')
  })

  it('is asked once at a time, of what is open', () => {
    expect(problemOf(() => change(waiting, vraag)).message).toMatch(/^Er staat al een vraag open/)
    expect(problemOf(() => change(change(start(), closed), vraag)).message).toMatch(/is gesloten/)
    expect(problemOf(() => change(start(), { soort: 'hervatting' })).message).toMatch(/geen vraag open/)
  })
})

describe('marking text as personal', () => {
  it('can be done and undone, each once', () => {
    const marked = change(start(), { soort: 'persoonlijk', persoonlijk: true })
    expect(marked.persoonlijk).toBe(true)
    expect(change(marked, { soort: 'persoonlijk', persoonlijk: false })).not.toHaveProperty('persoonlijk')
    expect(problemOf(() => change(marked, { soort: 'persoonlijk', persoonlijk: true })).code).toBe(
      'wijziging-niet-mogelijk',
    )
  })
})

describe('the reporter', () => {
  const waiting = change(start(), vraag)
  const done = change(start(), closed)
  const solved = react(done, { soort: 'oordeel', opgelost: true })
  const withdrawn = react(start(), { soort: 'intrekken' })

  it.each([
    ['what came in', start(), ['correctie', 'intrekken', 'contact-wissen']],
    ['what waits', waiting, ['antwoord', 'correctie', 'intrekken', 'contact-wissen']],
    ['what was closed', done, ['oordeel', 'contact-wissen']],
    ['what was judged', solved, ['contact-wissen']],
    ['what was withdrawn', withdrawn, ['contact-wissen']],
  ])('can with %s do %j', (_what, melding, mag) => {
    const omgeving = { heeftContact: true, aantalVolgers: 0 }
    expect(listReacties(melding, omgeving, at('2026-11-26'))).toEqual(mag)
    expect(listReacties(melding, { ...omgeving, heeftContact: false }, at('2026-11-26'))).toEqual(
      mag.filter((soort) => soort !== 'contact-wissen'),
    )
  })

  it('hears why not, and what is possible', () => {
    const refused = problemOf(() => react(start(), { soort: 'antwoord', tekst: 'Ja' }))
    expect([refused.code, refused.message]).toEqual([
      'reactie-niet-mogelijk',
      'Er staat geen vraag aan u open. U kunt nu wel: uw tekst verbeteren, de melding intrekken en uw contactgegevens laten wissen.',
    ])
  })

  it('corrects the text: the old one is kept nowhere', () => {
    const corrected = react(start(1, 'Mijn buurman Jansen deed het.'), {
      soort: 'correctie',
      omschrijving: 'Bel 06-12345678: de lamp is stuk.',
    })
    expect(JSON.stringify(corrected)).not.toContain('Jansen')
    expect(corrected).toMatchObject({ omschrijving: 'Bel 06-12345678: de lamp is stuk.', persoonlijk: true })
    expect(last(corrected)).toEqual({ soort: 'correctie', status: 'ontvangen', op: at('2026-11-25') })
  })

  it('withdraws only what nobody else needs', () => {
    expect(withdrawn).toMatchObject({ status: 'gesloten', reden: 'ingetrokken' })
    const withdraw = (melding: MeldingRecord, aantalVolgers: number) => () =>
      react(melding, { soort: 'intrekken' }, undefined, { heeftContact: true, aantalVolgers })
    const { hoofd } = mergeMeldingen(start(2), start(1), { op: at('2026-11-24'), door: 'Noor' })
    for (const act of [withdraw(start(), 1), withdraw(hoofd, 0)])
      expect(problemOf(act).message).toMatch(/^Anderen hebben dit ook gemeld of volgen/)
  })

  it('says that it was not solved: it opens again with a new term, in the kern of today', () => {
    const elsewhere = { ...done, kern: 'groet' }
    const opened = react(
      elsewhere,
      { soort: 'oordeel', opgelost: false, tekst: 'Nog donker.' },
      at('2026-12-07'),
    )
    expect(opened).toMatchObject({ status: 'in-behandeling', streefDatum: '2026-12-14', kern: 'schoorl' })
    expect(opened).not.toHaveProperty('reden')
    expect(last(opened)).toEqual({
      soort: 'oordeel',
      status: 'in-behandeling',
      toelichting: 'Nog donker.',
      streefDatum: '2026-12-14',
      op: at('2026-12-07'),
    })
  })

  it('judges once after each closing, and not of what was never handled', () => {
    const again = change(
      change(solved, { soort: 'status', status: 'in-behandeling' }),
      closed,
      at('2026-12-01'),
    )
    expect(react(again, { soort: 'oordeel', opgelost: true }, at('2026-12-02')).versie).toBe(again.versie + 1)
    for (const reden of ['dubbel', 'ingetrokken'] as const) {
      const other = change(start(), { soort: 'status', status: 'gesloten', reden })
      expect(problemOf(() => react(other, { soort: 'oordeel', opgelost: true })).code).toBe(
        'reactie-niet-mogelijk',
      )
    }
  })

  it(`judges within ${oordeelDagen} days, also when something was noted since`, () => {
    const noted = change(done, { soort: 'notitie', tekst: 'Gezien.' }, at('2026-12-20'))
    const judge = (op: string) => () => react(noted, { soort: 'oordeel', opgelost: true }, op)
    expect(judge(at('2026-12-24'))().status).toBe('gesloten')
    expect(problemOf(judge(at('2026-12-24', '10:01'))).message).toMatch(/langer dan 30 dagen/)
  })
})

describe('merging', () => {
  const by = { op: at('2026-11-24'), door: 'Noor' }
  const { deel, hoofd } = mergeMeldingen(start(1), start(2), by)

  it('closes one as dubbel of the other, and both say so', () => {
    expect(deel).toMatchObject({ status: 'gesloten', reden: 'dubbel', hoofdmelding: 'M-0000-0002' })
    expect(hoofd).toMatchObject({ status: 'ontvangen', deelmeldingen: ['M-0000-0001'] })
    expect([last(deel).melding, last(hoofd).melding]).toEqual(['M-0000-0002', 'M-0000-0001'])
    expect(listMag(deel)).toEqual(['notitie', 'bericht', 'losmaking', 'persoonlijk'])
  })

  it.each<[string, () => unknown, RegExp]>([
    ['with itself', () => mergeMeldingen(start(), start(), by), /niet met zichzelf/],
    [
      'of what is closed',
      () => mergeMeldingen(change(start(1), closed), start(2), by),
      /M-0000-0001 is gesloten/,
    ],
    [
      'into what is closed',
      () => mergeMeldingen(start(1), change(start(2), closed), by),
      /M-0000-0002 is gesloten/,
    ],
    ['into what was merged', () => mergeMeldingen(start(3), deel, by), /Kies M-0000-0002 als hoofdmelding/],
    [
      'of what has others',
      () => mergeMeldingen(hoofd, start(3), by),
      /horen al andere meldingen \(M-0000-0001\)/,
    ],
    ['of what was merged', () => mergeMeldingen(deel, start(3), by), /Maak haar eerst los/],
    ['with open tasks', () => mergeMeldingen(change(start(1), taak), start(2), by), /taak 1/],
    [
      'and then another status',
      () => change(deel, { soort: 'status', status: 'in-behandeling' }),
      /eerst los/,
    ],
    ['undone when there is none', () => splitMeldingen(start(1), start(2), by, bergen), /niet samengevoegd/],
  ])('%s is refused', (_what, act, message) => {
    expect(problemOf(act).message).toMatch(message)
  })

  const undo = (melding: MeldingRecord, op: string) => {
    const merged = mergeMeldingen(melding, start(2), { op: at('2026-12-02'), door: 'Noor' })
    return splitMeldingen(merged.deel, merged.hoofd, { op, door: 'Noor' }, bergen)
  }
  const planned = change(start(), { soort: 'categorie', categorie: 'bomen' })

  it('and undoing it gives back status, date and question', () => {
    const before = changes(planned, [
      { soort: 'status', status: 'gepland', geplandeDatum: '2026-12-20' },
      vraag,
    ])
    const undone = undo(before, at('2027-06-01'))
    expect(undone.deel).toMatchObject({
      status: 'gepland',
      geplandeDatum: '2026-12-20',
      wachtSinds: before.wachtSinds,
      streefDatum: before.streefDatum,
    })
    expect(undone.hoofd).not.toHaveProperty('deelmeldingen')
  })

  it('and undoing it after its date gives a new term, for meanwhile it was in other hands', () => {
    expect(planned.streefDatum).toBe('2026-12-15')
    expect(undo(planned, at('2026-12-15')).deel.streefDatum).toBe('2026-12-15')
    const undone = undo(planned, at('2026-12-16')).deel
    expect([undone.streefDatum, last(undone).streefDatum]).toEqual(['2027-01-08', '2027-01-08'])
  })

  it('and undoing it wipes out no lateness of before', () => {
    expect(undo(start(), at('2026-12-16')).deel.streefDatum).toBe('2026-11-30')
  })
})

describe('words of staff', () => {
  it.each<EnkeleWijziging>([
    { soort: 'notitie', tekst: 'Gebeld met 06-12345678.' },
    { soort: 'bericht', tekst: 'Mail ons op jan@voorbeeld.nl.' },
    { ...closed, toelichting: 'Afgesproken met jan@voorbeeld.nl.' },
    { ...taak, omschrijving: 'Bel 06-12345678 eerst' },
  ])('mark the melding when they hold a number or address of a person: %j', (wijziging) => {
    expect(change(start(), wijziging).persoonlijk).toBe(true)
    expect(change(start(), { soort: 'notitie', tekst: 'Gebeld.' })).not.toHaveProperty('persoonlijk')
  })

  it('of before do not bring back the mark that staff took off', () => {
    const noted = change(start(), { soort: 'notitie', tekst: 'Gebeld met 06-12345678.' })
    const off = change(noted, { soort: 'persoonlijk', persoonlijk: false })
    expect(change(off, closed)).not.toHaveProperty('persoonlijk')
  })
})

describe('a history that is full', () => {
  const notitie: EnkeleWijziging = { soort: 'notitie', tekst: 'x' }
  const full = changes(
    start(),
    Array.from({ length: 299 }, () => notitie),
  )

  it('takes no more than 300 lines, but can be closed, merged and erased', () => {
    expect(full.geschiedenis).toHaveLength(300)
    const refused = problemOf(() => change(full, notitie))
    expect([refused.code, refused.message]).toEqual([
      'wijziging-niet-mogelijk',
      'Bij M-0000-0001 staat al zo veel dat er niets meer bij past (300 regels). Sluit deze melding en ga verder met een nieuwe.',
    ])
    expect(change(full, closed).status).toBe('gesloten')
    expect(react(full, { soort: 'contact-wissen' }).versie).toBe(301)
    const by = { op: at('2026-11-24'), door: 'Noor' }
    const merged = mergeMeldingen(full, start(2), by)
    expect(splitMeldingen(merged.deel, merged.hoofd, by, bergen).deel.versie).toBe(302)
    expect(problemOf(() => mergeMeldingen(start(2), full, by)).message).toMatch(/niets meer bij past/)
  })

  it('tells its reporter so in words of his own', () => {
    const asked = changes(start(), [
      { soort: 'vraag', tekst: 'Welke lamp?' },
      ...Array.from({ length: 298 }, () => notitie),
    ])
    const refused = problemOf(() => react(asked, { soort: 'antwoord', tekst: 'De linker.' }))
    expect([refused.code, refused.message]).toEqual([
      'reactie-niet-mogelijk',
      'Bij uw melding M-0000-0001 staat al zo veel dat er niets meer bij past. Bel de gemeente als u nog iets wilt zeggen.',
    ])
  })

  it('can be closed when a task was open, because the task can still be finished', () => {
    const withTaak = changes(start(), [taak, ...Array.from({ length: 298 }, () => notitie)])
    expect(problemOf(() => change(withTaak, closed)).code).toBe('taken-open')
    const done = change(withTaak, { soort: 'taak-klaar', taak: 1 })
    expect(change(done, closed).status).toBe('gesloten')
  })

  it('is not filled by its reporter, who corrects the text at most twenty times', () => {
    const correct = (melding: MeldingRecord) =>
      react(melding, { soort: 'correctie', omschrijving: 'Anders.' })
    let melding = start()
    for (let n = 0; n < 20; n++) melding = correct(melding)
    const refused = problemOf(() => correct(melding))
    expect(refused.code).toBe('reactie-niet-mogelijk')
    expect(refused.message).toMatch(/^U hebt de tekst al 20 keer verbeterd\./)
    expect(listReacties(melding, { heeftContact: true, aantalVolgers: 0 }, at('2026-11-25'))).toEqual([
      'intrekken',
      'contact-wissen',
    ])
  })

  it('takes no more than fits in an item of the table, in any script', () => {
    const long: EnkeleWijziging = { soort: 'bericht', tekst: '字'.repeat(2000) }
    let melding = start()
    const add = () => {
      for (;;) melding = change(melding, long)
    }
    expect(problemOf(add).message).not.toContain('regels)')
    const bytes = Buffer.byteLength(JSON.stringify(melding))
    expect(bytes).toBeGreaterThan(280_000)
    expect(bytes).toBeLessThan(300_000)
  })
})

describe('who was too late', () => {
  it.each(regelsoorten)('hears in words what the first did: %s', (soort) => {
    const regel = {
      soort,
      status: 'ontvangen',
      op: at('2026-11-24'),
      door: 'Noor',
      melding: 'M-0000-0002',
      taak: 3,
    } as const
    const { message } = outdated({ ...start(), versie: 2, geschiedenis: [...start().geschiedenis, regel] }, 1)
    expect(message).toMatch(
      /^U keek naar versie 1, maar de melding is nu bij versie 2\. Intussen: \p{L}[^;]+ door Noor op 24 november 2026 om 11:00\.$/u,
    )
    expect(message).not.toContain('undefined')
  })
})

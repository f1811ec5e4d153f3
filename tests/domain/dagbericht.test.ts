import { describe, expect, test } from 'vitest'
import type { OpenWerk } from '../../functions/domain/ports.ts'
import { writeDagberichten } from '../../functions/domain/post/dagbericht.ts'
import type { DagberichtStore } from '../../functions/domain/post/ports.ts'
import { sendDagberichten } from '../../functions/jobs/dagbericht.ts'
import { bergen } from '../support/apiCaller.ts'
import { nummerOf } from '../support/records.ts'

/** A Monday; straatverlichting has five working days. */
const now = '2026-11-23T06:00:00.000Z'
const ander = bergen.kernen.find(({ code }) => code !== 'schoorl')!
const webadres = 'https://kernpunt.voorbeeld.nl'
const [wegen, verkeer] = bergen.teams.map(({ naam }) => naam) as [string, string]

const werk = (n: number, streefDatum: string, overrides: Partial<OpenWerk> = {}): OpenWerk => ({
  nummer: nummerOf('M', n),
  kern: 'schoorl',
  categorie: 'straatverlichting',
  streefDatum,
  team: wegen,
  ...overrides,
})
const late = '2026-11-20'
const veryLate = '2026-10-01'
const nearly = '2026-11-24'
const onTime = '2026-11-30'

const write = (open: OpenWerk[]) => writeDagberichten(open, now, { ...bergen, webadres })

describe('the mail of the day', () => {
  test('counts per kern what is late, in figures, numbers and a link for each', () => {
    const [mail, ...others] = write([
      werk(1, nearly),
      werk(2, late),
      werk(3, late),
      werk(4, veryLate),
      werk(5, onTime),
      werk(6, late, { kern: ander.code }),
      werk(7, late, { kern: 'van-vroeger' }),
    ])
    expect(others).toEqual([])
    const { onderwerp, tekst, naar } = mail!.brief
    expect(naar).toBe(bergen.teams[0]!.email)
    expect(onderwerp).toBe(`${wegen}: 1 veel te laat, 4 te laat en 1 bijna te laat (2026-11-23)`)
    const [four, two, three, one] = [4, 2, 3, 1].map((n) => nummerOf('M', n))
    expect(tekst).toContain(
      `Schoorl: 1 veel te laat, 2 te laat en 1 bijna te laat. Nummers: ${four}, ${two}, ${three}, ${one}.`,
    )
    expect(tekst).toContain(`${ander.naam}: 1 te laat.`)
    expect(tekst).toContain('van-vroeger: 1 te laat.')
    expect(tekst).toContain(
      `${webadres}/werkplek?kern=schoorl&team=${encodeURIComponent(wegen)}&signaal=veel-te-laat`,
    )
    expect(tekst).not.toContain(nummerOf('M', 5))
  })

  test('is not there when nothing is late or nearly', () => {
    expect(write([])).toEqual([])
    expect(write([werk(1, onTime), werk(2, onTime, { team: verkeer })])).toEqual([])
  })

  test('goes to each team for its own work, and for a team that is gone to who answers for the service', () => {
    const mails = write([
      werk(1, late),
      werk(2, late, { team: verkeer }),
      werk(3, late, { team: 'Oud & weg' }),
    ])
    expect(mails.map(({ team, brief }) => [team, brief.naar])).toEqual([
      [wegen, bergen.teams[0]!.email],
      [verkeer, bergen.teams[1]!.email],
      ['Oud & weg', bergen.contact.email],
    ])
    const kenmerken = mails.map(({ brief }) => brief.kenmerk)
    expect(new Set(kenmerken).size).toBe(3)
    for (const kenmerk of kenmerken) expect(kenmerk).toMatch(/^[\w-]+$/)
  })

  test('names ten numbers at most, the worst first', () => {
    const [mail] = write([...Array.from({ length: 12 }, (_, n) => werk(n + 1, late)), werk(99, veryLate)])
    expect(mail!.brief.tekst).toContain(`Nummers: ${nummerOf('M', 99)}, `)
    expect(mail!.brief.tekst).toContain('en 3 meer.')
  })
})

/** Days and teams in memory. */
const memoryDagberichten = (): DagberichtStore => {
  const rows = new Map<string, { verzonden: boolean; tot: string; eigenaar: string }>()
  return {
    async take(dag, team, eigenaar, at, tot) {
      const row = rows.get(`${dag} ${team}`)
      if (row && (row.verzonden || row.tot >= at)) return false
      rows.set(`${dag} ${team}`, { verzonden: false, tot, eigenaar })
      return true
    },
    async settle(dag, team, eigenaar, verzonden, at) {
      const row = rows.get(`${dag} ${team}`)
      if (row?.eigenaar === eigenaar) Object.assign(row, { verzonden, tot: at })
    },
  }
}

test('the mail of the day asks for open work of kernen that are gone too', async () => {
  const kernen = bergen.kernen.filter(({ code }) => code !== 'schoorl')
  const vroegereKernen = bergen.kernen.filter(({ code }) => code === 'schoorl')
  const sent: string[] = []
  await sendDagberichten({
    meldingen: { listOpenWerk: async (asked) => [werk(1, late)].filter(({ kern }) => asked.includes(kern)) },
    dagberichten: memoryDagberichten(),
    postbus: {
      send: async ({ tekst }) => {
        sent.push(tekst)
        return { bericht: 'x' }
      },
    },
    gemeente: { ...bergen, kernen, vroegereKernen },
    webadres,
    eigenaar: 'een',
    now: () => new Date(now),
  })
  expect(sent).toEqual([expect.stringContaining(`Schoorl: 1 te laat. Nummers: ${nummerOf('M', 1)}.`)])
})

describe('sending it', () => {
  const make = (broken = () => false) => {
    const clock = { now: new Date(now) }
    const sent: string[] = []
    let runs = 0
    const dagberichten = memoryDagberichten()
    const send = () =>
      sendDagberichten({
        meldingen: {
          listOpenWerk: async () => [werk(1, late), werk(2, late, { team: verkeer }), werk(3, onTime)],
        },
        dagberichten,
        postbus: {
          async send({ naar }) {
            if (broken()) throw new Error('weg')
            sent.push(naar)
            return { bericht: naar }
          },
        },
        gemeente: bergen,
        webadres,
        eigenaar: `run ${++runs}`,
        now: () => clock.now,
      })
    return { clock, sent, send }
  }

  test('happens once a day, however often it is asked, and again the next working day', async () => {
    const { clock, sent, send } = make()
    expect(await send()).toEqual([wegen, verkeer])
    clock.now = new Date('2026-11-23T15:00:00.000Z')
    expect(await send()).toEqual([])
    expect(sent).toHaveLength(2)
    clock.now = new Date('2026-11-24T06:00:00.000Z')
    expect(await send()).toEqual([wegen, verkeer])
  })

  test.each([
    ['Saturday', '2026-11-28T06:00:00.000Z'],
    ['Christmas', '2026-12-25T06:00:00.000Z'],
  ])('does not happen on %s', async (_name, day) => {
    const { clock, sent, send } = make()
    clock.now = new Date(day)
    expect(await send()).toEqual([])
    expect(sent).toEqual([])
  })

  test('says so when mail is away, and sends later what was not sent', async () => {
    let away = true
    const { clock, sent, send } = make(() => away)
    await expect(send()).rejects.toThrow('weg')
    away = false
    clock.now = new Date('2026-11-23T06:05:00.000Z')
    expect(await send()).toEqual([wegen, verkeer])
    expect(sent).toHaveLength(2)
  })
})

import { describe, expect, test } from 'vitest'
import { regelsoorten, type Statusregel } from '../../functions/contract/opvolging.ts'
import { vertel, vertelHoofd } from '../../web/pages/volg/vertel.ts'

const first: Statusregel = {
  soort: 'status',
  status: 'ontvangen',
  op: '2026-11-20T09:00:00Z',
  streefDatum: '2026-11-27',
}
const line = (change: Partial<Statusregel>): Statusregel => ({
  soort: 'status',
  status: 'in-behandeling',
  op: '2026-11-21T09:00:00Z',
  ...change,
})
const melder = { volger: false, naamVan: (code: string) => `“${code}”` }
const volger = { ...melder, volger: true }

describe('a line of the history', () => {
  test.each<[string, Partial<Statusregel>, string]>([
    [
      'another subject',
      { soort: 'categorie', categorie: 'bomen' },
      'Het onderwerp is veranderd in: “bomen”.',
    ],
    ['another kern', { soort: 'kern' }, 'De melding hoort nu bij een andere kern.'],
    ['a question', { soort: 'vraag' }, 'Wij stelden u een vraag'],
    ['an answer', { soort: 'antwoord', melder: true }, 'U gaf antwoord'],
    ['a correction', { soort: 'correctie', melder: true }, 'U hebt uw tekst verbeterd.'],
    [
      'a withdrawal',
      { status: 'gesloten', reden: 'ingetrokken', melder: true },
      'U hebt de melding ingetrokken.',
    ],
    [
      'merging into another',
      { soort: 'samengevoegd', status: 'gesloten', reden: 'dubbel', melding: 'M-1111-2222' },
      'Dit is hetzelfde als melding M-1111-2222. Daar gaan wij mee verder.',
    ],
    [
      'another that is merged into it',
      { soort: 'samengevoegd', melding: 'M-1111-2222' },
      'Iemand anders meldde hetzelfde: melding M-1111-2222. Wij behandelen ze samen.',
    ],
    ['a yes', { soort: 'oordeel', status: 'gesloten', reden: 'opgelost' }, 'U zei dat het is opgelost.'],
    ['a no', { soort: 'oordeel' }, 'U zei dat het nog niet is opgelost. De melding is weer open.'],
  ])('tells the reporter of %s', (_name, change, says) => {
    expect(vertel(line(change), first, melder).kop).toBe(says)
  })

  test('tells what was merged from what it was merged into, also when that is undone', () => {
    const closed = line({ status: 'gesloten', reden: 'dubbel' })
    const apart = line({ soort: 'losgemaakt', melding: 'M-1111-2222' })
    expect(vertel(apart, closed, melder).kop).toMatch(/^Dit is toch iets anders dan melding M-1111-2222/)
    expect(vertel(apart, first, melder).kop).toMatch(/^Melding M-1111-2222 is toch iets anders/)
  })

  test('says “u” to nobody who only follows', () => {
    // These three never reach who follows.
    const reporterOnly = ['bericht', 'correctie', 'gewist']
    const said = regelsoorten
      .filter((soort) => !reporterOnly.includes(soort))
      .flatMap((soort) =>
        (['gesloten', 'in-behandeling'] as const).map(
          (status) => vertel(line({ soort, status, reden: 'ingetrokken' }), first, volger).kop,
        ),
      )
      .filter((kop) => kop !== undefined)
    expect(said.length).toBeGreaterThan(10)
    expect(said.filter((kop) => /\b[Uu]w?\b/.test(kop))).toEqual([])
  })

  test.each<[string, Partial<Statusregel>, RegExp]>([
    ['an answer', { soort: 'antwoord' }, /^De termijn stond stil zolang wij wachtten/],
    ['another subject', { soort: 'categorie' }, /^Bij dit onderwerp hoort een andere termijn/],
    ['opening again', {}, /^De melding is weer open/],
    ['a no', { soort: 'oordeel' }, /^De nieuwe datum/],
  ])('says why the date moved after %s', (_name, change, why) => {
    const { datum } = vertel(line({ ...change, streefDatum: '2026-12-01' }), first, melder)
    expect(datum).toMatch(why)
    expect(datum).toContain('dinsdag 1 december 2026')
  })

  test('promises a date at first, and none where it closes', () => {
    expect(vertel(first, undefined, melder)).toMatchObject({
      kop: 'Wij hebben de melding ontvangen.',
      datum: 'Wij willen dit uiterlijk vrijdag 27 november 2026 oplossen.',
    })
    expect(
      vertel(line({ status: 'gesloten', streefDatum: '2026-12-01' }), first, melder).datum,
    ).toBeUndefined()
  })
})

describe('the melding that another was merged into', () => {
  const hoofd = { nummer: 'M-1111-2222', status: 'in-behandeling' } as const

  test('is where it goes on, as long as it is open', () => {
    expect(vertelHoofd(hoofd)).toEqual({
      zin: 'Melding M-1111-2222 gaat over hetzelfde. Daar gaan wij mee verder. U hoeft niets te doen.',
      opnieuw: false,
    })
  })

  test('is done once it is closed, and who still sees it can report it again', () => {
    const zin = 'Melding M-1111-2222 ging over hetzelfde. Die melding is nu gesloten.'
    expect(vertelHoofd({ ...hoofd, status: 'gesloten', reden: 'opgelost' })).toEqual({ zin, opnieuw: true })
    expect(vertelHoofd({ ...hoofd, status: 'gesloten', reden: 'niet-van-ons' })).toEqual({
      zin,
      opnieuw: false,
    })
  })
})

import { describe, expect, test } from 'vitest'
import type { Reactie } from '../../functions/contract/opvolging.ts'
import { reactOn } from '../../functions/domain/behandeling/reactie.ts'
import { mergeMeldingen, splitMeldingen } from '../../functions/domain/behandeling/samenvoeging.ts'
import { changeMelding, type EnkeleWijziging } from '../../functions/domain/behandeling/wijziging.ts'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import {
  type Adressen,
  findOntvangers,
  findPost,
  type Ontvanger,
} from '../../functions/domain/post/brieven.ts'
import { type Postsoort, postsoorten } from '../../functions/domain/post/ports.ts'
import { toOnderwerp, writeBrief } from '../../functions/domain/post/writeBrief.ts'
import { makeVoorbeeldgegevens } from '../../functions/jobs/voorbeeldgegevens.ts'
import { bergen } from '../support/apiCaller.ts'
import { makeMelding } from '../support/records.ts'

const geheim = { open: 'code-van-de-melder', volger: 'code-van-een-volger' }
const tekst = 'Bij mijn buurman Jansen (06-12345678) is de lamp stuk.'
const first = '2026-11-20T09:00:00.000Z'
const later = '2026-11-24T09:00:00.000Z'

const begin = makeMelding(1, {
  omschrijving: tekst,
  volgcode: geheim.open,
  geregistreerdOp: first,
  streefDatum: '2026-11-27',
  geschiedenis: [
    { status: 'ontvangen', categorie: 'straatverlichting', op: first, streefDatum: '2026-11-27' },
  ],
})
const hoofd = makeMelding(2, { geregistreerdOp: first })

const staff = { op: later, door: 'Sanne de Coördinator' }
const change = (melding: MeldingRecord, wijziging: EnkeleWijziging, op = later) =>
  changeMelding(melding, wijziging, { ...staff, op }, bergen)
const react = (melding: MeldingRecord, reactie: Reactie) =>
  reactOn(melding, reactie, { op: later }, { heeftContact: true, aantalVolgers: 0 }, bergen)

const closed = (reden: 'opgelost' | 'niet-van-ons' | 'geen-actie' | 'dubbel') =>
  change(begin, { soort: 'status', status: 'gesloten', reden })
const asked = change(begin, { soort: 'vraag', tekst: 'Welke lamp?' }, '2026-11-20T10:00:00.000Z')
const merged = mergeMeldingen(begin, hoofd, staff)
const split = splitMeldingen(merged.deel, merged.hoofd, staff, bergen)

const adressen = (melding: MeldingRecord): Adressen => ({ melding, contact: undefined, volgers: [] })
const melder = (melding: MeldingRecord): Ontvanger => ({
  ontvanger: 'melder',
  aan: 'melder',
  email: 'melder@voorbeeld.nl',
  nummer: melding.nummer,
  volgcode: melding.volgcode,
})
const volger = (melding: MeldingRecord): Ontvanger => ({
  ...melder(melding),
  ontvanger: 'v1',
  aan: 'volger',
  email: 'volger@voorbeeld.nl',
  volgcode: geheim.volger,
})
const afzender = { ...bergen, webadres: 'https://kernpunt.voorbeeld.nl' }
const soortOf = (melding: MeldingRecord): Postsoort | undefined =>
  findPost(melding, 1, melding.gewijzigdOp)[0]?.soort
const brief = (melding: MeldingRecord, naar = melder(melding), soort = soortOf(melding)!) => {
  const sleutel = { nummer: melding.nummer, versie: melding.versie, ontvanger: naar.ontvanger }
  return writeBrief(melding, sleutel, soort, naar, afzender)
}

/** Every step with a mail: what it is, its subject, and what must stand in it. */
const stappen: [Postsoort, MeldingRecord, string, string[]][] = [
  [
    'ontvangen',
    begin,
    'Wij hebben uw melding ontvangen',
    ['vrijdag 27 november 2026', 'Schoorl', 'Straatverlichting', 'Wij bekijken'],
  ],
  [
    'in-behandeling',
    change(begin, { soort: 'status', status: 'in-behandeling', toelichting: 'Wij kijken vandaag.' }),
    'Uw melding is in behandeling',
    ['vrijdag 27 november 2026', 'Wij kijken vandaag.'],
  ],
  [
    'gepland',
    change(begin, { soort: 'status', status: 'gepland', geplandeDatum: '2026-11-26' }),
    'Uw melding is gepland op donderdag 26 november 2026',
    ['donderdag 26 november 2026'],
  ],
  ['gesloten', closed('opgelost'), 'Uw melding is opgelost', ['Is het opgelost?', '30 dagen']],
  [
    'gesloten',
    closed('niet-van-ons'),
    'Uw melding is gesloten: dit is niet van ons',
    ['niet van de gemeente'],
  ],
  [
    'gesloten',
    closed('geen-actie'),
    'Uw melding is gesloten: wij doen hier nu niets aan',
    ['nu niets aan', 'Bent u het er niet mee eens?'],
  ],
  [
    'gesloten',
    closed('dubbel'),
    'Uw melding is gesloten: wij hadden hier al een melding over',
    ['over hetzelfde'],
  ],
  [
    'heropend',
    change(closed('opgelost'), { soort: 'status', status: 'in-behandeling' }),
    'Uw melding is weer open',
    ['opnieuw', 'dinsdag 1 december 2026'],
  ],
  [
    'heropend',
    react(closed('opgelost'), { soort: 'oordeel', opgelost: false, tekst: 'Nog stuk.' }),
    'Uw melding is weer open',
    ['opnieuw', 'dinsdag 1 december 2026'],
  ],
  [
    'vraag',
    asked,
    'Wij hebben een vraag over uw melding',
    ['> Welke lamp?', 'via de link', 'staat de termijn stil'],
  ],
  [
    'nieuwe-datum',
    react(asked, { soort: 'antwoord', tekst: 'De tweede.' }),
    'Uw melding heeft een nieuwe datum',
    ['Wij hebben uw antwoord ontvangen.', 'stond de termijn stil', 'maandag 30 november 2026'],
  ],
  [
    'nieuwe-datum',
    change(asked, { soort: 'hervatting' }),
    'Uw melding heeft een nieuwe datum',
    ['Wij wachtten op uw antwoord.', 'maandag 30 november 2026'],
  ],
  [
    'bericht',
    change(begin, { soort: 'bericht', tekst: 'Wij zijn\nlangs geweest.' }),
    'Een bericht over uw melding',
    ['> Wij zijn\n> langs geweest.'],
  ],
  [
    'categorie',
    change(begin, { soort: 'categorie', categorie: 'weg-en-stoep' }),
    'Uw melding heeft een ander onderwerp',
    ['Weg, fietspad of stoep', 'dinsdag 8 december 2026'],
  ],
  ['samengevoegd', merged.deel, 'Uw melding hoort bij een andere melding', [hoofd.nummer, 'ook een mail']],
  ['losgemaakt', split.deel, 'Uw melding staat weer op zichzelf', [hoofd.nummer, 'apart']],
  ['ingetrokken', react(begin, { soort: 'intrekken' }), 'U hebt uw melding ingetrokken', ['niet verder af']],
]

describe('a mail to the reporter', () => {
  test.each(stappen)('%s: %# says its number, link and date', (soort, melding, onderwerp, words) => {
    expect(soortOf(melding)).toBe(soort)
    const { onderwerp: subject, tekst: text, html } = brief(melding)
    expect(subject).toBe(`${onderwerp} (${melding.nummer})`)
    expect(toOnderwerp(melding, melding.versie, soort, melder(melding))).toBe(subject)
    for (const word of words) expect(text).toContain(word)
    expect(text).toContain(`https://kernpunt.voorbeeld.nl/volg#${melding.nummer}.${geheim.open}`)
    expect(html).toContain(`href="https://kernpunt.voorbeeld.nl/volg#${melding.nummer}.${geheim.open}"`)
  })

  test.each(stappen)('%s: %# holds no word of the melding and no name of a person', (soort, melding) => {
    const { onderwerp, tekst: text, html } = brief(melding, melder(melding), soort)
    for (const personal of [
      'Jansen',
      '06-12345678',
      'Sanne',
      'melder@voorbeeld.nl',
      'De tweede.',
      'Nog stuk.',
    ])
      expect(`${onderwerp} ${text} ${html}`).not.toContain(personal)
  })

  test('has every kind there is in the table above', () => {
    expect(new Set(stappen.map(([soort]) => soort))).toEqual(new Set(postsoorten))
  })

  test('fetches nothing, follows nobody, and shows signs as they were typed', () => {
    const { html } = brief(change(begin, { soort: 'bericht', tekst: '<b>a</b> & "b"' }))
    expect(html).toContain('&lt;b&gt;a&lt;/b&gt; &amp; &quot;b&quot;')
    expect(html).not.toMatch(/<(img|script|style|link|iframe)|src=|style=|url\(/i)
    expect(html).toContain('<html lang="nl">')
  })

  test('names no categorie and no kern of what is not public, nor what it was before', () => {
    const secret = bergen.categorieen.find(({ openbaar }) => !openbaar)!
    const to = change(begin, { soort: 'categorie', categorie: secret.code })
    const back = change(to, { soort: 'categorie', categorie: 'straatverlichting' })
    const status = change(to, { soort: 'status', status: 'in-behandeling' })
    for (const melding of [to, back, status]) {
      const { onderwerp, tekst: text, html } = brief(melding)
      expect(`${onderwerp} ${text} ${html}`).not.toContain(secret.naam)
    }
    expect(brief(status).tekst).not.toContain('Schoorl')
    expect(brief(back).tekst).toContain('Straatverlichting')
  })

  test('promises no day that is over', () => {
    const late = change(begin, { soort: 'status', status: 'in-behandeling' }, '2026-11-30T09:00:00.000Z')
    expect(brief(late).tekst).toContain(
      'Wij wilden uiterlijk vrijdag 27 november 2026 klaar zijn. Dat is niet gelukt',
    )
    const onTheDay = change(begin, { soort: 'status', status: 'in-behandeling' }, '2026-11-27T22:00:00.000Z')
    expect(brief(onTheDay).tekst).toContain('Wij willen uiterlijk vrijdag 27 november 2026 klaar zijn.')
  })

  test('tells the date and subject of its own version, whatever happened since', () => {
    const planned = change(begin, { soort: 'status', status: 'gepland', geplandeDatum: '2026-11-26' })
    const now = change(planned, { soort: 'categorie', categorie: 'weg-en-stoep' })
    const earlier = writeBrief(
      now,
      { nummer: now.nummer, versie: 1, ontvanger: 'melder' },
      'ontvangen',
      melder(now),
      afzender,
    )
    expect(earlier).toEqual(brief(begin))
  })
})

describe('no mail', () => {
  test.each([
    ['a note', change(begin, { soort: 'notitie', tekst: 'Intern.' })],
    ['an assignment', change(begin, { soort: 'toewijzing', medewerker: 'Noor' })],
    [
      'a task',
      change(begin, { soort: 'taak', omschrijving: 'Ladder', team: begin.team ?? bergen.teams[0]!.naam }),
    ],
    ['marking as personal', change(begin, { soort: 'persoonlijk', persoonlijk: true })],
    ['a correction by the reporter', react(begin, { soort: 'correctie', omschrijving: 'Anders.' })],
    ['"ja, opgelost"', react(closed('opgelost'), { soort: 'oordeel', opgelost: true })],
    ['erased contact data', react(begin, { soort: 'contact-wissen' })],
    ['what took in another', merged.hoofd],
    ['what let another go', split.hoofd],
  ])('for %s', (_name, melding) => {
    expect(findPost(melding, 1, melding.gewijzigdOp)).toEqual([])
  })

  test('for what happened long before the table got it: an import', () => {
    const imported = closed('opgelost')
    expect(findPost(imported, 2, later).map(({ soort }) => soort)).toEqual(['gesloten'])
    expect(findPost(imported, 2, '2026-12-01T09:00:00.000Z')).toEqual([])
  })

  test('for example data: nobody in it has an address', () => {
    const { meldingen, volgingen } = makeVoorbeeldgegevens(bergen, new Date('2026-11-23T00:05:00Z'))
    expect(meldingen.length).toBeGreaterThan(100)
    expect(volgingen.filter(({ volger: { email } }) => email)).toEqual([])
  })

  test('for a change without a line, and for lines that were told before', () => {
    expect(findPost(closed('opgelost'), 0, later)).toEqual([])
    expect(findPost(closed('opgelost'), 1, later)).toEqual([{ versie: 2, soort: 'gesloten' }])
  })
})

describe('the receivers', () => {
  const volgers = [
    { volger: 'v1', volgcode: 'c1', email: 'een@voorbeeld.nl', op: first },
    { volger: 'v2', volgcode: 'c2', email: 'twee@voorbeeld.nl', op: '2026-11-25T09:00:00.000Z' },
    { volger: 'v3', volgcode: 'c3', op: first },
  ]
  const eigen: Adressen = { melding: begin, contact: { email: 'melder@voorbeeld.nl' }, volgers }
  const deel: Adressen = {
    melding: merged.deel,
    contact: { email: 'ander@voorbeeld.nl' },
    volgers: [{ volger: 'v9', volgcode: 'c9', email: 'EEN@voorbeeld.nl', op: first }],
  }
  const ids = (soort: Postsoort, delen: Adressen[] = []) =>
    findOntvangers(soort, later, eigen, delen).map(({ ontvanger }) => ontvanger)

  test('are the reporter and who followed at that moment with an address', () => {
    expect(ids('in-behandeling')).toEqual(['melder', 'v1'])
  })

  test('of a question, an answer and a receipt are the reporter alone', () => {
    for (const soort of ['vraag', 'bericht', 'ontvangen'] as const) expect(ids(soort)).toEqual(['melder'])
  })

  test('are also the people of what was merged into it, for a status only, and each address once', () => {
    const child = `${merged.deel.nummer}_melder`
    expect(ids('gepland', [deel])).toEqual(['melder', 'v1', child])
    expect(ids('categorie', [deel])).toEqual(['melder', 'v1'])
  })

  test('are nobody without an address', () => {
    expect(findOntvangers('gepland', later, adressen(begin), [])).toEqual([])
    expect(findOntvangers('gepland', later, { ...eigen, contact: { naam: 'X' }, volgers: [] }, [])).toEqual(
      [],
    )
  })
})

describe('a mail to who follows', () => {
  test('has the own link and not that of the reporter, nor the words of staff', () => {
    const planned = change(begin, {
      soort: 'status',
      status: 'gepland',
      geplandeDatum: '2026-11-26',
      toelichting: 'Wij belden u.',
    })
    const { onderwerp, tekst: text, html } = brief(planned, volger(planned))
    expect(onderwerp).toContain('De melding die u volgt is gepland')
    expect(text).toContain(`#${begin.nummer}.${geheim.volger}`)
    expect(text + html).not.toContain(geheim.open)
    expect(text + html).not.toContain('Wij belden u.')
  })

  test('does not ask whether it is solved, and says who withdrew it', () => {
    const solved = closed('opgelost')
    expect(brief(solved, volger(solved)).tekst).not.toContain('Is het opgelost?')
    const withdrawn = react(begin, { soort: 'intrekken' })
    expect(brief(withdrawn, volger(withdrawn)).onderwerp).toContain('De melding die u volgt is ingetrokken')
  })

  test('of a merged melding names the own number, its own link and the other one', () => {
    const done = change(merged.hoofd, {
      soort: 'status',
      status: 'gesloten',
      reden: 'opgelost',
      toelichting: 'X.',
    })
    const naar = { ...melder(merged.deel), ontvanger: `${merged.deel.nummer}_melder` }
    const { onderwerp, tekst: text } = brief(done, naar)
    expect(onderwerp).toBe(`Uw melding is opgelost (${begin.nummer})`)
    expect(text).toContain(`hoort bij melding ${hoofd.nummer}`)
    expect(text).toContain(`#${begin.nummer}.${geheim.open}`)
    expect(text).not.toContain(hoofd.volgcode)
    expect(text).not.toContain('Is het opgelost?')
    expect(text).not.toContain('X.')
  })
})

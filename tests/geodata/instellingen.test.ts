/** Settings of a gemeente that do not fit together refuse to start, naming what is wrong. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { listGemeentecodes, loadGemeente } from '../../geodata/gemeente.ts'

const gemeenten = 'geodata/gemeenten'
// biome-ignore lint/suspicious/noExplicitAny: the files are broken in ways their types forbid
type Settings = any

const folder = mkdtempSync(join(tmpdir(), 'instellingen-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync(join(gemeenten, 'GM0373'), join(folder, 'GM0373'), { recursive: true })
const file = join(folder, 'GM0373/instellingen.json')
const whole = readFileSync(file, 'utf8')

const loadWith = (change: (settings: Settings) => unknown) => () => {
  const settings = JSON.parse(whole)
  change(settings)
  writeFileSync(file, JSON.stringify(settings))
  return loadGemeente('GM0373', folder)
}

const categorie = (settings: Settings, code: string) =>
  settings.categorieen.find((each: Settings) => each.code === code)
const rule = (als: Settings, dan: Settings = { team: 'Wegen' }) => ({ naam: 'Proef', als, dan })
const first = (als: Settings, dan?: Settings) => (settings: Settings) =>
  settings.routering.unshift(rule(als, dan))
const tekst = (extra: Settings) => (settings: Settings) =>
  settings.standaardteksten.push({ titel: 'Proef', tekst: 'Dag.', bij: ['bericht'], ...extra })

describe('a gemeente does not start with', () => {
  test.each<[string, (settings: Settings) => unknown, string]>([
    [
      'a categorie of a team that is not there',
      (s) => Object.assign(categorie(s, 'bomen'), { team: 'Bos' }),
      'categorieen: bomen: team: het team Bos staat niet bij teams.',
    ],
    [
      'a categorie without distance of duplicates',
      (s) => delete categorie(s, 'bomen').dubbelBinnenMeter,
      'categorieen: bomen: dubbelBinnenMeter: dubbelBinnenMeter ontbreekt.',
    ],
    [
      'danger without a number to call',
      (s) => delete categorie(s, 'duinbrand').gevaar.telefoon,
      'categorieen: duinbrand: gevaar: telefoon: telefoon ontbreekt.',
    ],
    [
      'danger with a number that is none',
      (s) => Object.assign(categorie(s, 'duinbrand').gevaar, { telefoon: 'bel ons' }),
      'telefoon is geen telefoonnummer.',
    ],
    [
      'the code of a question twice',
      (s) => categorie(s, 'dieren').vragen.push({ code: 'leeft', vraag: 'Nog?', verplicht: false }),
      'categorieen: dieren: vragen: de code leeft staat er twee keer.',
    ],
    [
      'a question with one choice',
      (s) => Object.assign(categorie(s, 'dieren').vragen[0], { keuzes: ['Ja'] }),
      'categorieen: dieren: vragen: leeft: keuzes: minder dan 2 keuzes.',
    ],
    [
      'a retention of nothing',
      (s) => Object.assign(categorie(s, 'dieren'), { bewaartermijnDagen: 0 }),
      'categorieen: dieren: bewaartermijnDagen: bewaartermijnDagen is minstens 1.',
    ],
    ['a team twice', (s) => s.teams.push(s.teams[0]), 'teams: Wegen staat er twee keer.'],
    ['a team without address', (s) => delete s.teams[1].email, 'teams: Verkeer: email: '],
    ['no teams', (s) => delete s.teams, 'teams: teams ontbreekt.'],
    [
      'a rule without condition',
      first({}),
      'routering: Proef: als: als is leeg, dus deze regel past altijd.',
    ],
    [
      'a rule with an empty list',
      first({ kernen: [] }),
      'routering: Proef: als: kernen: een lege lijst past nooit.',
    ],
    [
      'a rule with a condition that nobody knows',
      first({ weer: ['regen'] }),
      'routering: Proef: als: Dit veld is onbekend: weer.',
    ],
    [
      'a rule to an unknown team',
      first({ maanden: [1] }, { team: 'Bos' }),
      'routering: Proef: het team Bos is er niet.',
    ],
    ['a rule for an unknown kern', first({ kernen: ['zand'] }), 'routering: Proef: de kern zand is er niet.'],
    [
      'a rule for an unknown categorie',
      first({ categorieen: ['zand'] }),
      'routering: Proef: de categorie zand is er niet.',
    ],
    [
      'a rule for an unknown group',
      first({ groepen: ['zand'] }),
      'routering: Proef: de groep zand is er niet.',
    ],
    ['a rule at no time', first({ van: '09:00', tot: '09:00' }), 'routering: Proef: van en tot zijn gelijk.'],
    [
      'a rule at a time that is none',
      first({ van: '24:30' }),
      'routering: Proef: als: van: een tijd ziet eruit als 17:00.',
    ],
    ['a rule in a month that is none', first({ maanden: [13] }), 'een maand is 1 tot 12.'],
    ['a rule on a day that is none', first({ dagen: ['zon'] }), 'een dag is ma, di, wo, do, vr, za of zo.'],
    [
      'a rule for a categorie outside its group',
      first({ groepen: ['afval'], categorieen: ['bomen'] }),
      'geen enkele categorie past bij groepen en categorieen samen.',
    ],
    [
      'a rule behind one that takes all of it',
      first({ groepen: ['strand-en-duin'] }),
      'routering: Duinbrand in het weekend: wordt nooit bereikt: “Proef” komt eerder en past altijd al.',
    ],
    [
      'a rule twice',
      (s) => s.routering.push(s.routering[0]),
      'routering: Duinbrand in het weekend: deze naam staat er twee keer.',
    ],
    [
      'a text with an unknown field',
      tekst({ tekst: 'Dag {naam}.' }),
      'standaardteksten: Proef: tekst: {naam} is geen veld; kies uit {nummer}, {categorie}',
    ],
    [
      'a text with half a field',
      tekst({ tekst: 'Dag {nummer.' }),
      'standaardteksten: Proef: tekst: een accolade staat alleen.',
    ],
    [
      'a text that names a day nobody chose',
      tekst({ tekst: 'Op {geplandeDatum}.', bij: ['gepland', 'bericht'] }),
      '{geplandeDatum} is er alleen bij gepland.',
    ],
    [
      'a text for an unknown categorie',
      tekst({ categorieen: ['zand'] }),
      'standaardteksten: Proef: zand is geen categorie of groep.',
    ],
    [
      'a text with a reason that does not close',
      tekst({ reden: 'opgelost' }),
      'standaardteksten: Proef: reden: een reden hoort alleen bij gesloten.',
    ],
    ['a text for no moment', tekst({ bij: [] }), 'standaardteksten: Proef: bij: een lege lijst past nooit.'],
  ])('%s', (_, change, message) => {
    expect(loadWith(change)).toThrow(message)
    expect(loadWith(change)).toThrow(/instellingen\.json: /)
  })
})

test('a rule may name a kern that a later kernindeling brought', () => {
  const settings = (s: Settings) => {
    s.latereKernen = ['zand']
    s.routering.unshift(rule({ kernen: ['zand'] }))
  }
  expect(loadWith(settings)().routering[0]?.naam).toBe('Proef')
})

describe.each(listGemeentecodes())('%s', (code) => {
  const { categorieen, standaardteksten, teams } = loadGemeente(code)

  test('has texts for every moment, and ten of them for any categorie', () => {
    const momenten = new Set(standaardteksten.flatMap(({ bij }) => bij))
    expect(momenten).toEqual(new Set(['in-behandeling', 'gepland', 'gesloten', 'bericht', 'vraag']))
    const any = standaardteksten.filter((each) => !each.categorieen && !each.groepen)
    expect(any.length).toBeGreaterThanOrEqual(10)
  })

  test('has no team that nothing goes to', () => {
    const used = new Set([
      ...categorieen.map(({ team }) => team),
      ...loadGemeente(code).routering.map(({ dan }) => dan.team),
    ])
    expect(teams.map(({ naam }) => naam).filter((naam) => !used.has(naam))).toEqual([])
  })
})

test('Bergen asks about danger on the beach and in the dunes before anything else', () => {
  const { categorieen } = loadGemeente('GM0373')
  const strand = categorieen.filter(({ groep }) => groep.code === 'strand-en-duin')
  expect(strand.length).toBeGreaterThanOrEqual(5)
  expect(strand.filter(({ gevaar }) => gevaar?.telefoon === '112').map(({ code }) => code)).toEqual([
    'aangespoeld',
    'duinbrand',
    'zwemmen-in-zee',
  ])
})

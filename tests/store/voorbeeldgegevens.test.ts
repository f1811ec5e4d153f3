import { describe, expect, test } from 'vitest'
import { tekst } from '../../functions/contract/melding.ts'
import { addVoorbeeldgegevens, makeVoorbeeldgegevens } from '../../functions/jobs/voorbeeldgegevens.ts'
import { listGemeentecodes, loadGemeente } from '../../geodata/gemeente.ts'
import { testNow, useEngine } from '../support/engine.ts'

const engine = useEngine()

describe.each(listGemeentecodes())('the example data of %s', (code) => {
  const gemeente = loadGemeente(code)
  const { meldingen, volgingen, initiatieven, verdeling } = makeVoorbeeldgegevens(gemeente, testNow)

  test('is the same all day, and another the next', () => {
    const evening = makeVoorbeeldgegevens(gemeente, new Date('2026-11-22T21:59:00Z'))
    expect(evening).toEqual({ meldingen, volgingen, initiatieven, verdeling })
    const tomorrow = makeVoorbeeldgegevens(gemeente, new Date('2026-11-23T12:00:00Z'))
    expect(tomorrow.meldingen[0]).not.toEqual(meldingen[0])
  })

  test('has meldingen in every kern, where the index says, with known categorieën', () => {
    expect(new Set(meldingen.map(({ kern }) => kern))).toEqual(
      new Set(gemeente.kernen.map((kern) => kern.code)),
    )
    for (const { positie, kern } of [...meldingen, ...initiatieven])
      expect(gemeente.findKern(...positie)).toEqual({ soort: 'binnen', kern })
    const codes = gemeente.categorieen.map((categorie) => categorie.code)
    expect(codes).toEqual(expect.arrayContaining([...new Set(meldingen.map(({ categorie }) => categorie))]))
  })

  test('covers a year and ends before today', () => {
    const ops = meldingen.flatMap(({ geschiedenis }) => geschiedenis.map(({ op }) => op)).sort()
    expect(ops.at(-1)! <= '2026-11-22T00:00:00.000Z').toBe(true)
    expect(ops[0]! >= '2025-11-21').toBe(true)
    expect(new Set(meldingen.map(({ geregistreerdOp }) => geregistreerdOp.slice(0, 7))).size).toBeGreaterThan(
      11,
    )
  })

  test('has every status, most closed, each with its history in order', () => {
    expect(new Set(meldingen.map(({ status }) => status)).size).toBe(4)
    for (const { geschiedenis, versie, status, gewijzigdOp } of meldingen) {
      expect(geschiedenis).toHaveLength(versie)
      expect(geschiedenis.at(-1)).toMatchObject({ status, op: gewijzigdOp })
      expect(geschiedenis.map(({ op }) => op)).toEqual(geschiedenis.map(({ op }) => op).sort())
    }
  })

  test('has something for every screen: a question, an answer, notes, tasks, a merged pair, a follower', () => {
    const soorten = new Set(meldingen.flatMap(({ geschiedenis }) => geschiedenis.map(({ soort }) => soort)))
    for (const soort of [
      'vraag',
      'antwoord',
      'notitie',
      'bericht',
      'toewijzing',
      'taak',
      'taak-klaar',
    ] as const)
      expect(soorten).toContain(soort)
    expect(meldingen.filter(({ wachtSinds }) => wachtSinds).length).toBeGreaterThan(1)
    const deel = meldingen.find(({ hoofdmelding }) => hoofdmelding)!
    const hoofd = meldingen.find(({ nummer }) => nummer === deel.hoofdmelding)!
    expect(hoofd.deelmeldingen).toEqual([deel.nummer])
    expect(volgingen.map(({ nummer }) => nummer)).toEqual([hoofd.nummer])
    expect(meldingen.every(({ team, waarom }) => team && waarom)).toBe(true)
    const words = meldingen.flatMap(({ geschiedenis }) =>
      geschiedenis.filter(({ soort, toelichting }) => toelichting && soort && soort !== 'status'),
    )
    for (const { toelichting } of words) expect(toelichting).toMatch(/\(voorbeeld\)$/)
  })

  test('is marked as an example and holds nobody', () => {
    for (const { omschrijving, nummer } of meldingen) {
      expect(omschrijving).toMatch(/\(voorbeeld\)$/)
      expect(tekst('Omschrijving', 4000).safeParse(omschrijving).success, nummer).toBe(true)
      expect(omschrijving).not.toMatch(/@|\d{6}|mevrouw|meneer/i)
    }
    for (const { titel } of initiatieven) expect(titel).toMatch(/\(voorbeeld\)$/)
    expect(initiatieven.length).toBeGreaterThan(10)
  })

  test('divides last year over all kernen, to the cent', () => {
    const { aandelen, totaalCenten } = verdeling!.antwoord
    expect(verdeling!.jaar).toBe(2025)
    expect(aandelen).toHaveLength(gemeente.kernen.length)
    expect(aandelen.reduce((sum, { bedragCenten }) => sum + bedragCenten, 0)).toBe(totaalCenten)
  })
})

test('no money is divided in the example of a gemeente with a kern without inwoners', () => {
  const gemeente = loadGemeente('GM0851')
  const [first, ...others] = gemeente.kernen
  const kernen = [{ ...first!, inwoners: 0, inwonersBron: 'ontbreekt' }, ...others]
  expect(makeVoorbeeldgegevens({ ...gemeente, kernen }, testNow)).not.toHaveProperty('verdeling')
})

test('example data is stored once, and its verdeling is adopted', async () => {
  const { stores } = await engine.makeTable()
  const gemeente = loadGemeente('GM0851')
  for (let round = 0; round < 2; round++)
    expect(await addVoorbeeldgegevens({ gemeente, stores, now: testNow })).toEqual({
      meldingen: 400,
      initiatieven: 12,
    })
  const kernen = gemeente.kernen.map(({ code }) => code)
  expect((await stores.meldingen.list({ kernen, limiet: 1000 })).rijen).toHaveLength(400)
  const verdelingen = await stores.wijkbudgetten.list(2025)
  expect(verdelingen.map(({ status, versie }) => [status, versie])).toEqual([['vastgesteld', 1]])
})

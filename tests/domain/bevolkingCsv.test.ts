import { describe, expect, it } from 'vitest'
import { readBevolkingCsv } from '../../functions/domain/bevolking/bevolkingCsv.ts'
import { bergen } from '../support/apiCaller.ts'

const read = (...lines: string[]) => readBevolkingCsv(lines.join('\r\n'), bergen)
const kernen = bergen.kernen.map(({ code }) => code)
const buurten = bergen.kernen.flatMap(({ buurtcodes }) => buurtcodes)
const perKern = (value: (i: number) => string | number) => kernen.map((kern, i) => `${kern};${value(i)}`)
const perBuurt = (value: (i: number) => string | number) => buurten.map((code, i) => `${code};${value(i)}`)
const expected = new Map(kernen.map((kern, i) => [kern, i + 1]))

describe('inwoners from CSV', () => {
  it.each([
    ['with a heading', ['kern;inwoners', ...perKern((i) => i + 1)]],
    ['without a heading', perKern((i) => i + 1)],
    ['with a byte order mark and empty lines', ['\ufeffkern;inwoners', '', ...perKern((i) => i + 1), '']],
    [
      'with commas and quotes',
      ['"Kerncode","Inwoners"', ...perKern((i) => i + 1).map((line) => `"${line.replace(';', '","')}"`)],
    ],
    [
      'with columns around',
      ['jaar;Kerncode;naam;AantalInwoners', ...kernen.map((kern, i) => `2026;${kern};x;${i + 1}`)],
    ],
    ['with the words of CBS', ['Codering_3;AantalInwoners_5', ...perKern((i) => i + 1)]],
    [
      'with the short words of CBS',
      ['gwb_code_10;regio;a_inw', ...kernen.map((kern, i) => `${kern};x;${i + 1}`)],
    ],
    ['by the names of the kernen', bergen.kernen.map(({ naam }, i) => `${naam};${i + 1}`)],
  ])('are read per kern %s', (_, lines) => {
    expect(read(...lines)).toEqual({ inwoners: expected, ontbrekend: [] })
  })

  it('are added up over the buurten of each kern; other gemeenten and totals are passed over', () => {
    const { inwoners, ontbrekend } = read(
      'gwb_code;inwoners',
      'NL00;17000000',
      'GM0373;30000',
      'BU03610000;5',
      ...perBuurt(() => 2),
    )
    expect(ontbrekend).toEqual([])
    expect([...inwoners]).toEqual(bergen.kernen.map(({ code, buurtcodes }) => [code, 2 * buurtcodes.length]))
  })

  it('know thousands with a point', () => {
    expect(read(...perKern(() => '1.234')).inwoners.get('schoorl')).toBe(1234)
  })

  it.each(['-99990', '-99997', '-99999999', '', '.'])(
    'that say “%s” are missing, and the kern has no figure',
    (gegeven) => {
      const [kern] = bergen.kernen
      const lines = perBuurt((i) => (i === 1 ? gegeven : 2))
      const { inwoners, ontbrekend } = read(...lines)
      expect(ontbrekend).toEqual([{ kern: kern?.code, code: buurten[1], gegeven }])
      expect(inwoners.has(kern?.code ?? '')).toBe(false)
      expect(inwoners.size).toBe(kernen.length - 1)
    },
  )

  it('that leave a buurt or kern out name it', () => {
    expect(read(...perBuurt(() => 2).slice(1)).ontbrekend).toMatchObject([
      { code: buurten[0], gegeven: 'staat er niet in' },
    ])
    expect(read(...perKern(() => 2).slice(1)).ontbrekend).toMatchObject([
      { code: kernen[0], kern: kernen[0] },
    ])
  })

  it('with a zero are a figure', () => {
    expect(read(...perKern(() => 0))).toEqual({
      inwoners: new Map(kernen.map((kern) => [kern, 0])),
      ontbrekend: [],
    })
  })

  it('that are wrong are all named, by line', () => {
    const lines = [
      'kern;inwoners',
      'schoorl;12,5',
      'atlantis;5',
      'groet-camperduin;-1',
      'schoorl;1',
      'egmond-binnen;veel',
    ]
    const details = (() => {
      try {
        return read(...lines)
      } catch (error) {
        return (error as { extra: { errors: { detail: string }[] } }).extra.errors.map(({ detail }) => detail)
      }
    })()
    expect(details).toEqual([
      'Regel 2: “12,5” is geen geheel aantal inwoners.',
      'Regel 3: “atlantis” is geen kern of buurt van Bergen (NH.).',
      'Regel 4: -1 is negatief; inwoners kunnen dat niet zijn.',
      'Regel 6: “veel” is geen geheel aantal inwoners.',
    ])
    expect(() => read('schoorl;1', 'schoorl;2')).toThrow('schoorl staat er twee keer in')
    expect(() => read('kern;inwoners')).toThrow('geen regels met inwoners')
  })
})

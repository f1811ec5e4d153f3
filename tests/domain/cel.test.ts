import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { celMeter, centreOfCel, toCel } from '../../functions/domain/cel.ts'

const lon = fc.double({ min: 3.3, max: 7.3, noNaN: true })
const lat = fc.double({ min: 50.7, max: 53.6, noNaN: true })

describe('the grid of the heatmap', () => {
  test('keeps its numbers, because they are stored', () => {
    expect(toCel(4.7, 52.67)).toBe(9_876_620)
    expect(centreOfCel(9_876_620)).toEqual([4.70017, 52.67035])
  })

  test('gives the centre of a cell back as that cell', () => {
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const cel = toCel(x, y)
        expect(toCel(...centreOfCel(cel))).toBe(cel)
      }),
      { seed: 20_261_122 },
    )
  })

  test('puts each point within a cell of about a hundred metres', () => {
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const [cx, cy] = centreOfCel(toCel(x, y))
        const east = Math.abs(x - cx) * 111_195 * Math.cos((y * Math.PI) / 180)
        const north = Math.abs(y - cy) * 111_195
        expect(east).toBeLessThan(celMeter * 0.53)
        expect(north).toBeLessThan(celMeter * 0.53)
      }),
      { seed: 20_261_122 },
    )
  })

  test('gives a point on an edge to the cell north and east of it', () => {
    expect(toCel(4.0001, 50.5009)).toBe(toCel(4.0001, 50.501))
    expect(toCel(4.0001, 50.5009)).toBe(toCel(4.0001, 50.50089) + 4096)
    expect(toCel(3.00146, 52.0001)).toBe(toCel(3.001459, 52.0001) + 1)
  })

  test.each([
    [2.99, 52, 'west'],
    [4.7, 50.49, 'south'],
    [9, 52, 'east'],
    [Number.NaN, 52, 'no number'],
  ])('refuses %d, %d (%s)', (x, y) => expect(() => toCel(x, y)).toThrow(RangeError))
})

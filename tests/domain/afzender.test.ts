import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Budgetsoort,
  checkFormulier,
  judgeBudget,
  toAansluiting,
} from '../../functions/domain/afzender.ts'

describe('a connection', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['2001:db8:1::2:3:4:5', '2001:db8:1:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    [' 198.51.100.7 ', '198.51.100.7'],
  ])('of %s is %s', (adres, aansluiting) => {
    expect(toAansluiting(adres)).toBe(aansluiting)
  })

  test('of IPv6 is the same however it is written, and whatever its last half', () => {
    const group = fc.integer({ min: 0, max: 0xffff })
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 8, maxLength: 8 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (groups, other) => {
          const plain = groups.map((each) => each.toString(16)).join(':')
          const padded = groups.map((each) => each.toString(16).padStart(4, '0').toUpperCase()).join(':')
          const neighbour = [...groups.slice(0, 4), ...other].map((each) => each.toString(16)).join(':')
          expect(toAansluiting(padded)).toBe(toAansluiting(plain))
          expect(toAansluiting(neighbour)).toBe(toAansluiting(plain))
        },
      ),
    )
  })
})

describe('a budget', () => {
  test.each<[Budgetsoort, number, string]>([
    ['melding', 19, 'vrij'],
    ['melding', 20, 'bewijs'],
    ['melding', 99, 'bewijs'],
    ['melding', 100, 'wacht'],
    ['volger', 20, 'bewijs'],
    ['foto', 79, 'vrij'],
    ['foto', 80, 'bewijs'],
    ['nabij', 199, 'vrij'],
    ['nabij', 1000, 'wacht'],
  ])('of twenty an hour says of %s number %i: %s', (soort, aantal, oordeel) => {
    expect(judgeBudget(soort, aantal, 20)).toBe(oordeel)
  })
})

describe('how a form was filled in', () => {
  test.each([
    [undefined, []],
    [{ lokveld: '', invultijdMillis: 3000 }, []],
    [{ lokveld: '', invultijdMillis: 2999 }, ['/formulier/invultijdMillis']],
    [{ lokveld: 'x', invultijdMillis: 0 }, ['/formulier/lokveld']],
    [{ lokveld: ' ', invultijdMillis: 9000 }, ['/formulier/lokveld']],
  ])('%j is refused at %j', (formulier, pointers) => {
    expect(checkFormulier(formulier).map(({ pointer }) => pointer)).toEqual(pointers)
  })
})

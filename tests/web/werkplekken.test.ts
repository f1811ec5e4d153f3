import { describe, expect, test } from 'vitest'
import type { Rol } from '../../functions/contract/route.ts'
import { listPlaatsen } from '../../web/state/werkplekken.ts'

describe('the menu of the work place', () => {
  test.each<[Rol[], string[]]>([
    [['coordinator'], ['/werkplek', '/werkplek/wijkbudget/grootboek']],
    [
      ['coordinator', 'financien'],
      ['/werkplek', '/werkplek/wijkbudget'],
    ],
    [['beheerder'], ['/werkplek', '/werkplek/wijkbudget', '/werkplek/kernindeling']],
    [['financien'], ['/werkplek/wijkbudget']],
    [['college'], ['/werkplek/wijkbudget', '/werkplek/kernindeling']],
    [[], []],
  ])('of %j opens %j', (rollen, opens) => {
    expect(listPlaatsen(rollen).map(({ opent }) => opent)).toEqual(opens)
  })
})

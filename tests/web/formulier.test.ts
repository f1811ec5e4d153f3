import { describe, expect, test } from 'vitest'
import { maxTekst } from '../../functions/contract/melding.ts'
import { maxOmschrijving } from '../../web/state/draft.ts'
import { openFouten } from '../../web/state/useFouten.ts'
import { isOnlyNummer, parseVolglink } from '../../web/state/volglink.ts'

describe('a mistake', () => {
  const fouten = { email: 'Dit is geen geldig e-mailadres.', zoek: 'Kies een plek.', anders: 'Blijft.' }
  const refused = { email: 'piet', zoek: undefined }

  test('stays as long as its answer stays', () => {
    expect(openFouten(fouten, refused, { ...refused, naam: 'Piet' })).toEqual(fouten)
  })

  test('goes when its answer changes, and only that one', () => {
    expect(Object.keys(openFouten(fouten, refused, { ...refused, email: 'piet@' }))).toEqual([
      'zoek',
      'anders',
    ])
    expect(Object.keys(openFouten(fouten, refused, { ...refused, zoek: '4.7,52.7' }))).toEqual([
      'email',
      'anders',
    ])
  })
})

test('the form takes as much text as the service', () => {
  expect(maxOmschrijving).toBe(maxTekst)
})

describe('a volglink', () => {
  test('is a nummer with its code; a nummer alone is known as that', () => {
    const code = 'abcdefghijklmnop-_12'
    expect(parseVolglink(`https://kernpunt.nl/volg#M-4F7K-2M9Q.${code}`)).toEqual({
      nummer: 'M-4F7K-2M9Q',
      code,
    })
    expect(parseVolglink('M-4F7K-2M9Q')).toBeUndefined()
    expect(['M-4F7K-2M9Q', ' m-4f7k-2m9q ', '#M-4F7K-2M9Q.'].map(isOnlyNummer)).toEqual([true, true, true])
    expect([`M-4F7K-2M9Q.${code}`, 'hallo', ''].map(isOnlyNummer)).toEqual([false, false, false])
  })
})

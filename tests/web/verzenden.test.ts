import { describe, expect, test } from 'vitest'
import { maxFotoBytes } from '../../functions/contract/foto.ts'
import type { Categorie } from '../../functions/contract/instellingen.ts'
import { NieuweMelding } from '../../functions/contract/melding.ts'
import { toNieuweMelding } from '../../web/pages/melden/toNieuweMelding.ts'
import type { Draft } from '../../web/state/draft.ts'
import { meesteFotoBytes, meesteFotos } from '../../web/verzenden/grenzen.ts'

const dieren: Categorie = {
  code: 'dieren',
  naam: 'Dieren',
  groep: { code: 'overlast', naam: 'Overlast' },
  omschrijving: 'Een dood dier.',
  vragen: [
    { code: 'leeft', vraag: 'Leeft het dier nog?', keuzes: ['Ja', 'Nee'], verplicht: true },
    { code: 'soort-dier', vraag: 'Welk dier is het?', verplicht: false },
  ],
  dubbelBinnenMeter: 50,
  termijn: { aantal: 5, eenheid: 'werkdagen' },
  openbaar: true,
}

const draft = (change: Partial<Draft> = {}): Draft => ({
  positie: [4.67835312345, 52.69656],
  categorie: 'dieren',
  omschrijving: '  Een dode meeuw. ',
  contact: { naam: '', email: ' jan@voorbeeld.nl ', telefoon: '' },
  antwoorden: { leeft: 'Nee', 'soort-dier': ' ', lantaarnpaalnummer: '12' },
  gevaar: '',
  begonnenOp: 1000,
  sleutel: 'a',
  geprobeerd: false,
  ...change,
})

describe('the form', () => {
  test('takes as many and as large photos as the service', () => {
    const fotos = (count: number) => Array.from({ length: count }, () => 'a'.repeat(22))
    const body = { ...toNieuweMelding(draft(), dieren, '', 9000), fotos: fotos(meesteFotos) }
    expect(meesteFotoBytes).toBe(maxFotoBytes)
    expect(NieuweMelding.safeParse(body).success).toBe(true)
    expect(NieuweMelding.safeParse({ ...body, fotos: fotos(meesteFotos + 1) }).success).toBe(false)
  })

  test('sends what is filled in, trimmed, and only answers to questions of its subject', () => {
    expect(toNieuweMelding(draft(), dieren, '', 9000)).toEqual({
      categorie: 'dieren',
      omschrijving: 'Een dode meeuw.',
      geometrie: { type: 'Point', coordinates: [4.678353, 52.69656] },
      contact: { email: 'jan@voorbeeld.nl' },
      antwoorden: { leeft: 'Nee' },
      formulier: { lokveld: '', invultijdMillis: 8000 },
    })
  })

  test('leaves out contact and answers when there are none, and waits for a place', () => {
    const empty = draft({ contact: { naam: ' ', email: '', telefoon: '' }, antwoorden: {} })
    expect(Object.keys(toNieuweMelding(empty, dieren, '', 9000)!)).not.toContain('contact')
    expect(Object.keys(toNieuweMelding(empty, dieren, '', 9000)!)).not.toContain('antwoorden')
    expect(toNieuweMelding(draft({ positie: undefined }), dieren, '', 9000)).toBeUndefined()
  })
})

import { expect, test } from 'vitest'
import { readNummer } from '../../web/pages/werkplek/readNummer.ts'

test.each([
  ['M-4F7K-2M9Q', 'M-4F7K-2M9Q'],
  [' m 4f7k 2m9q ', 'M-4F7K-2M9Q'],
  ['m4f7k2m9q', 'M-4F7K-2M9Q'],
  ['I-4F7K-2M9Q', undefined],
  ['M-4F7K-2M9', undefined],
  ['M-4F7K-2M9U', undefined],
  ['', undefined],
])('the number %j means %j', (text, nummer) => {
  expect(readNummer(text)).toBe(nummer)
})

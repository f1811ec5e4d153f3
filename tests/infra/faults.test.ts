import { expect, test } from 'vitest'
import { createFaults } from '../../infra/local/faults.ts'

const useFaults = () => {
  const lines: string[] = []
  return { lines, ...createFaults((line) => lines.push(line)) }
}

test('a fault behind a request is one line on the screen, and a request that went well is none', () => {
  const { lines, log } = useFaults()
  log('{"route":"getKern","status":200,"ms":3,"verzoek":"a1"}')
  log('{"fout":["TypeError","at getKern (getKern.ts:7:3)","at run (endpoint.ts:9:1)"],"verzoek":"a2"}')
  expect(lines).toEqual([
    'Een verzoek is mislukt door een fout in Kernpunt: TypeError at getKern (getKern.ts:7:3) (verzoek a2).',
  ])
})

test('a fault of the stream is said once per kind, with its place and without its words', () => {
  const { lines, onError } = useFaults()
  const secret = 'mevrouw De Vries, 06-12345678'
  for (const error of [new Error(secret), new Error(secret), new TypeError(secret)]) onError(error)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^De aantallen bijwerken lukt even niet \(Error at .*faults\.test\.ts.*\)\./)
  expect(lines[1]).toContain('TypeError at ')
  expect(lines.join()).not.toContain('Vries')
  expect(lines.join()).not.toContain('\n')
})

test('trouble with mail is said apart, once, and without an address', () => {
  const { lines, onError, onMailError } = useFaults()
  for (const report of [onError, onMailError, onMailError]) report(new Error('zoe@voorbeeld.nl'))
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(
    /^Mail versturen lukt even niet \(Error at .*\)\. Kernpunt probeert het vanzelf opnieuw\.$/,
  )
  expect(lines.join()).not.toContain('@voorbeeld')
})

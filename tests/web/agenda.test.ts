import { describe, expect, test } from 'vitest'
import { toAgenda } from '../../web/pages/melden/toAgenda.ts'

const afspraak = {
  nummer: 'M-4F7K-2M9Q',
  host: 'kernpunt.test',
  datum: '2026-12-31',
  gemaaktOp: '2026-11-24T09:00:00.123Z',
  titel: 'Melding M-4F7K-2M9Q: is het opgelost?',
  uitleg: 'Komt de gemeente, of niet; zie de volglink\\. Anders: bel.\nTot dan.',
}
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

describe('the promised date for a calendar', () => {
  test('is one event of a whole day, over the end of a year too', () => {
    const lines = linesOf(toAgenda(afspraak))
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231')
    expect(lines).toContain('DTEND;VALUE=DATE:20270101')
    expect(lines).toContain('DTSTAMP:20261124T090000Z')
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  })

  test('is the same event when it is made again', () => {
    const uid = (file: string) => linesOf(file).find((line) => line.startsWith('UID:'))
    expect(uid(toAgenda(afspraak))).toBe('UID:M-4F7K-2M9Q@kernpunt.test')
    expect(uid(toAgenda({ ...afspraak, titel: 'In English' }))).toBe(uid(toAgenda(afspraak)))
  })

  test('escapes what has a meaning of its own', () => {
    expect(linesOf(toAgenda(afspraak))).toContain(
      'DESCRIPTION:Komt de gemeente\\, of niet\\; zie de volglink\\\\. Anders: bel.\\nTot dan.',
    )
  })

  test('has lines of at most 75 bytes that end in CR LF, with whole characters', () => {
    const file = toAgenda({ ...afspraak, uitleg: 'é€🙂'.repeat(60) })
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of file.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      expect(line.isWellFormed()).toBe(true)
    }
    expect(linesOf(file)).toContain(`DESCRIPTION:${'é€🙂'.repeat(60)}`)
  })
})

import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDagen } from '../../functions/domain/dag.ts'
import { checkBewaartermijnen } from '../../functions/jobs/bewaartermijnen.ts'
import { eraseMelder, exportMelder } from '../../functions/jobs/melder.ts'
import { getItem, queryPartition } from '../../functions/store/connection.ts'
import { contactKey, meldingKey } from '../../functions/store/keys.ts'
import { scanPages } from '../../functions/store/scan.ts'
import { eraseMails } from '../../infra/local/mailFolder.ts'
import { readPersoon, runMelder } from '../../infra/local/privacyCommands.ts'
import { type Table, useEngine } from '../support/engine.ts'
import { changeMelding, makeMelding } from '../support/records.ts'

const engine = useEngine()
const gemeente = {
  bewaartermijnDagen: 30,
  categorieen: [
    {
      code: 'dode-dieren',
      naam: 'Dood dier',
      groep: { code: 'dieren', naam: 'Dieren' },
      omschrijving: '',
      termijn: { aantal: 1, eenheid: 'dagen' as const },
      openbaar: true,
      dubbelBinnenMeter: 20,
      bewaartermijnDagen: 10,
    },
  ],
}
const closedOp = '2026-03-01T10:00:00.000Z'
const canary = 'KANARIE-7f3a'
const contact = { naam: canary, email: 'Kanarie@Voorbeeld.nl', telefoon: '+31 6 12345678' }

const close = (melding: ReturnType<typeof makeMelding>, gewijzigdOp = closedOp) =>
  changeMelding(melding, { status: 'gesloten', reden: 'opgelost', gewijzigdOp })

const erased: string[] = []
const eraseFotos = async (fotos: readonly string[]) => void erased.push(...fotos)
const settings = ({ connection, stores }: Table, dag: string) => ({
  connection,
  stores,
  gemeente,
  eraseFotos,
  now: () => new Date(`${dag}T12:00:00Z`),
})
const lastDay = addDagen('2026-03-01', 30)

/** Everything the table holds, as text. */
const readAll = async ({ connection }: Table): Promise<string> => {
  const pages = []
  for await (const page of scanPages(connection, [
    'pk',
    'sk',
    'naam',
    'email',
    'telefoon',
    'omschrijving',
    'kop',
    'geschiedenis',
    'antwoorden',
    'taken',
    'fotos',
    'wat',
    'grond',
  ]))
    pages.push(page)
  return JSON.stringify(pages)
}

describe('erasing by term', () => {
  test('leaves what is within its term, and erases contact, marked text, photos and followers on the last day', async () => {
    const table = await engine.makeTable()
    const { meldingen, vernietigingen } = table.stores
    const open = makeMelding(1, {
      omschrijving: `Bel ${canary}`,
      persoonlijk: true,
      fotos: ['f'.repeat(22)],
      antwoorden: { waar: canary },
      taken: [{ taak: 1, omschrijving: canary, team: 'Wegen' }],
    })
    await meldingen.add(open, contact)
    await meldingen.addVolger(open.nummer, {
      volger: 'v1',
      volgcode: 'x',
      email: `${canary}@voorbeeld.nl`,
      op: closedOp,
    })
    const closed = close(open)
    closed.geschiedenis.at(-1)!.toelichting = `${canary} is gebeld`
    await meldingen.replace(closed)

    expect(await checkBewaartermijnen(settings(table, addDagen(lastDay, -1)))).toMatchObject({ gewist: 0 })
    expect(await readAll(table)).toContain(canary)
    expect(await checkBewaartermijnen(settings(table, lastDay))).toEqual({
      bekeken: 1,
      hersteld: 0,
      gewist: 1,
    })

    expect(await readAll(table)).not.toContain(canary)
    expect(erased).toContain('f'.repeat(22))
    expect(await meldingen.find(open.nummer)).toMatchObject({
      omschrijving: 'Deze tekst is gewist.',
      status: 'gesloten',
      versie: 3,
      gewistDatum: lastDay,
    })
    expect((await vernietigingen.list(2026, { limiet: 10 })).rijen).toEqual([
      {
        nummer: open.nummer,
        wat: ['contact', 'tekst', 'fotos', 'volgers'],
        grond: 'Bewaartermijn van 30 dagen na sluiten',
        datum: lastDay,
      },
    ])
    expect(await checkBewaartermijnen(settings(table, lastDay))).toEqual({
      bekeken: 0,
      hersteld: 0,
      gewist: 0,
    })
  })

  test('keeps the text that nobody marked, and takes the term of the categorie', async () => {
    const table = await engine.makeTable()
    const { meldingen, vernietigingen } = table.stores
    const open = makeMelding(2, { categorie: 'dode-dieren' })
    await meldingen.add(open, contact)
    await meldingen.replace(close(open))
    expect(await checkBewaartermijnen(settings(table, '2026-03-11'))).toMatchObject({ gewist: 1 })
    expect(await meldingen.find(open.nummer)).toMatchObject({ omschrijving: open.omschrijving })
    expect((await vernietigingen.list(2026, { limiet: 1 })).rijen[0]).toMatchObject({ wat: ['contact'] })
  })

  test('erases followers of a melding that holds nothing personal itself', async () => {
    const table = await engine.makeTable()
    const { meldingen } = table.stores
    const open = makeMelding(3)
    await meldingen.add(open)
    await meldingen.addVolger(open.nummer, { volger: 'v1', volgcode: 'x', op: closedOp })
    await meldingen.replace(close(open))
    expect(await checkBewaartermijnen(settings(table, lastDay))).toMatchObject({ gewist: 1 })
    expect(await meldingen.listVolgers(open.nummer)).toEqual([])
  })

  test('goes on after a change in between, and erases nothing of what was opened again', async () => {
    const table = await engine.makeTable()
    const { meldingen } = table.stores
    const open = makeMelding(4)
    const closed = close(open)
    await meldingen.add(open, contact)
    await meldingen.replace(closed)
    // Somebody opens it between the look and the write.
    const find = meldingen.find.bind(meldingen)
    let first = true
    const racing = {
      ...table.stores,
      meldingen: {
        ...meldingen,
        find: async (nummer: string) => {
          const found = await find(nummer)
          if (first) await meldingen.replace(changeMelding(closed, { status: 'in-behandeling' }))
          first = false
          return found
        },
      },
    }
    const uitkomst = await checkBewaartermijnen({ ...settings(table, lastDay), stores: racing })
    expect(uitkomst).toMatchObject({ gewist: 0 })
    expect(await meldingen.findContact(open.nummer)).toEqual(contact)
  })

  test('with more followers than one transaction holds', async () => {
    const table = await engine.makeTable()
    const { meldingen } = table.stores
    const open = makeMelding(5)
    await meldingen.add(open, contact)
    for (let n = 0; n < 101; n++)
      await meldingen.addVolger(open.nummer, { volger: `v${n}`, volgcode: 'x', op: closedOp })
    await meldingen.replace(close(open))
    expect(await checkBewaartermijnen(settings(table, lastDay))).toMatchObject({ gewist: 1 })
    const left = await queryPartition(table.connection, meldingKey(open.nummer).pk)
    expect(left.map(({ sk }) => sk)).toEqual(['melding'])
  })
})

describe('one reporter', () => {
  const makeTwo = async () => {
    const table = await engine.makeTable()
    const { meldingen } = table.stores
    const open = makeMelding(11, { omschrijving: `open ${canary}` })
    const done = makeMelding(12, {
      omschrijving: `klaar ${canary}`,
      taken: [{ taak: 1, omschrijving: 'x', team: 'Wegen', klaarOp: closedOp, klaarDoor: 'Coördinator Wim' }],
    })
    const other = makeMelding(13, { omschrijving: 'van een ander' })
    await meldingen.add(open, contact)
    await meldingen.add(done, { telefoon: '0612345678' })
    await meldingen.replace(close(done))
    await meldingen.add(other, { email: 'ander@voorbeeld.nl', telefoon: '0687654321' })
    await meldingen.addVolger(other.nummer, {
      volger: 'v1',
      volgcode: 'x',
      email: 'kanarie@voorbeeld.nl',
      op: closedOp,
    })
    return { table, open, done, other }
  }
  const persoon = { email: 'kanarie@voorbeeld.NL', telefoon: '06-12345678' }

  test('gets everything about himself and nothing of another, without secrets or names of staff', async () => {
    const { table, open, done, other } = await makeTwo()
    const stukken = await exportMelder(persoon, settings(table, lastDay))
    expect(stukken.map(({ nummer, rol }) => [nummer, rol]).sort()).toEqual(
      [
        [open.nummer, 'melder'],
        [done.nummer, 'melder'],
        [other.nummer, 'volger'],
      ].sort(),
    )
    const text = JSON.stringify(stukken)
    expect(text).toContain(`klaar ${canary}`)
    for (const secret of ['van een ander', 'ander@voorbeeld.nl', open.volgcode, done.volgcode, 'Coördinator'])
      expect(text).not.toContain(secret)
  })

  test('is erased; the text of what is still handled goes with its term', async () => {
    const { table, open, done, other } = await makeTwo()
    expect(await eraseMelder(persoon, settings(table, '2026-03-05'))).toEqual({
      gewist: [done.nummer],
      tekstBlijft: [open.nummer],
      nietMeerGevolgd: [other.nummer],
    })
    expect(await getItem(table.connection, contactKey(open.nummer))).toBeUndefined()
    expect(await readAll(table)).not.toContain('12345678')
    expect(await exportMelder(persoon, settings(table, '2026-03-05'))).toEqual([])
    const { rijen } = await table.stores.vernietigingen.list(2026, { limiet: 10 })
    expect(rijen.map(({ nummer, wat }) => [nummer, wat]).sort()).toEqual(
      [
        [open.nummer, ['contact']],
        [done.nummer, ['contact', 'tekst']],
        [other.nummer, ['volgers']],
      ].sort(),
    )

    await table.stores.meldingen.replace(close((await table.stores.meldingen.find(open.nummer))!))
    await checkBewaartermijnen(settings(table, lastDay))
    expect(await readAll(table)).not.toContain(canary)
    expect(await table.stores.meldingen.findContact(other.nummer)).toMatchObject({
      email: 'ander@voorbeeld.nl',
    })
  })

  test('is only erased when that was said twice, and always by name', async () => {
    const { table, done } = await makeTwo()
    const mailFolder = await mkdtemp(join(engine.folder.path, 'mail-'))
    await writeFile(join(mailFolder, 'een.eml'), `From: a@b.nl\r\nTo: ${persoon.email}\r\n\r\n${canary}`)
    await writeFile(join(mailFolder, 'ander.eml'), 'From: a@b.nl\r\nTo: ander@voorbeeld.nl\r\n\r\nDag')
    const args = ['--email', persoon.email, '--telefoon', persoon.telefoon]
    const [found] = await runMelder('wis', args, { ...settings(table, lastDay), mailFolder })
    expect(found).toContain(`${done.nummer} (melder)`)
    expect(await readAll(table)).toContain(canary)
    const lines = await runMelder('wis', [...args, '--zeker'], { ...settings(table, lastDay), mailFolder })
    expect(lines[0]).toContain(done.nummer)
    expect(await readdir(mailFolder)).toEqual(['ander.eml'])
    expect(await runMelder('wis', args, { ...settings(table, lastDay), mailFolder })).toEqual([
      'Van deze melder is niets gevonden. Er is niets gewist.',
    ])
    expect(() => readPersoon([])).toThrow('Noem de melder met --email ADRES of --telefoon NUMMER')
    expect(() => readPersoon(['--mail', 'x@voorbeeld.nl'])).toThrow(
      'Dit begrijp ik niet: --mail x@voorbeeld.nl. Noem de melder met --email ADRES',
    )
  })
})

describe('mails as files', () => {
  test('go with what they were about, to whom it belonged, and no others', async () => {
    const folder = await mkdtemp(join(engine.folder.path, 'mail-'))
    const [een, hoofd] = [makeMelding(31).nummer, makeMelding(32).nummer]
    const names = [
      `20260301T100000Z_${een}_0001_melder.eml`,
      `20260301T100000Z_${een}_0002_abc123.eml`,
      `20260302T100000Z_${hoofd}_0003_${een}_melder.eml`,
      `20260302T100000Z_${hoofd}_0003_melder.eml`,
      `20260401T100000Z_${een}_0009_melder.eml`,
      '20260302T060000Z_dagbericht_2026-03-02_Wegen.eml',
    ]
    const draft = `.20260303T100000Z_${een}_0004_melder.eml.nieuw`
    for (const name of [...names, draft]) await writeFile(join(folder, name), 'To: iemand@voorbeeld.nl')
    const regel = { nummer: een, wat: ['contact' as const], grond: 'term', datum: '2026-03-31' }
    await eraseMails(folder, [regel])
    expect((await readdir(folder)).sort()).toEqual([names[1], names[3], names[4], names[5]].sort())
    await eraseMails(folder, [{ ...regel, wat: ['volgers'] }])
    expect((await readdir(folder)).sort()).toEqual([names[3], names[4], names[5]].sort())
    await eraseMails(join(folder, 'is er niet'), [regel])
  })
})

describe('the list of what was erased', () => {
  test('goes page by page, by day, and stays in its year', async () => {
    const table = await engine.makeTable()
    const { meldingen, vernietigingen } = table.stores
    for (let n = 20; n < 25; n++) {
      const open = makeMelding(n)
      await meldingen.add(open, contact)
      await meldingen.replace(close(open))
      await checkBewaartermijnen(settings(table, addDagen(lastDay, n)))
    }
    const first = await vernietigingen.list(2026, { limiet: 3 })
    const second = await vernietigingen.list(2026, { limiet: 3, cursor: first.volgende! })
    const days = [...first.rijen, ...second.rijen].map(({ datum }) => datum)
    expect(days).toHaveLength(5)
    expect(days).toEqual([...days].sort())
    expect(second.volgende).toBeUndefined()
    expect(await vernietigingen.list(2025, { limiet: 3 })).toEqual({ rijen: [] })
    await expect(vernietigingen.list(2025, { limiet: 3, cursor: first.volgende! })).rejects.toThrow('cursor')
  })
})

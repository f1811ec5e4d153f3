import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../functions/contract/problem.ts'
import type { LijstVraag, MeldingRecord, MeldingRegel, Stores } from '../../functions/domain/ports.ts'
import { createStores } from '../../functions/store/stores.ts'
import { testNow, useEngine } from '../support/engine.ts'
import { addMeldingen, changeMelding, instantOf, makeInitiatief, makeMelding } from '../support/records.ts'

const engine = useEngine()
const kernen = ['groet', 'schoorl', 'camperduin']

const spread = (n: number): Partial<MeldingRecord> => ({
  kern: kernen[n % 3]!,
  categorie: n % 4 === 0 ? 'bomen' : 'straatverlichting',
  ...(n % 5 === 0 && { status: 'gesloten' as const, reden: 'opgelost' as const }),
})

const fill = (stores: Stores, count: number, first = 0) => addMeldingen(stores, spread, count, first)

/** Every page until there is no next; `between` happens after each page. */
const walk = async (
  stores: Stores,
  vraag: Partial<LijstVraag>,
  between: (page: number) => Promise<unknown> = async () => {},
): Promise<MeldingRegel[]> => {
  const rows: MeldingRegel[] = []
  let cursor: string | undefined
  let page = 0
  do {
    const bladzijde = await stores.meldingen.list({ kernen, limiet: 7, ...vraag, ...(cursor && { cursor }) })
    expect(bladzijde.rijen.length).toBeLessThanOrEqual(vraag.limiet ?? 7)
    rows.push(...bladzijde.rijen)
    cursor = bladzijde.volgende
    await between(page++)
  } while (cursor)
  return rows
}

const nummers = (rows: readonly { nummer: string }[]): string[] => rows.map(({ nummer }) => nummer)

describe('a list of meldingen', () => {
  test('goes over all kernen, open and closed, newest first, in pages of any size', async () => {
    const { stores } = await engine.makeTable()
    const newestFirst = nummers(await fill(stores, 60)).toReversed()
    for (const limiet of [1, 7, 59, 60, 61, 500])
      expect(nummers(await walk(stores, { limiet }))).toEqual(newestFirst)
  })

  test('keeps its order where all that is new is in one kern', async () => {
    const { stores } = await engine.makeTable()
    const meldingen = Array.from({ length: 60 }, (_, n) =>
      makeMelding(n, { kern: n < 20 ? 'schoorl' : 'groet', ...(n % 5 === 0 && { status: 'gesloten' }) }),
    )
    await Promise.all(meldingen.map((melding) => stores.meldingen.add(melding)))
    for (const limiet of [9, 30, 55])
      expect(nummers(await walk(stores, { limiet }))).toEqual(nummers(meldingen).toReversed())
  })

  test('fills a page while there is more', async () => {
    const { stores } = await engine.makeTable()
    await fill(stores, 60)
    const { rijen } = await stores.meldingen.list({ kernen, limiet: 50 })
    expect(rijen).toHaveLength(50)
  })

  test('reads no more of a long list than of a short one', async () => {
    const countRead = async (meldingen: number): Promise<number> => {
      const { stores, connection } = await engine.makeTable()
      await fill(stores, meldingen)
      let read = 0
      const send = connection.client.send.bind(connection.client) as (command: unknown) => Promise<Answer>
      type Answer = { Items?: unknown[] }
      const counting = Object.assign(Object.create(connection.client), {
        send: async (command: unknown) => {
          const answer = await send(command)
          read += answer.Items?.length ?? 0
          return answer
        },
      })
      const watched = createStores(counting, connection.tableName, { cursorKey: 'x', now: () => testNow })
      expect((await watched.meldingen.list({ kernen, limiet: 5 })).rijen).toHaveLength(5)
      return read
    }
    // The kinds of meldingen repeat every sixty, so the newest of both are alike.
    const short = await countRead(120)
    expect(await countRead(240)).toBe(short)
    expect(short).toBeLessThan(100)
  })

  test('shows the first words and never the text, the history or the secret', async () => {
    const { stores } = await engine.makeTable()
    const long = `Eerste regel\n${'woord '.repeat(100)}`
    await stores.meldingen.add(makeMelding(1, { omschrijving: long, kern: 'groet' }), {
      naam: 'J. Voorbeeld',
    })
    const [regel] = (await stores.meldingen.list({ kernen, limiet: 5 })).rijen
    expect(regel).not.toHaveProperty('omschrijving')
    expect(regel).not.toHaveProperty('geschiedenis')
    expect(regel).not.toHaveProperty('volgcode')
    expect(regel?.kop.startsWith('Eerste regel woord')).toBe(true)
    expect(regel?.kop.length).toBeLessThanOrEqual(100)
  })

  test('keeps to kern, categorie, status, bbox and period', async () => {
    const { stores } = await engine.makeTable()
    const meldingen = await fill(stores, 60)
    const bbox = [4.7015, 52.6, 4.7045, 52.7] as const
    const questions: [Partial<LijstVraag>, (melding: MeldingRecord) => boolean][] = [
      [{ kernen: ['groet'] }, ({ kern }) => kern === 'groet'],
      [{ categorie: 'bomen' }, ({ categorie }) => categorie === 'bomen'],
      [{ status: 'gesloten' }, ({ status }) => status === 'gesloten'],
      [{ status: 'ontvangen', kernen: ['schoorl'] }, (m) => m.status === 'ontvangen' && m.kern === 'schoorl'],
      [{ status: 'gepland' }, () => false],
      [{ bbox }, ({ positie: [lon] }) => lon >= bbox[0] && lon <= bbox[2]],
      [
        { vanaf: instantOf(10), voor: instantOf(20) },
        ({ geregistreerdOp }) => geregistreerdOp >= instantOf(10) && geregistreerdOp < instantOf(20),
      ],
    ]
    for (const [vraag, fits] of questions)
      expect(nummers(await walk(stores, vraag)), JSON.stringify(vraag)).toEqual(
        nummers(meldingen.filter(fits)).toReversed(),
      )
  })
})

describe('a walk through a list', () => {
  test('meets every old melding once while new ones come in', async () => {
    const { stores } = await engine.makeTable()
    const old = nummers(await fill(stores, 40))
    const rows = await walk(stores, {}, (page) => fill(stores, 3, 40 + 3 * page))
    expect(nummers(rows)).toEqual(old.toReversed())
  })

  test('meets every old melding once while others close, reopen and get another kern', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(29), { minLength: 20, maxLength: 60 }), async (changes) => {
        const { stores } = await engine.makeTable()
        const current = await fill(stores, 30)
        const change = async () => {
          for (const i of changes.splice(0, 8)) {
            const melding = current[i]!
            const closed = melding.status === 'gesloten'
            const status = closed ? ('in-behandeling' as const) : ('gesloten' as const)
            current[i] = changeMelding(melding, {
              status,
              ...(i % 7 === 0 && { kern: kernen[(i + 1) % 3]! }),
            })
            await stores.meldingen.replace(current[i])
          }
        }
        const rows = await walk(stores, { limiet: 4 }, change)
        expect(nummers(rows).sort()).toEqual(nummers(current).sort())
      }),
      { numRuns: 8, seed: 20_261_122 },
    )
  })

  test('does not lose a melding that closes or reopens while its page is being read', async () => {
    const { stores, connection } = await engine.makeTable()
    const [open, closed] = [
      makeMelding(1, { kern: 'groet' }),
      makeMelding(2, { kern: 'groet', status: 'gesloten' }),
    ]
    await stores.meldingen.add(open)
    await stores.meldingen.add(closed)
    const moves = [
      () => stores.meldingen.replace(changeMelding(open, { status: 'gesloten', reden: 'opgelost' })),
      () => stores.meldingen.replace(changeMelding(closed, { status: 'in-behandeling' })),
    ]
    // Before the second query of the page, when the open ones were read and the closed ones were not.
    let queries = 0
    const send = connection.client.send.bind(connection.client) as (command: unknown) => Promise<unknown>
    const moving = Object.assign(Object.create(connection.client), {
      send: async (command: unknown) => {
        if (++queries === 2) for (const move of moves) await move()
        return send(command)
      },
    })
    const during = createStores(moving, connection.tableName, { cursorKey: 'x', now: () => testNow })
    const { rijen } = await during.meldingen.list({ kernen: ['groet'], limiet: 10 })
    expect(rijen.map(({ nummer, status }) => [nummer, status])).toEqual([
      [closed.nummer, 'in-behandeling'],
      [open.nummer, 'gesloten'],
    ])
  })
})

describe('a cursor', () => {
  const nextOf = async (stores: Stores): Promise<string> => {
    await fill(stores, 20)
    return (await stores.meldingen.list({ kernen, limiet: 5 })).volgende ?? ''
  }
  const refused = (error: unknown) => error instanceof Problem && error.code === 'ongeldige-cursor'

  test('that was changed anywhere is refused', async () => {
    const { stores } = await engine.makeTable()
    const cursor = await nextOf(stores)
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    for (let i = 0; i < cursor.length; i++) {
      const other = letters[(letters.indexOf(cursor[i]!) + 1) % letters.length]
      const changed = cursor.slice(0, i) + other + cursor.slice(i + 1)
      await expect(stores.meldingen.list({ kernen, limiet: 5, cursor: changed })).rejects.toSatisfy(refused)
    }
    for (const nonsense of [
      '',
      'x',
      '%%%',
      `${cursor}=`,
      cursor.slice(0, -1),
      `${cursor}A`,
      'A'.repeat(2000),
    ])
      await expect(stores.meldingen.list({ kernen, limiet: 5, cursor: nonsense })).rejects.toSatisfy(refused)
  })

  test('belongs to its question, its list and its service, but not to its page size', async () => {
    const { stores, connection } = await engine.makeTable()
    const cursor = await nextOf(stores)
    const others: Partial<LijstVraag>[] = [
      { kernen: ['groet'] },
      { categorie: 'bomen' },
      { status: 'ontvangen' },
      { bbox: [4, 52, 5, 53] },
      { vanaf: instantOf(0) },
    ]
    for (const other of others)
      await expect(stores.meldingen.list({ kernen, limiet: 5, cursor, ...other })).rejects.toSatisfy(refused)
    await expect(stores.initiatieven.list({ kernen, limiet: 5, cursor })).rejects.toSatisfy(refused)
    const elsewhere = createStores(connection.client, connection.tableName, {
      cursorKey: 'b',
      now: () => testNow,
    })
    await expect(elsewhere.meldingen.list({ kernen, limiet: 5, cursor })).rejects.toSatisfy(refused)
    expect((await stores.meldingen.list({ kernen, limiet: 9, cursor })).rijen).toHaveLength(9)
  })
})

describe('a list of initiatieven', () => {
  test('gives whole initiatieven, newest first, once each', async () => {
    const { stores } = await engine.makeTable()
    const all = Array.from({ length: 12 }, (_, n) => makeInitiatief(n, { kern: kernen[n % 3]! }))
    for (const initiatief of all) await stores.initiatieven.add(initiatief)
    const first = await stores.initiatieven.list({ kernen, limiet: 8 })
    const second = await stores.initiatieven.list({ kernen, limiet: 8, cursor: first.volgende! })
    expect([...first.rijen, ...second.rijen]).toEqual(all.toReversed())
    expect(second.volgende).toBeUndefined()
    expect(await stores.initiatieven.add(makeInitiatief(3, { titel: 'Anders' }))).toMatchObject({
      soort: 'bestaat',
    })
  })
})

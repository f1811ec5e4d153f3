import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import type { GrootboekStore, VerdelingRecord } from '../../functions/domain/ports.ts'
import {
  type NogTeBoeken,
  vaststellingSleutel,
  writeBoeking,
} from '../../functions/domain/wijkbudget/boeking.ts'
import { computeStand } from '../../functions/domain/wijkbudget/grootboek.ts'
import type { Connection } from '../../functions/store/connection.ts'
import { createGrootboekStore } from '../../functions/store/grootboeken.ts'
import { useEngine } from '../support/engine.ts'
import { makeVerdeling } from '../support/records.ts'

const engine = useEngine()
const by = { op: '2026-04-07T09:30:00.000Z', door: 'fatima' }
const ledger = { jaar: 2026, kern: 'schoorl' }

const regel = (
  soort: NogTeBoeken['soort'],
  bedragCenten: number,
  rest: Partial<NogTeBoeken> = {},
): NogTeBoeken => ({
  ...ledger,
  soort,
  bedragCenten,
  omschrijving: 'proef',
  ...rest,
})

const book = (store: GrootboekStore, sleutel: string, ...regels: NogTeBoeken[]) => {
  const kernen = [...new Map(regels.map(({ jaar, kern }) => [`${jaar} ${kern}`, { jaar, kern }])).values()]
  return store.book({ ...by, sleutel, grootboeken: kernen }, (standen) => writeBoeking(standen, regels, by))
}

/** The one law of the store: what is kept as stand is what the lines add up to. */
async function expectSums(store: GrootboekStore, jaar = 2026) {
  const standen = await store.listStanden(jaar)
  for (const { kern, versie: _versie, bijgewerktOp: _op, jaar: _jaar, ...stand } of standen) {
    const regels = await store.listRegels(jaar, [kern])
    expect({ ...computeStand(regels), kern }).toEqual({ ...stand, kern })
    expect(regels.map(({ volgnummer }) => volgnummer)).toEqual(regels.map((_, i) => i + 1))
  }
  return standen
}

describe('a ledger', () => {
  test('keeps each line with the stand after it, in order', async () => {
    const { grootboeken } = (await engine.makeTable()).stores
    await book(grootboeken, 'a', regel('opening', 1000))
    await book(
      grootboeken,
      'b',
      regel('verplichting', 600, { nummer: 'V1', taakveld: '6.1', bijlagen: ['Z-12'] }),
    )
    await book(grootboeken, 'c', regel('betaling', 450, { nummer: 'V1' }))
    const regels = await grootboeken.listRegels(2026, ['schoorl'])
    expect(
      regels.map(({ volgnummer, soort, saldoCenten, vrijCenten }) => [
        volgnummer,
        soort,
        saldoCenten,
        vrijCenten,
      ]),
    ).toEqual([
      [1, 'opening', 1000, 1000],
      [2, 'verplichting', 1000, 400],
      [3, 'betaling', 550, 400],
    ])
    expect(regels[1]).toMatchObject({ ...by, datum: '2026-04-07', taakveld: '6.1', bijlagen: ['Z-12'] })
    expect(await expectSums(grootboeken)).toMatchObject([{ vrijCenten: 400, open: { V1: 150 }, versie: 3 }])
  })

  test('lets exactly 60 of 100 commitments at once through on a balance for 60', async () => {
    const { grootboeken } = (await engine.makeTable()).stores
    await book(grootboeken, 'opening', regel('opening', 60_00))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) =>
        book(grootboeken, `v${i}`, regel('verplichting', 100, { nummer: `V${i}` })),
      ),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused.map(({ code }) => code)).toEqual(Array(40).fill('saldo-ontoereikend'))
    const [stand] = await expectSums(grootboeken)
    expect(stand).toMatchObject({ regels: 61, vrijCenten: 0, gebondenCenten: 60_00 })
  })

  test('books once for the same sleutel, also for twenty at once when there is room for one', async () => {
    const { grootboeken } = (await engine.makeTable()).stores
    await book(grootboeken, 'opening', regel('opening', 100))
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        book(grootboeken, 'zelfde', regel('verplichting', 100, { nummer: 'V' })),
      ),
    )
    expect(outcomes.filter(({ soort }) => soort === 'nieuw')).toHaveLength(1)
    for (const outcome of outcomes.filter(({ soort }) => soort === 'bestaat'))
      expect(outcome).toMatchObject({ aanwezig: { regels: [{ volgnummer: 2, soort: 'verplichting' }] } })
    expect(await expectSums(grootboeken)).toMatchObject([{ regels: 2, vrijCenten: 0 }])
  })

  test('refuses the whole boeking when one line of it does not fit', async () => {
    const { grootboeken } = (await engine.makeTable()).stores
    await book(grootboeken, 'opening', regel('opening', 100))
    const regels = [regel('toekenning', 50, { kern: 'groet' }), regel('terugvordering', 101)]
    await expect(book(grootboeken, 'te veel', ...regels)).rejects.toMatchObject({
      code: 'saldo-ontoereikend',
      message: expect.stringContaining('schoorl in 2026'),
      extra: { tekortCenten: 1 },
    })
    expect(await expectSums(grootboeken)).toMatchObject([{ kern: 'schoorl', regels: 1 }])
  })
})

/** A connection that breaks: before the write reached the table, or after it and before the answer. */
const breaking = (connection: Connection, when: 'before' | 'after'): Connection => {
  let broken = false
  const send = async (command: object): Promise<unknown> => {
    const now = command instanceof TransactWriteItemsCommand && !broken
    if (now) broken = true
    if (now && when === 'before') throw new Error('ECONNRESET')
    const answer = await connection.client.send(command as never)
    if (now) throw new Error('ECONNRESET')
    return answer
  }
  return { ...connection, client: { send } as unknown as Connection['client'] }
}

describe('a crash', () => {
  test.each(['before', 'after'] as const)(
    '%s the write leaves line and stand together or neither',
    async (when) => {
      const { connection, stores } = await engine.makeTable()
      await book(stores.grootboeken, 'opening', regel('opening', 1000))
      const store = createGrootboekStore(breaking(connection, when))
      await expect(book(store, 'v', regel('verplichting', 10, { nummer: 'V' }))).rejects.toThrow('ECONNRESET')
      const [stand] = await expectSums(stores.grootboeken)
      expect(stand?.regels).toBe(when === 'before' ? 1 : 2)
      await book(store, 'v', regel('verplichting', 10, { nummer: 'V' }))
      expect(await expectSums(stores.grootboeken)).toMatchObject([{ regels: 2, vrijCenten: 990 }])
    },
  )
})

describe('an adoption', () => {
  const adopt = (verdeling: VerdelingRecord, vaststellerId = 'wim'): VerdelingRecord => ({
    ...verdeling,
    status: 'vastgesteld',
    vaststellerId,
    vaststelling: {
      orgaan: 'College',
      besluitnummer: '2026-1',
      besluitDatum: '2026-01-10',
      vastgesteldDoor: vaststellerId,
      vastgesteldOp: by.op,
    },
  })
  const kernen = ['schoorl', 'groet']
  const bookAdoption = (store: GrootboekStore, verdeling: VerdelingRecord, eerdere: number) => {
    const regels = kernen.map((kern) => regel('toekenning', 500, { kern, verdeling: verdeling.versie }))
    const opdracht = {
      ...by,
      door: verdeling.vaststellerId ?? '',
      sleutel: vaststellingSleutel(verdeling.versie),
      grootboeken: kernen.map((kern) => ({ jaar: 2026, kern })),
      vaststelling: { verdeling, eerdere },
    }
    return store.book(opdracht, (standen) => writeBoeking(standen, regels, by))
  }

  test('stores the verdeling and the lines of every kern together, once', async () => {
    const { stores } = await engine.makeTable()
    await stores.wijkbudgetten.append(makeVerdeling())
    const [concept] = await stores.wijkbudgetten.list(2026)
    const outcomes = await Promise.all(
      ['wim', 'joke'].map((wie) => bookAdoption(stores.grootboeken, adopt(concept!, wie), 0)),
    )
    expect(outcomes.map(({ soort }) => soort).toSorted()).toEqual(['bestaat', 'nieuw'])
    const [adopted] = await stores.wijkbudgetten.list(2026)
    const boeking = await stores.grootboeken.findVaststelling(2026, 1)
    expect(boeking?.door).toBe(adopted?.vaststellerId)
    expect(boeking?.regels.map(({ kern }) => kern)).toEqual(kernen)
    expect(await expectSums(stores.grootboeken)).toMatchObject([{ vrijCenten: 500 }, { vrijCenten: 500 }])
  })

  test('of what was never proposed books nothing', async () => {
    const { stores } = await engine.makeTable()
    const verdeling = adopt({ ...makeVerdeling(), versie: 1 })
    expect(await bookAdoption(stores.grootboeken, verdeling, 0)).toEqual({ soort: 'veranderd' })
    expect(await stores.grootboeken.listStanden(2026)).toEqual([])
    expect(await stores.wijkbudgetten.list(2026)).toEqual([])
  })

  test('notices that another version was adopted since its lines were made', async () => {
    const { stores } = await engine.makeTable()
    await stores.wijkbudgetten.append(makeVerdeling())
    await stores.wijkbudgetten.append(makeVerdeling())
    const [first, second] = await stores.wijkbudgetten.list(2026)
    await bookAdoption(stores.grootboeken, adopt(first!), 0)
    expect(await bookAdoption(stores.grootboeken, adopt(second!), 0)).toEqual({ soort: 'veranderd' })
    expect((await stores.wijkbudgetten.list(2026)).map(({ status }) => status)).toEqual([
      'vastgesteld',
      'concept',
    ])
    expect(await expectSums(stores.grootboeken)).toMatchObject([{ vrijCenten: 500 }, { vrijCenten: 500 }])
  })
})

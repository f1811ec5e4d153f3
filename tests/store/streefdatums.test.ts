/** A table on this machine that an older version made: no dates, and an index that has no room for them. */
import { CreateTableCommand, DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { addStreefdatums } from '../../functions/jobs/streefdatums.ts'
import { put } from '../../functions/store/connection.ts'
import { toMeldingItem } from '../../functions/store/meldingItem.ts'
import { ensureTable } from '../../infra/local/ensureTable.ts'
import { bergen } from '../support/apiCaller.ts'
import { useEngine } from '../support/engine.ts'
import { makeMelding } from '../support/records.ts'

const engine = useEngine()

const op = '2026-11-24T09:00:00.000Z'
const oud = makeMelding(1, { geregistreerdOp: op, geschiedenis: [{ status: 'ontvangen', op }] })
const heropend = makeMelding(2, {
  geregistreerdOp: op,
  status: 'in-behandeling',
  geschiedenis: [
    { status: 'ontvangen', op },
    { status: 'gesloten', reden: 'opgelost', op: '2026-11-26T09:00:00.000Z' },
    { status: 'in-behandeling', op: '2026-12-01T09:00:00.000Z' },
  ],
})

/** The index as it was before, and two meldingen without a date in the table. */
const makeOld = async () => {
  const table = await engine.makeTable()
  const { client, tableName: TableName } = table.connection
  await client.send(
    new UpdateTableCommand({ TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'lijst' } }] }),
  )
  await client.send(
    new UpdateTableCommand({
      TableName,
      AttributeDefinitions: ['lijst', 'volgorde'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexUpdates: [
        {
          Create: {
            IndexName: 'lijst',
            KeySchema: [
              { AttributeName: 'lijst', KeyType: 'HASH' },
              { AttributeName: 'volgorde', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['nummer', 'kop'] },
          },
        },
      ],
    }),
  )
  for (const melding of [oud, heropend]) {
    const { streefDatum: _none, ...item } = toMeldingItem(melding, { bewaardOp: op })
    await put(table.connection, item, 'attribute_not_exists(pk)')
  }
  return table
}

describe('a table of an older version', () => {
  test('keeps its meldingen, which get the date they would have had, also in the list', async () => {
    const { connection, stores } = await makeOld()
    const upgrade = () => addStreefdatums(connection, bergen)
    await ensureTable(connection.client, connection.tableName, upgrade)
    expect((await stores.meldingen.find(oud.nummer))?.streefDatum).toBe('2026-12-01')
    const { rijen } = await stores.meldingen.list({ kernen: [oud.kern], limiet: 10 })
    expect(Object.fromEntries(rijen.map(({ nummer, streefDatum }) => [nummer, streefDatum]))).toEqual({
      [oud.nummer]: '2026-12-01',
      [heropend.nummer]: '2026-12-08',
    })
  })

  test('gets the team of each categorie, and leaves what somebody has', async () => {
    const { connection, stores } = await makeOld()
    await ensureTable(connection.client, connection.tableName, () => addStreefdatums(connection, bergen))
    const open = { kernen: [oud.kern], limiet: 10, team: 'Wegen' }
    expect((await stores.meldingen.list(open)).rijen).toHaveLength(2)
    const toegewezen = makeMelding(3, { team: 'Groen' })
    const verdwenen = makeMelding(4, { categorie: 'verdwenen' })
    for (const melding of [toegewezen, verdwenen]) await stores.meldingen.add(melding)
    await addStreefdatums(connection, bergen)
    expect(await stores.meldingen.find(toegewezen.nummer)).toEqual(toegewezen)
    expect(await stores.meldingen.find(verdwenen.nummer)).toEqual(verdwenen)
  })

  test('is brought up to date once, and again when that was broken off', async () => {
    const { connection } = await makeOld()
    const { client, tableName } = connection
    let times = 0
    const broken = async () => {
      times++
      throw new Error('De stroom viel uit.')
    }
    await expect(ensureTable(client, tableName, broken)).rejects.toThrow('De stroom viel uit.')
    const upgrade = async () => {
      times++
      await addStreefdatums(connection, bergen)
    }
    await ensureTable(client, tableName, upgrade)
    await ensureTable(client, tableName, upgrade)
    expect(times).toBe(2)
  })

  test('in a database that is not only ours keeps its index', async () => {
    const { connection } = await makeOld()
    const { client, tableName } = connection
    const describeTable = () => client.send(new DescribeTableCommand({ TableName: tableName }))
    const before = (await describeTable()).Table?.GlobalSecondaryIndexes
    await expect(ensureTable(client, tableName)).rejects.toThrow('hoort bij een andere versie')
    expect((await describeTable()).Table?.GlobalSecondaryIndexes).toEqual(before)
  })

  test('with other keys is still refused', async () => {
    const { client } = (await engine.makeTable()).connection
    await client.send(
      new CreateTableCommand({
        TableName: 'anders',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      }),
    )
    const upgrade = () => expect.unreachable()
    await expect(ensureTable(client, 'anders', upgrade)).rejects.toThrow('andere versie van Kernpunt')
  })
})

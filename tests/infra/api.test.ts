import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Route } from '../../functions/contract/route.ts'
import { formulierPad, routes } from '../../functions/contract/routes.ts'
import { actionsOf, environment, grantsOf, resourcesOf, stacks, theOne } from '../support/infra.ts'
import { readSources, root } from '../support/sources.ts'

const { api } = stacks
const rows: Route[] = Object.values(routes)
const keyOf = ({ method, path }: Route) => `${method} ${path}`
const gatewayRoutes = resourcesOf(api, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties)

describe('the gateway', () => {
  test('has exactly the routes of the table, the form without JavaScript, and one for everything else', () => {
    const expected = [...rows.map(keyOf), `GET ${formulierPad}`, `POST ${formulierPad}`, '$default']
    expect(gatewayRoutes.map(({ RouteKey }) => RouteKey).sort()).toEqual(expected.sort())
  })

  test('asks for a token on the routes with roles and on no other', () => {
    const guarded = gatewayRoutes.filter(({ AuthorizationType }) => AuthorizationType === 'JWT')
    expect(guarded.map(({ RouteKey }) => RouteKey).sort()).toEqual(
      rows
        .filter(({ roles }) => roles)
        .map(keyOf)
        .sort(),
    )
    expect(guarded.every(({ AuthorizerId }) => AuthorizerId)).toBe(true)
  })

  test('sends the form to its own function and all else to the API', () => {
    const targets = new Map(gatewayRoutes.map(({ RouteKey, Target }) => [RouteKey, JSON.stringify(Target)]))
    const form = new Set([targets.get(`GET ${formulierPad}`), targets.get(`POST ${formulierPad}`)])
    const rest = new Set([...rows.map(keyOf), '$default'].map((key) => targets.get(key)))
    expect([form.size, rest.size]).toEqual([1, 1])
    expect(form).not.toEqual(rest)
  })

  test('serves paths without a stage in front, throttled, and logs no path, query or address', () => {
    const stage = theOne(api, 'AWS::ApiGatewayV2::Stage').Properties
    expect(stage.StageName).toBe('$default')
    expect(stage.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: environment.throttle.rateLimit,
      ThrottlingBurstLimit: environment.throttle.burstLimit,
    })
    const variables = [...stage.AccessLogSettings.Format.matchAll(/\$context\.[\w.]+/g)].map(([name]) => name)
    expect(variables).toContain('$context.routeKey')
    expect(variables.filter((name) => /path|query|ip|identity|claims/i.test(name))).toEqual([])
  })
})

describe('the functions', () => {
  const functions = resourcesOf(api, 'AWS::Lambda::Function').map(({ Properties }) => Properties)

  test('are one for each entry, on Node 24, each with the facts of its gemeente', () => {
    expect(functions).toHaveLength(readdirSync(join(root, 'functions/lambdas')).length)
    for (const fn of functions) {
      // What cleans photos holds native code, which npm brings for the machine that deploys.
      const architecture = fn.Description.includes('foto') ? 'x86_64' : 'arm64'
      expect(fn).toMatchObject({ Architectures: [architecture], Runtime: 'nodejs24.x' })
      expect(fn.Environment.Variables).toMatchObject({
        GEMEENTE: environment.gemeente,
        GEODATA: '/var/task/gemeenten',
      })
    }
  })

  test('have log groups that forget after the agreed number of days', () => {
    const groups = resourcesOf(api, 'AWS::Logs::LogGroup')
    expect(groups).toHaveLength(functions.length + 1)
    for (const { Properties } of groups) expect(Properties.RetentionInDays).toBe(environment.logRetention)
    for (const { LoggingConfig } of functions) expect(LoggingConfig.LogGroup.Ref).toBeTruthy()
  })

  test('behind the stream know their table and gemeente, and no secret', () => {
    const [stroom] = Object.entries(api.Resources).find(([id]) => /^StroomFunction[0-9A-F]{8}$/.test(id))!
    const { Variables } = api.Resources[stroom]!.Properties.Environment
    expect(Object.keys(Variables).sort()).toEqual(['GEMEENTE', 'GEODATA', 'NODE_OPTIONS', 'TABEL'])
  })

  test('read the key of the cursors from a secret, never from the template', () => {
    const keys = functions.flatMap(({ Environment }) => Environment.Variables.CURSOR_SLEUTEL ?? [])
    expect(keys).toHaveLength(4)
    for (const key of keys) expect(JSON.stringify(key)).toContain('{{resolve:secretsmanager:')
  })
})

describe('the grants', () => {
  const statements = grantsOf(api)

  test('name every action in full', () => {
    expect(statements.flatMap(actionsOf).filter((action) => action.includes('*'))).toEqual([])
  })

  const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']
  test.each([
    ['Api', ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']],
    ['Formulier', ['GetItem', 'PutItem', 'Query', 'UpdateItem']],
    [
      'Hertoewijzing',
      [...stream, 'ConditionCheckItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'].sort(),
    ],
    ['Onderhoud', ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem']],
    ['Stroom', [...stream, 'GetItem', 'PutItem', 'Query', 'UpdateItem'].sort()],
  ])('let %s do exactly %j in DynamoDB', (name, actions) => {
    const found = grantsOf(api, name).flatMap(actionsOf)
    const ofDynamo = found.filter((action) => action.startsWith('dynamodb:'))
    expect(ofDynamo.map((action) => action.slice('dynamodb:'.length)).sort()).toEqual(actions)
  })

  test('reach all resources only where AWS knows no smaller scope', () => {
    const wide = statements.filter(({ Resource }) => [Resource].flat().includes('*'))
    expect(new Set(wide.flatMap(actionsOf))).toEqual(new Set(['dynamodb:ListStreams']))
  })
})

describe('the grants and the code', () => {
  const sources = new Map(readSources(['functions', 'geodata']).map((source) => [source.path, source]))

  /** Every file that `path` brings along. */
  function reach(path: string, found = new Set<string>()): Set<string> {
    if (found.has(path)) return found
    found.add(path)
    for (const { target, typeOnly } of sources.get(path)?.imports ?? []) {
      if (!typeOnly && sources.has(target)) reach(target, found)
    }
    return found
  }

  // What it may not, stands in a file with what it does use: `connection.ts`, the port of photos, a look at a rebuild.
  test.each([
    ['Api', 'api', ['DeleteObject']],
    ['Onderhoud', 'onderhoud', ['BatchGetItem', 'GetObject', 'PutObject']],
    ['Stroom', 'stroom', ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem']],
    ['PostVerzender', 'post', ['BatchGetItem', 'DeleteItem']],
  ])('let %s do what its code asks of the table', (name, entry, unused: string[]) => {
    const code = [...reach(`functions/lambdas/${entry}.ts`)]
      .map((path) => sources.get(path)?.code ?? '')
      .join('\n')
    const commands = [...code.matchAll(/new (\w+?)Command\(/g)].map(([, command]) => command!)
    // A transaction needs the actions of its parts; these two have no command of their own here.
    const parts = [...code.matchAll(/\b(Delete|ConditionCheck): /g)].map(([, part]) => `${part}Item`)
    const asked = [...commands.filter((command) => !command.startsWith('Transact')), ...parts]
    const granted = new Set(grantsOf(api, name).flatMap(actionsOf))
    const isGranted = (action: string) =>
      ['dynamodb', 's3', 'ses'].some((service) => granted.has(`${service}:${action}`))
    expect(asked).toContain('PutItem')
    expect([...new Set(asked)].filter((action) => !isGranted(action)).sort()).toEqual(unused)
  })
})

describe('the stream', () => {
  const mappings = resourcesOf(api, 'AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties)
  const readerOf = (name: string) =>
    mappings.find(({ FunctionName }) => String(FunctionName.Ref).startsWith(name))!
  const mapping = readerOf('Stroom')

  test('is read in order from the oldest record, and a bad record ends in a queue alone', () => {
    expect(mapping).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      ParallelizationFactor: 1,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
    expect(mapping.DestinationConfig.OnFailure.Destination).toBeTruthy()
    // A bad record may not hold the others for long; a rebuild of the counts may, and one after it.
    const timeouts = resourcesOf(api, 'AWS::Lambda::Function').map(({ Properties }) => Properties.Timeout)
    expect(mapping.MaximumRecordAgeInSeconds).toBeGreaterThan(2 * Math.max(...timeouts))
    expect(mapping.MaximumRecordAgeInSeconds).toBeLessThanOrEqual(2 * 3600)
    // By age and not by number: a rebuild makes the stream wait for minutes.
    expect(mapping.MaximumRetryAttempts).toBeUndefined()
  })

  test('passes meldingen and initiatieven only, so that counting does not wake the counter', () => {
    const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
      JSON.parse(Pattern),
    )
    expect(patterns).toEqual([{ dynamodb: { Keys: { sk: { S: ['melding', 'initiatief'] } } } }])
  })

  test('wakes who gives open work its kern when a kernindeling is adopted, and the clock does each hour', () => {
    expect(mappings).toHaveLength(2)
    const { FilterCriteria, BatchSize } = readerOf('Hertoewijzing')
    expect(BatchSize).toBe(1)
    expect(FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: ['hertoewijzing'] } } } },
    ])
    const hourly = resourcesOf(api, 'AWS::Events::Rule').filter(({ Properties }) =>
      JSON.stringify(Properties.Targets).includes('Hertoewijzing'),
    )
    expect(hourly.map(({ Properties }) => Properties.ScheduleExpression)).toEqual(['cron(1 * * * ? *)'])
  })
})

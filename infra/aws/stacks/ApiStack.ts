/**
 * The running service: the HTTP API with one route per row of the route table, the functions behind it, and the
 * consumer of the table's stream. May be removed and put back without loss.
 */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpApi, HttpMethod, HttpNoneAuthorizer, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import type { Route } from '../../../functions/contract/route.ts'
import { formulierPad, routes } from '../../../functions/contract/routes.ts'
import { table as tableDefinition } from '../../../functions/store/table.ts'
import { acknowledge } from '../acknowledge.ts'
import type { Environment } from '../config.ts'
import { addStage } from '../constructs/addStage.ts'
import { allowFotos } from '../constructs/allowFotos.ts'
import { Fotoreiniging } from '../constructs/Fotoreiniging.ts'
import { Hertoewijzing } from '../constructs/Hertoewijzing.ts'
import { KernpuntFunction } from '../constructs/KernpuntFunction.ts'
import { Onderhoud } from '../constructs/Onderhoud.ts'
import { Post } from '../constructs/Post.ts'
import { StreamConsumer } from '../constructs/StreamConsumer.ts'
import type { IdentityStack } from './IdentityStack.ts'
import type { MailStack } from './MailStack.ts'

type ApiStackProps = StackProps & {
  environment: Environment
  table: Table
  identity: IdentityStack
  mail: MailStack
}

export class ApiStack extends Stack {
  readonly api: HttpApi
  readonly functions: KernpuntFunction[]
  readonly consumer: StreamConsumer
  readonly hertoewijzing: Hertoewijzing
  readonly post: Post
  readonly onderhoud: Onderhoud
  readonly fotoreiniging: Fotoreiniging
  /** What our edge sends along, so that what it says of a caller is believed. */
  readonly rand: Secret

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, { ...props, description: 'Kernpunt: de API en wat erachter draait' })
    const { table, environment } = props
    const settings = this.#settings(props)
    const { gemeente, logRetention } = settings
    this.rand = this.#secret('Rand', 'Kernpunt: zegt dat een verzoek langs onze rand (CloudFront) kwam')
    const atEdge = { ...settings.environment, RAND_SLEUTEL: this.rand.secretValue.unsafeUnwrap() }

    const api = new KernpuntFunction(this, 'Api', {
      entry: 'api',
      description: 'Kernpunt: alle routes van de API',
      memoryMb: 1024,
      timeout: Duration.seconds(10),
      ...settings,
      environment: atEdge,
    })
    const formulier = new KernpuntFunction(this, 'Formulier', {
      entry: 'formulier',
      description: 'Kernpunt: een melding zonder JavaScript',
      memoryMb: 512,
      timeout: Duration.seconds(10),
      ...settings,
      environment: atEdge,
    })
    const index = `${table.tableArn}/index/${tableDefinition.index.name}`
    api.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.tableArn])
    // A resident erases the own contact data; a search for words reads what its index does not hold.
    api.allow(['dynamodb:DeleteItem', 'dynamodb:BatchGetItem'], [table.tableArn])
    api.allow(['dynamodb:Query'], [table.tableArn, index])
    formulier.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.tableArn])
    formulier.allow(['dynamodb:Query'], [table.tableArn, index])
    allowFotos(api, environment.fotoBucket, { ruw: ['s3:PutObject'], schoon: ['s3:GetObject'] })
    allowFotos(formulier, environment.fotoBucket, { ruw: ['s3:PutObject'] })

    this.functions = [api, formulier]
    this.consumer = new StreamConsumer(this, 'Stroom', { table, gemeente, logRetention })
    this.hertoewijzing = new Hertoewijzing(this, 'Hertoewijzing', { table, ...settings })
    const { fotoBucket } = environment
    this.fotoreiniging = new Fotoreiniging(this, 'Foto', { table, fotoBucket, gemeente, logRetention })
    this.onderhoud = new Onderhoud(this, 'Onderhoud', { table, fotoBucket, gemeente, logRetention })
    this.post = new Post(this, 'Post', {
      ...{ table, gemeente, logRetention, mail: props.mail },
      mailFrom: environment.mailFrom,
      webadres: settings.environment.WEBADRES,
      sleutel: settings.environment.CURSOR_SLEUTEL,
    })
    this.api = this.#gateway(props, api, formulier)
    addStage(this, this.api, environment)
  }

  /** What every function but that of the stream reads from its environment; `functions/config.ts` checks it. */
  #settings({ table, identity, environment }: ApiStackProps) {
    const cursorKey = this.#secret(
      'CursorKey',
      'Kernpunt: ondertekent cursors en telt afzenders en ontvangers',
    )
    return {
      gemeente: environment.gemeente,
      logRetention: environment.logRetention,
      environment: {
        TABEL: table.tableName,
        WEBADRES: `https://${environment.domain}`,
        OIDC_ISSUER: identity.issuer,
        OIDC_CLIENT_ID: identity.client.userPoolClientId,
        CURSOR_SLEUTEL: cursorKey.secretValue.unsafeUnwrap(),
        FOTOBUCKET: environment.fotoBucket,
        VOORBEELDGEGEVENS: environment.exampleData ? 'ja' : 'nee',
      },
    }
  }

  #secret(id: string, description: string): Secret {
    const secret = new Secret(this, id, {
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    })
    acknowledge(
      secret,
      'SMG4',
      'Opens no data: it signs positions in lists, questions to senders, and that our edge was passed. Rotated by a deployment when needed.',
    )
    return secret
  }

  /** One route per row of the table; every other path and method gets its problem+json from the same function. */
  #gateway({ identity }: ApiStackProps, api: KernpuntFunction, formulier: KernpuntFunction): HttpApi {
    const whole = { scopePermissionToRoute: false }
    const integration = new HttpLambdaIntegration('ApiIntegration', api, whole)
    const formulierIntegration = new HttpLambdaIntegration('FormulierIntegration', formulier, whole)
    const staff = new HttpJwtAuthorizer('Medewerkers', identity.issuer, {
      jwtAudience: [identity.client.userPoolClientId],
    })
    const everybody = new HttpNoneAuthorizer()
    const gateway = new HttpApi(this, 'Gateway', {
      description: 'Kernpunt',
      createDefaultStage: false,
      defaultIntegration: integration,
    })

    const open: HttpRoute[] = gateway.addRoutes({
      path: formulierPad,
      methods: [HttpMethod.GET, HttpMethod.POST],
      integration: formulierIntegration,
    })
    for (const { path, method, roles } of Object.values<Route>(routes)) {
      const added = gateway.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        authorizer: roles ? staff : everybody,
      })
      if (!roles) open.push(...added)
    }
    for (const route of [...open, gateway.node.findChild('DefaultRoute')]) {
      acknowledge(route, 'APIG4', 'Open by the route table: residents report and look without an account.')
    }
    return gateway
  }
}

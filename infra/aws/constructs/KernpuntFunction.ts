/**
 * One deployed entry of `functions/lambdas`: arm64, Node 24, one ES module with everything in it, its own log group
 * and a role that may write to that log group only. What more it may do, its stack grants.
 */
import { fileURLToPath } from 'node:url'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda'
import {
  type BundlingOptions,
  LogLevel,
  NodejsFunction,
  OutputFormat,
  SourceMapMode,
} from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

export type KernpuntFunctionProps = {
  /** File in `functions/lambdas`, without extension. */
  entry: string
  description: string
  memoryMb: number
  timeout: Duration
  logRetention: RetentionDays
  /** CBS code of the gemeente whose facts go along, in the folder that `GEODATA` names. */
  gemeente: string
  environment: Record<string, string>
  /** A package with native code that goes along as it stands in `node_modules`; then the function is x86-64. */
  native?: string
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Copies with node instead of `cp`, so that Windows bundles too. */
const copyGemeente = (gemeente: string, from: string, to: string): string =>
  `node -e "require('node:fs').cpSync('${from}/geodata/gemeenten/${gemeente}', '${to}/gemeenten/${gemeente}', { recursive: true })"`

const copyNative = (name: string, from: string, to: string): string =>
  `node "${from}/infra/aws/constructs/copyNative.js" ${name} "${from}/node_modules" "${to}/node_modules"`

const bundle = (gemeente: string, native: string | undefined): BundlingOptions => ({
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: true,
  sourceMapMode: SourceMapMode.DEFAULT,
  sourcesContent: false,
  logLevel: LogLevel.WARNING,
  mainFields: ['module', 'main'],
  // The SDK goes along: the one in the runtime is not faster and changes under our feet.
  externalModules: native === undefined ? [] : [native],
  banner: "import{createRequire}from'module';const require=createRequire(import.meta.url);",
  commandHooks: {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (from, to) => [
      copyGemeente(gemeente, from, to),
      ...(native === undefined ? [] : [copyNative(native, from, to)]),
    ],
  },
})

export class KernpuntFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: KernpuntFunctionProps) {
    const { entry, description, memoryMb, timeout, logRetention, gemeente, environment, native } = props
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)

    super(scope, id, {
      description,
      entry: `${root}functions/lambdas/${entry}.ts`,
      runtime: Runtime.NODEJS_24_X,
      architecture: native === undefined ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: memoryMb,
      timeout,
      role,
      logGroup,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        GEMEENTE: gemeente,
        GEODATA: '/var/task/gemeenten',
        ...environment,
      },
      awsSdkConnectionReuse: false,
      depsLockFilePath: `${root}package-lock.json`,
      projectRoot: root,
      bundling: bundle(gemeente, native),
    })
  }

  /** Lets this function do exactly `actions` on `resources`. */
  allow(actions: string[], resources: string[]): void {
    this.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }))
  }
}

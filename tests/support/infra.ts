/** The stacks of one environment as CloudFormation, without bundling the functions. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, type Stack } from 'aws-cdk-lib'
import { checkRules } from '../../infra/aws/acknowledge.ts'
import { type Environment, environments } from '../../infra/aws/config.ts'
import { addKernpunt } from '../../infra/aws/kernpunt.ts'
import { root } from './sources.ts'

export type Resource = {
  Type: string
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the type of the resource
  Properties: any
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}
export type Template = { Resources: Record<string, Resource> }
type StackName = keyof ReturnType<typeof addKernpunt>

export const environment: Environment = { ...environments.productie! }

/** Throws when a rule of AwsSolutions finds something nobody acknowledged. */
function synthesise(): Record<StackName, Template> {
  const outdir = mkdtempSync(join(tmpdir(), 'kernpunt-infra-'))
  try {
    const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'))
    const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } })
    const stacks = addKernpunt(app, 'proef', environment)
    checkRules(app)
    const assembly = app.synth()
    const read = (stack: Stack) => assembly.getStackByName(stack.stackName).template as Template
    return Object.fromEntries(Object.entries(stacks).map(([name, stack]) => [name, read(stack)])) as Record<
      StackName,
      Template
    >
  } finally {
    rmSync(outdir, { recursive: true })
  }
}

export const stacks = synthesise()

export const resourcesOf = (template: Template, type: string): Resource[] =>
  Object.values(template.Resources).filter((resource) => resource.Type === type)

/** The one resource of `type`; fails when there are more or none. */
export function theOne(template: Template, type: string): Resource {
  const found = resourcesOf(template, type)
  if (found.length !== 1) throw new Error(`Expected one ${type}, found ${found.length}.`)
  return found[0]!
}

export type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Principal?: unknown }

/** What the roles of `template` whose names begin with `name` may do; without a name, all of them. */
export const grantsOf = (template: Template, name = ''): Statement[] =>
  Object.entries(template.Resources)
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith(name))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)

export const actionsOf = ({ Action }: Statement): string[] => [Action].flat()

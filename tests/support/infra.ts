/** The stacks of one environment as CloudFormation, without bundling the functions. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, type Stack } from 'aws-cdk-lib'
import type * as cxapi from 'aws-cdk-lib/cx-api'
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

const tempFolder = () => mkdtempSync(join(tmpdir(), 'kernpunt-infra-'))

function compose(outdir: string, bundled: string[]) {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'))
  const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': bundled } })
  return { app, stacks: addKernpunt(app, 'proef', environment) }
}

const templateOf = (assembly: cxapi.CloudAssembly, stack: Stack): Template =>
  assembly.getStackByName(stack.stackName).template

/** Throws when a rule of AwsSolutions finds something nobody acknowledged. */
function synthesise(): Record<StackName, Template> {
  const outdir = tempFolder()
  try {
    const { app, stacks } = compose(outdir, [])
    checkRules(app)
    const assembly = app.synth()
    return {
      data: templateOf(assembly, stacks.data),
      identity: templateOf(assembly, stacks.identity),
      mail: templateOf(assembly, stacks.mail),
      api: templateOf(assembly, stacks.api),
      web: templateOf(assembly, stacks.web),
      observability: templateOf(assembly, stacks.observability),
    }
  } finally {
    rmSync(outdir, { recursive: true })
  }
}

/** The functions as they go to AWS: a folder per entry, each with its bundle. Call `remove` when done. */
export function bundleFunctions(): { folders: Record<string, string>; remove(): void } {
  const outdir = tempFolder()
  const remove = () => rmSync(outdir, { recursive: true, force: true })
  try {
    const { app, stacks } = compose(outdir, ['proef-api'])
    const { Resources } = templateOf(app.synth(), stacks.api)
    const functions = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
    const folders = functions.map(([id, { Properties }]) => [
      id.replace(/(Function)?[0-9A-F]{8}$/, ''),
      join(outdir, `asset.${Properties.Code.S3Key.replace('.zip', '')}`),
    ])
    return { folders: Object.fromEntries(folders), remove }
  } catch (error) {
    remove()
    throw error
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

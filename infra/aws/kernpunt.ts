/** One environment: six stacks by lifetime, each only knowing what lives longer than itself. */
import type { App } from 'aws-cdk-lib'
import type { Environment } from './config.ts'
import { ApiStack } from './stacks/ApiStack.ts'
import { DataStack } from './stacks/DataStack.ts'
import { IdentityStack } from './stacks/IdentityStack.ts'
import { MailStack } from './stacks/MailStack.ts'
import { ObservabilityStack } from './stacks/ObservabilityStack.ts'
import { WebStack } from './stacks/WebStack.ts'

export function addKernpunt(app: App, name: string, environment: Environment) {
  const common = {
    environment,
    env: { region: environment.region },
    tags: { toepassing: 'kernpunt', omgeving: name, gemeente: environment.gemeente },
  }
  const data = new DataStack(app, `${name}-data`, { ...common, terminationProtection: true })
  const identity = new IdentityStack(app, `${name}-identity`, { ...common, terminationProtection: true })
  const mail = new MailStack(app, `${name}-mail`, { ...common, terminationProtection: true })
  const api = new ApiStack(app, `${name}-api`, {
    ...common,
    table: data.table,
    identity,
    mail,
  })
  const web = new WebStack(app, `${name}-web`, { ...common, api, identity })
  const observability = new ObservabilityStack(app, `${name}-observability`, { ...common, api })
  return { data, identity, mail, api, web, observability }
}

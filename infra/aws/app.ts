/**
 * `npm run synth`: every environment of `config.ts` as CloudFormation in `cdk.out`, checked by the AwsSolutions rules.
 * `npx cdk deploy 'productie-*'` deploys one of them.
 */
import { App } from 'aws-cdk-lib'
import { checkRules } from './acknowledge.ts'
import { environments } from './config.ts'
import { addKernpunt } from './kernpunt.ts'

const app = new App()
for (const [name, environment] of Object.entries(environments)) addKernpunt(app, name, environment)
checkRules(app)

/** The AwsSolutions rules of cdk-nag, and the places where Kernpunt departs from one on purpose. */
import { type App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import type { IConstruct } from 'constructs'

/** Makes synthesis fail on every finding that nobody acknowledged. */
export function checkRules(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
}

/**
 * Accepts one finding on `construct` and what is in it. `finding` is exact, without the name of the rule pack:
 * `IAM5[Resource::*]` accepts the wildcard resource and no other one.
 *
 * @example acknowledge(bucket, 'S1', 'Access logs would hold the addresses of visitors.')
 */
export function acknowledge(construct: IConstruct, finding: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason })
}

/** Accepts one warning of CDK itself, by the id it prints. */
export function acknowledgeWarning(construct: IConstruct, warning: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `Annotation::${warning}`, reason })
}

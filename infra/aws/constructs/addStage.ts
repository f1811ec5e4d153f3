/** The one stage of the API: `$default`, so that paths stay as the route table spells them. */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Environment } from '../config.ts'

/** What a line of the access log holds: the route, never the path, the query or the visitor's address. */
const accessLog = {
  id: '$context.requestId',
  tijd: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  bytes: '$context.responseLength',
  fout: '$context.error.message',
  aanmelding: '$context.authorizer.error',
}

export function addStage(scope: Construct, httpApi: HttpApi, environment: Environment): HttpStage {
  const log = new LogGroup(scope, 'AccessLog', {
    retention: environment.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  return new HttpStage(scope, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: environment.throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  })
}

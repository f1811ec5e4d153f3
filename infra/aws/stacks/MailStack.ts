/**
 * From whom mail comes. Lives as long as the data, because the owner of the domain puts its three records in DNS by
 * hand. No opens and no clicks are watched: a resident is not followed.
 */
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import type { Environment } from '../config.ts'

export class MailStack extends Stack {
  readonly identity: EmailIdentity
  readonly configuration: ConfigurationSet

  constructor(scope: Construct, id: string, props: StackProps & { environment: Environment }) {
    super(scope, id, { ...props, description: 'Kernpunt: van wie de mail komt' })
    const { mailFrom } = props.environment

    this.configuration = new ConfigurationSet(this, 'Configuratie', {
      // Who has no TLS gets no mail: the link in it is a secret.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    this.configuration.addEventDestination('Teruggekomen', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    })
    this.identity = new EmailIdentity(this, 'Afzender', {
      identity: Identity.domain(mailFrom.slice(mailFrom.indexOf('@') + 1)),
      configurationSet: this.configuration,
      // What comes back is told by event, not by mail to the sender.
      feedbackForwarding: false,
    })
    for (const made of [this.configuration, this.identity]) made.applyRemovalPolicy(RemovalPolicy.RETAIN)
    for (const [n, { name, value }] of this.identity.dkimRecords.entries())
      new CfnOutput(this, `Dkim${n + 1}`, { value: `${name} CNAME ${value}` })
  }
}

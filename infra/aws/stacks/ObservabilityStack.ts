/** Who has to know when: each alarm says in its first words whom it hurts and what to look at. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { Environment } from '../config.ts'
import type { ApiStack } from './ApiStack.ts'

type AlarmRow = { description: string; metric: Metric; atLeast: number; periods: number }

const period = Duration.minutes(5)

const alarmRows = ({
  api,
  functions,
  consumer,
  hertoewijzing,
  post,
  onderhoud,
  fotoreiniging,
}: ApiStack): Record<string, AlarmRow> => ({
  ApiFouten: {
    description:
      'Bewoners en medewerkers krijgen "Er ging iets mis bij ons". Kijk in de log van de functie Api.',
    metric: api.metricServerError({ period, statistic: 'Sum' }),
    atLeast: 3,
    periods: 1,
  },
  ApiTraag: {
    description:
      'Bewoners wachten langer dan 1,5 seconde op een antwoord (1 op de 20). Kijk naar duur en koude start.',
    metric: api.metricLatency({ period, statistic: 'p95' }),
    atLeast: 1500,
    periods: 3,
  },
  StroomAchter: {
    description:
      'Coördinatoren zien cijfers van meer dan 15 minuten oud. Kijk in de log van de functie Stroom.',
    metric: consumer.function.metric('IteratorAge', { period, statistic: 'Maximum' }),
    atLeast: Duration.minutes(15).toMilliseconds(),
    periods: 2,
  },
  StroomMislukt: {
    description:
      'Coördinatoren zien cijfers waarin meldingen ontbreken, contactgegevens blijven te lang staan en bewoners missen mail. Kijk in de wachtrij Mislukt en doe daarna wat infra/README.md zegt.',
    metric: consumer.failed.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
    atLeast: 1,
    periods: 1,
  },
  HertoewijzingFouten: {
    description:
      'Coördinatoren zien open meldingen bij een kern van de vorige indeling. Kijk in de log van de functie Hertoewijzing; elk uur gaat zij vanzelf verder.',
    metric: hertoewijzing.function.metricErrors({ period, statistic: 'Sum' }),
    atLeast: 1,
    periods: 1,
  },
  FotoFouten: {
    description:
      'Bewoners zien bij hun melding dat een foto niet aankwam. Kijk in de log van de functie Foto: te weinig geheugen, of een bestand dat haar laat vallen.',
    metric: fotoreiniging.function.metricErrors({ period, statistic: 'Sum' }),
    atLeast: 3,
    periods: 1,
  },
  OnderhoudFouten: {
    description:
      'Bewoners: hun gegevens blijven langer bewaard dan beloofd. Kijk in de log van de functie Onderhoud; de volgende nacht gaat zij verder.',
    metric: onderhoud.function.metricErrors({ period, statistic: 'Sum' }),
    atLeast: 1,
    periods: 1,
  },
  PostFouten: {
    description:
      'Bewoners krijgen geen mail over hun melding. Kijk in de log van de functie Verzender; wat niet verstuurd is, blijft een dag klaarstaan, en daarna helpt post nasturen.',
    metric: post.sender.metricErrors({ period, statistic: 'Sum' }),
    atLeast: 3,
    periods: 3,
  },
  TerugkeerFouten: {
    description: 'Coördinatoren zien niet dat een mail terugkwam. Kijk in de log van de functie Terugkeer.',
    metric: post.returns.metricErrors({ period, statistic: 'Sum' }),
    atLeast: 1,
    periods: 1,
  },
  ...Object.fromEntries(
    [...functions, consumer.function].map((fn, n) => [
      `Geweigerd${n + 1}`,
      {
        description: `Bewoners krijgen "De dienst is even niet bereikbaar": AWS weigert aanroepen van ${fn.node.path}. Vraag meer gelijktijdige aanroepen aan.`,
        metric: fn.metricThrottles({ period, statistic: 'Sum' }),
        atLeast: 1,
        periods: 1,
      },
    ]),
  ),
})

export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { environment: Environment; api: ApiStack }) {
    super(scope, id, { ...props, description: 'Kernpunt: wie moet weten wanneer er iets mis is' })
    const topic = new Topic(this, 'Alarmen', { enforceSSL: true })
    topic.addSubscription(new EmailSubscription(props.environment.alarmEmail))
    for (const [name, row] of Object.entries(alarmRows(props.api))) {
      const alarm = new Alarm(this, name, {
        alarmDescription: row.description,
        metric: row.metric,
        threshold: row.atLeast,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        evaluationPeriods: row.periods,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
      alarm.addAlarmAction(new SnsAction(topic))
      alarm.addOkAction(new SnsAction(topic))
    }
  }
}

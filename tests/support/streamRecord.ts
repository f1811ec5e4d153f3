/** Stream records as Lambda delivers them, made from records of the domain. */
import type { DynamoDBRecord } from 'aws-lambda'
import type { MeldingRecord } from '../../functions/domain/ports.ts'
import { toAttributes, type Values } from '../../functions/store/attributes.ts'
import { toMeldingItem } from '../../functions/store/meldingItem.ts'

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage']

let sequence = 0

const image = (melding: MeldingRecord | undefined, extra: Values): { image?: Image } =>
  melding
    ? {
        image: toAttributes({
          ...toMeldingItem(melding, { bewaardOp: melding.gewijzigdOp }),
          ...extra,
        }) as Image,
      }
    : {}

/** `before` absent: it was new; `after` absent: it was deleted. `at` is epoch seconds. */
export const toStreamRecord = (
  before: MeldingRecord | undefined,
  after: MeldingRecord | undefined,
  at = 1_795_000_000,
  extra: Values = {},
): DynamoDBRecord => {
  const old = image(before, extra).image
  const fresh = image(after, extra).image
  return {
    eventID: `e${++sequence}`,
    eventName: !old ? 'INSERT' : fresh ? 'MODIFY' : 'REMOVE',
    dynamodb: {
      SequenceNumber: String(sequence),
      ApproximateCreationDateTime: at,
      ...(fresh && { NewImage: fresh }),
      ...(old && { OldImage: old }),
    },
  }
}

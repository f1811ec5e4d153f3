/** A stream record as a change of one melding or initiatief. */
import type { DynamoDBRecord } from 'aws-lambda'
import { type Attributes, fromAttributes, type Values } from '../store/attributes.ts'
import type { Telbaar } from '../store/maatstaven.ts'
import { toTelbaar } from '../store/telbaarItem.ts'

export type Wijziging = {
  nummer: string
  /** Version after the change. */
  versie: number
  /** When the table changed, epoch milliseconds, whole seconds. */
  op: number
  oud?: Telbaar
  nieuw?: Telbaar
  /** The whole item after the change; absent when it was deleted. */
  item?: Values
}

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage']

const readImage = (image: Image): Values | undefined => image && fromAttributes(image as Attributes)

/**
 * `undefined` for items that are not counted, and for what is no change of the melding: that its version stays the
 * same, such as a note that mail about it came back. A deletion is a change to the version after the last.
 * @throws ZodError for a melding or initiatief that is broken.
 */
export const toWijziging = ({ dynamodb }: DynamoDBRecord): Wijziging | undefined => {
  const item = readImage(dynamodb?.NewImage)
  const nieuw = item && toTelbaar(item)
  const before = readImage(dynamodb?.OldImage)
  const oud = before && toTelbaar(before)
  const current = nieuw ?? oud
  if (!current || oud?.versie === nieuw?.versie) return undefined
  return {
    nummer: current.nummer,
    versie: nieuw ? nieuw.versie : current.versie + 1,
    op: (dynamodb?.ApproximateCreationDateTime ?? 0) * 1000,
    ...(oud && { oud }),
    ...(nieuw && { nieuw, item }),
  }
}

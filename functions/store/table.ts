/**
 * The one table, as plain data: CDK makes it on AWS and the local engine makes it on a laptop, so both are the
 * same table. Which key answers which question stands in `keys.ts`.
 */
export const table = {
  /** All four key attributes are strings. */
  partitionKey: 'pk',
  sortKey: 'sk',
  index: {
    name: 'lijst',
    partitionKey: 'lijst',
    sortKey: 'volgorde',
    /** What a list shows. Never the text of a melding, who reported it, or the secret of its volglink. */
    projected: [
      'nummer',
      'kern',
      'kernHerkomst',
      'lon',
      'lat',
      'status',
      'versie',
      'geregistreerdOp',
      'categorie',
      'kop',
      'reden',
      'geplandeDatum',
      'gewijzigdOp',
      'streefDatum',
      'team',
      'medewerker',
      'wachtSinds',
      'postMislukt',
      'titel',
      'plan',
      'hulp',
      'kernwijzigingen',
    ],
  },
  /** Epoch seconds. Deletion is lazy (up to days), so readers check it too. */
  ttlAttribute: 'verlooptOp',
  stream: 'NEW_AND_OLD_IMAGES',
} as const

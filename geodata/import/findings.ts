/** What can be wrong with an area, what is done about it, and how the report says it. */

/**
 * `stil`: always put right and counted. `herstelbaar`: put right with --herstel, refused without. `fataal`: no
 * border can be guessed here, always refused. `weetje`: true of good files too, told and left alone.
 */
type Treatment = 'stil' | 'herstelbaar' | 'fataal' | 'weetje'

type Kind = { treatment: Treatment; says: string; mended?: string }

export const kinds = {
  draairichting: { treatment: 'stil', says: 'een ring draaide de verkeerde kant op', mended: 'omgedraaid' },
  hoogte: { treatment: 'stil', says: 'de punten hadden een derde coördinaat', mended: 'weggelaten' },
  'open-ring': { treatment: 'herstelbaar', says: 'een ring is niet gesloten', mended: 'gesloten' },
  'dubbel-punt': {
    treatment: 'herstelbaar',
    says: 'een punt staat twee keer achter elkaar',
    mended: 'één keer bewaard',
  },
  'kleine-ring': {
    treatment: 'herstelbaar',
    says: 'een ring heeft minder dan 4 punten of geen oppervlakte',
    mended: 'weggelaten',
  },
  zelfdoorsnijding: { treatment: 'herstelbaar', says: 'de grens snijdt zichzelf', mended: 'ontward' },
  'dubbele-code': {
    treatment: 'herstelbaar',
    says: 'de code staat er meer dan één keer in',
    mended: 'samengevoegd',
  },
  omgewisseld: {
    treatment: 'herstelbaar',
    says: 'de coördinaten staan in de verkeerde volgorde',
    mended: 'omgewisseld',
  },
  'gemengd-stelsel': {
    treatment: 'herstelbaar',
    says: 'dit object heeft een ander coördinaatstelsel dan de rest',
    mended: 'omgerekend',
  },
  'ander-stelsel': {
    treatment: 'herstelbaar',
    says: 'het bestand noemt een ander coördinaatstelsel dan het gebruikt',
    mended: 'de getallen gevolgd',
  },
  overlap: {
    treatment: 'herstelbaar',
    says: 'twee gebieden overlappen',
    mended: 'aan de laagste code gegeven',
  },
  gat: {
    treatment: 'herstelbaar',
    says: 'er is een gat tussen gebieden',
    mended: 'bij de buur met de langste grens gevoegd',
  },
  opening: { treatment: 'weetje', says: 'er is een opening in het geheel, breder dan een slordige grens' },
  'geen-getal': { treatment: 'fataal', says: 'een coördinaat is geen getal' },
  'buiten-nederland': { treatment: 'fataal', says: 'een punt ligt niet in Nederland' },
  'twee-stelsels': { treatment: 'fataal', says: 'het object heeft punten in twee coördinaatstelsels' },
  'geen-vlak': { treatment: 'fataal', says: 'er is geen vlak' },
  kenmerken: { treatment: 'fataal', says: 'de kenmerken kloppen niet' },
} as const satisfies Record<string, Kind>
export type FindingKind = keyof typeof kinds

/** `where` names the object (`object 3 (BU03730103)`) or the areas; `detail` says what stands there. */
export type Finding = { kind: FindingKind; where: string; detail?: string; squareMeters?: number }

export const treatmentOf = ({ kind }: Finding): Treatment => kinds[kind].treatment

/** Square metres below a hectare, hectares above: `340 m²`, `1,3 ha`. */
export const surface = (squareMeters: number): string =>
  squareMeters < 10_000
    ? `${Math.round(squareMeters).toLocaleString('nl-NL')} m²`
    : `${(squareMeters / 10_000).toLocaleString('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ha`

/** How many objects a line names before it says "en nog …". */
const NAMED = 5

/**
 * One line per kind: how often, what, how much, where.
 *
 * @example toLines([{ kind: 'overlap', where: 'BU1 en BU2', squareMeters: 13_000 }], true)
 * // ['1 keer: twee gebieden overlappen, samen 1,3 ha (hersteld: …): BU1 en BU2, 1,3 ha.']
 */
export function toLines(findings: readonly Finding[], mended: boolean): string[] {
  const groups = Map.groupBy(findings, ({ kind }) => kind)
  return [...groups].map(([kind, group]) => {
    const { says, treatment, mended: how }: Kind = kinds[kind]
    const total = group.reduce((sum, { squareMeters = 0 }) => sum + squareMeters, 0)
    const done = how && (mended || treatment === 'stil') ? ` (hersteld: ${how})` : ''
    const named = group
      .toSorted((a, b) => (b.squareMeters ?? 0) - (a.squareMeters ?? 0))
      .slice(0, NAMED)
      .map(({ where, detail, squareMeters }) =>
        [where, detail, squareMeters === undefined ? undefined : surface(squareMeters)]
          .filter(Boolean)
          .join(', '),
      )
    const rest = group.length > NAMED ? `; en nog ${group.length - NAMED}` : ''
    return `${group.length} keer: ${says}${total > 0 ? `, samen ${surface(total)}` : ''}${done}: ${named.join('; ')}${rest}.`
  })
}

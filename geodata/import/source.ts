/** What every reader gives and every step after it takes: features as received, before anything is judged. */

/** One feature as it stands in the source; nothing of it is trusted yet. */
export type Feature = { properties: Record<string, unknown>; geometry: unknown }

export type Source = {
  /** How a message names it: the path of the file or the address of the service. */
  name: string
  /** The coordinate system the source says it uses (`urn:ogc:def:crs:EPSG::28992`), when it says so. */
  crs: string | undefined
  features: Feature[]
  /** Wijkcode → name, when the source keeps them apart from its buurten. */
  wijknamen?: ReadonlyMap<string, string>
}

/**
 * Above this a source is refused before it takes the memory of the machine: 100 MB of the shortest coordinates is 9
 * million points and 1.7 GB once parsed. The buurten of the whole country are 2 million points, of a gemeente 20,000.
 */
export type Limits = { bytes: number; vertices: number }
export const limits: Limits = { bytes: 100 * 1024 ** 2, vertices: 3_000_000 }

/**
 * The import stops and what was there stays. The message is a Dutch sentence for the person at the keyboard; it
 * names the source, the feature and the cause. `lines` is the report as far as it came.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly lines: readonly string[]

  constructor(message: string, { lines = [], cause }: { lines?: readonly string[]; cause?: unknown } = {}) {
    super(message, { cause })
    this.lines = lines
  }
}

/** Whole numbers as on paper here: `1.234.567`. */
export const count = (value: number): string => value.toLocaleString('nl-NL')

/** Bytes in the unit people see in their folder: `380 MB`. */
export const megabytes = (bytes: number): string => `${count(Math.ceil(bytes / 1024 ** 2))} MB`

/** Conditions that drop entries of a list after they were found by key. */
import type { LijstVraag } from '../domain/ports.ts'
import type { Values } from './attributes.ts'
import { alias } from './keys.ts'

/** All `conditions` must hold; `names` are the attributes they use, `values` their placeholders. */
export type Filter = { conditions: readonly string[]; names: readonly string[]; values: Values }

const everything: Filter = { conditions: [], names: [], values: {} }

export const equals = (name: string, value: string | undefined): Filter =>
  value === undefined
    ? everything
    : { conditions: [`${alias(name)} = :${name}`], names: [name], values: { [`:${name}`]: value } }

/** Edges included, degrees. */
export const inBbox = (bbox: LijstVraag['bbox']): Filter => {
  if (!bbox) return everything
  const [west, zuid, oost, noord] = bbox
  return {
    conditions: [`${alias('lon')} BETWEEN :west AND :oost`, `${alias('lat')} BETWEEN :zuid AND :noord`],
    names: ['lon', 'lat'],
    values: { ':west': west, ':zuid': zuid, ':oost': oost, ':noord': noord },
  }
}

export const mergeFilters = (filters: readonly Filter[]): Filter => ({
  conditions: filters.flatMap(({ conditions }) => conditions),
  names: filters.flatMap(({ names }) => names),
  values: Object.assign({}, ...filters.map(({ values }) => values)),
})

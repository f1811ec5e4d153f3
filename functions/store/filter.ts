/** Conditions that drop entries of a list after they were found by key. */
import type { LijstVraag } from '../domain/ports.ts'
import type { Streefvenster } from '../domain/termijnkeuze.ts'
import type { Values } from './attributes.ts'
import { alias } from './keys.ts'

/**
 * All `conditions` must hold; `names` are the attributes they use, `values` their placeholders. `selective`: it may
 * drop most of what was found, so more must be looked at.
 */
export type Filter = {
  conditions: readonly string[]
  names: readonly string[]
  values: Values
  selective: boolean
}

const everything: Filter = { conditions: [], names: [], values: {}, selective: false }

export const equals = (name: string, value: string | undefined): Filter =>
  value === undefined
    ? everything
    : {
        conditions: [`${alias(name)} = :${name}`],
        names: [name],
        values: { [`:${name}`]: value },
        selective: true,
      }

/** Without this attribute. */
export const absent = (name: string): Filter => ({
  conditions: [`attribute_not_exists(${alias(name)})`],
  names: [name],
  values: {},
  selective: true,
})

/** One of at most 100 values (the limit of DynamoDB), which most entries have. */
export const oneOf = (name: string, allowed: readonly string[] | undefined): Filter => {
  if (!allowed) return everything
  const values = Object.fromEntries(allowed.map((value, i) => [`:${name}${i}`, value]))
  const conditions = [`${alias(name)} IN (${Object.keys(values).join(', ')})`]
  return { conditions, names: [name], values, selective: false }
}

/**
 * Promised within one of the vensters, or waiting for its reporter. A stretch of days and a list of categorieen per
 * venster: at most some 200 operands, of the 300 that DynamoDB takes.
 */
export const inVensters = (vensters: readonly Streefvenster[] | undefined): Filter => {
  if (!vensters) return everything
  const values: Record<string, string> = {}
  const put = (name: string, value: string): string => {
    values[`:${name}`] = value
    return `:${name}`
  }
  const parts = vensters.map(({ categorieen, overige, van, tot }, i) => {
    const among = categorieen.map((code, j) => put(`venster${i}c${j}`, code)).join(', ')
    return [
      among && `${overige ? 'NOT ' : ''}${alias('categorie')} IN (${among})`,
      van && `${alias('streefDatum')} >= ${put(`venster${i}van`, van)}`,
      tot && `${alias('streefDatum')} <= ${put(`venster${i}tot`, tot)}`,
    ]
      .filter(Boolean)
      .join(' AND ')
  })
  const waiting = `attribute_exists(${alias('wachtSinds')})`
  return {
    conditions: [`(${[waiting, ...parts.map((part) => `(${part})`)].join(' OR ')})`],
    names: [
      'wachtSinds',
      ...(vensters.some(({ van, tot }) => van ?? tot) ? ['streefDatum'] : []),
      ...(vensters.some(({ categorieen }) => categorieen.length > 0) ? ['categorie'] : []),
    ],
    values,
    selective: true,
  }
}

/** Edges included, degrees. */
export const inBbox = (bbox: LijstVraag['bbox']): Filter => {
  if (!bbox) return everything
  const [west, zuid, oost, noord] = bbox
  return {
    conditions: [`${alias('lon')} BETWEEN :west AND :oost`, `${alias('lat')} BETWEEN :zuid AND :noord`],
    names: ['lon', 'lat'],
    values: { ':west': west, ':zuid': zuid, ':oost': oost, ':noord': noord },
    selective: true,
  }
}

export const mergeFilters = (filters: readonly Filter[]): Filter => ({
  conditions: filters.flatMap(({ conditions }) => conditions),
  names: filters.flatMap(({ names }) => names),
  values: Object.assign({}, ...filters.map(({ values }) => values)),
  selective: filters.some(({ selective }) => selective),
})

/**
 * Plain values ↔ DynamoDB attribute values: string S, number N, boolean BOOL, bytes B, list L, object M.
 * `undefined` members are left out. A stream event holds the same form as the table, so both read with this.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb'

export type Attributes = Record<string, AttributeValue>
export type Value = string | number | boolean | Uint8Array | null | undefined | readonly Value[] | Values
export type Values = { readonly [name: string]: Value }

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const toAttribute = (value: Exclude<Value, undefined>): AttributeValue => {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (value instanceof Uint8Array) return { B: value }
  if (isList(value)) return { L: value.map((entry) => toAttribute(entry ?? null)) }
  return { M: toAttributes(value) }
}

/** @example toAttributes({ nummer: 'M-4F7K-2M9Q', versie: 1 }) // { nummer: { S: … }, versie: { N: '1' } } */
export const toAttributes = (values: Values): Attributes => {
  const attributes: Attributes = {}
  for (const name in values) {
    const value = values[name]
    if (value !== undefined) attributes[name] = toAttribute(value)
  }
  return attributes
}

const fromAttribute = (attribute: AttributeValue): Value => {
  if (attribute.S !== undefined) return attribute.S
  if (attribute.N !== undefined) return Number(attribute.N)
  if (attribute.BOOL !== undefined) return attribute.BOOL
  if (attribute.B !== undefined) return attribute.B
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute)
  if (attribute.M !== undefined) return fromAttributes(attribute.M)
  if (attribute.NULL) return null
  throw new TypeError(`Unknown attribute type ${Object.keys(attribute).join()}.`)
}

/** The way back. Whether the result is what it should be is for the schema of the item to say. */
export const fromAttributes = (attributes: Attributes): Values => {
  const values: Record<string, Value> = {}
  for (const name in attributes) values[name] = fromAttribute(attributes[name]!)
  return values
}

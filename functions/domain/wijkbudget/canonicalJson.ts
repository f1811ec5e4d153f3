/**
 * One spelling of a JSON value, so that its hash says whether two values are the same: keys in order of
 * UTF-16 code units, no white space, numbers as ECMAScript writes them (RFC 8785). Absent members (undefined)
 * are left out, as JSON does.
 *
 * @throws TypeError for what JSON cannot hold: NaN, Infinity, bigint, functions, undefined in a list
 * @example canonicalJson({ b: [1, 'x'], a: null }) // '{"a":null,"b":[1,"x"]}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  const isJson =
    value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
  if (!isJson) throw new TypeError(`JSON cannot hold ${String(value)}.`)
  return JSON.stringify(value)
}

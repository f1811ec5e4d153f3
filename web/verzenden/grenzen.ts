/** What the service takes of photos; `maxFotoBytes` of its contract and the most of a NieuweMelding. */
export const meesteFotoBytes = 20 * 1024 * 1024
export const meesteFotos = 3

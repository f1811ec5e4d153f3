/**
 * Whole numbers from 0 to 2⁵³ packed in bytes: seven bits each, least significant first, the eighth bit says
 * that more follow (LEB128). A number below 128 is one byte.
 */
export const packNumbers = (numbers: readonly number[]): Uint8Array => {
  const bytes: number[] = []
  for (let number of numbers) {
    for (; number >= 128; number = Math.floor(number / 128)) bytes.push((number % 128) + 128)
    bytes.push(number)
  }
  return Uint8Array.from(bytes)
}

export const unpackNumbers = (bytes: Uint8Array): number[] => {
  const numbers: number[] = []
  let number = 0
  let weight = 1
  for (const byte of bytes) {
    number += (byte & 127) * weight
    weight *= 128
    if (byte < 128) {
      numbers.push(number)
      number = 0
      weight = 1
    }
  }
  return numbers
}

/** A random code that this browser keeps, so that a budget counts devices and not only the address of a whole house. */
import { newSleutel } from '../state/draft.ts'

const storageKey = 'kernpunt-toestel'

/** 32 hexadecimal digits; undefined where nothing can be kept. */
export function readToestel(): string | undefined {
  try {
    const known = localStorage.getItem(storageKey)
    if (known) return known
    const made = newSleutel()
    localStorage.setItem(storageKey, made)
    return made
  } catch {
    return undefined
  }
}

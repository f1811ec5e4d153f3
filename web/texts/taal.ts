/** The language of the screen, kept for the next visit, and the numbers and dates that go with it. */
import { computed, effect, signal } from '@preact/signals'
import { en } from './en.ts'
import { nl } from './nl.ts'

const storageKey = 'kernpunt-taal'

const read = (): 'nl' | 'en' => {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'nl'
  } catch {
    return 'nl'
  }
}

export const taal = signal<'nl' | 'en'>(read())
/** The catalogue in the chosen language; a component that reads `.value` follows it. */
export const teksten = computed(() => (taal.value === 'en' ? en : nl))

effect(() => {
  document.documentElement.lang = taal.value
  try {
    localStorage.setItem(storageKey, taal.value)
  } catch {
    // Private windows may refuse; the choice then holds for this page.
  }
})

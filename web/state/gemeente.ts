/** What hardly changes and many screens need: settings of the gemeente, its kernen and its categories. */
import { signal } from '@preact/signals'
import type { Categorie, Instellingen } from '../../functions/contract/instellingen.ts'
import type { Kern } from '../../functions/contract/kern.ts'
import { api } from '../api.ts'

export const instellingen = signal<Instellingen | undefined>(undefined)

/** One request for everybody who asks; a failed one is asked again by the next. */
function once<T>(load: () => Promise<T>): (() => Promise<T>) & { forget(): void } {
  let running: Promise<T> | undefined
  const ask = () => {
    running ??= load().catch((error) => {
      running = undefined
      throw error
    })
    return running
  }
  const forget = () => {
    running = undefined
  }
  return Object.assign(ask, { forget })
}

export const loadInstellingen = once(async () => {
  const loaded = await api.getInstellingen()
  instellingen.value = loaded
  // The colours of a gemeente are a block of tokens in styles/gemeenten.css, chosen by its code.
  document.documentElement.dataset.gemeente = loaded.gemeente.code
  return loaded
})

/** With the version of the kernindeling that holds today; from 2 on, kernen were divided otherwise before. */
export const loadIndeling = once(() => api.listKernen())
export const loadKernen = async (): Promise<Kern[]> => (await loadIndeling()).kernen
export const loadCategorieen = once(
  async (): Promise<Categorie[]> => (await api.listCategorieen()).categorieen,
)

/** At the start; that it fails is shown where the settings are needed. */
export const loadGemeente = (): Promise<unknown> => loadInstellingen().catch(() => undefined)

/** The name of the screen in the tab and in the history, before the name of the gemeente. */
import { useEffect } from 'preact/hooks'
import { instellingen } from './gemeente.ts'

export function useTitle(titel: string): void {
  const gemeente = instellingen.value?.gemeente.naam
  useEffect(() => {
    document.title = gemeente ? `${titel} – ${gemeente}` : `${titel} – Kernpunt`
  }, [titel, gemeente])
}

/** What begins once the page stands: keeping the page for later, and sending what was left waiting. */
import { effect } from '@preact/signals'
import { WachtrijVak } from '../components/WachtrijVak.tsx'
import { wachtrijVak } from '../state/wachtrijVak.ts'
import { watchWachtrij } from './verstuurWachtend.ts'
import { wachtrij } from './wachtrij.ts'

/** What the page fetched before the service worker stood there (the map, say) passes by it once more, from the cache. */
function passAgain(): void {
  for (const { name } of performance.getEntriesByType('resource'))
    if (name.startsWith(`${location.origin}/assets/`)) void fetch(name).catch(() => undefined)
}

// A development server has no fixed files to keep.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  navigator.serviceWorker.addEventListener('controllerchange', passAgain, { once: true })
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}

effect(() => {
  if (wachtrij.value.length > 0) wachtrijVak.value = WachtrijVak
})
void watchWachtrij()

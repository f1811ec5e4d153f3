/** What begins once the page stands: keeping the page for later, and sending what was left waiting. */
import { effect } from '@preact/signals'
import { WachtrijVak } from '../components/WachtrijVak.tsx'
import { wachtrijVak } from '../state/wachtrijVak.ts'
import { watchWachtrij } from './verstuurWachtend.ts'
import { wachtrij } from './wachtrij.ts'

// A development server has no fixed files to keep.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined)

effect(() => {
  if (wachtrij.value.length > 0) wachtrijVak.value = WachtrijVak
})
void watchWachtrij()

/** What the frame of every screen shows about meldingen that wait for a connection; it comes when there are any. */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

export const wachtrijVak = signal<ComponentType | undefined>(undefined)

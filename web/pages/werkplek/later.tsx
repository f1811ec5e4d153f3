/** A part of the screen whose code comes when it is shown for the first time: the list never waits for it. */
import type { ComponentType } from 'preact'
import { LoadState } from '../../components/LoadState.tsx'
import { useLoad } from '../../state/useLoad.ts'

/** @example const Detail = later(() => import('./Detail.tsx').then((part) => part.Detail)) */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: Promise<ComponentType<P>> | undefined
  const once = () => {
    loaded ??= load().catch((error) => {
      loaded = undefined
      throw error
    })
    return loaded
  }
  return (props: P) => <LoadState of={useLoad(once, [])}>{(Part) => <Part {...props} />}</LoadState>
}

/** The three faces of something that loads: its outline while waiting, its content, or what went wrong and what now. */
import type { ComponentChildren, JSX } from 'preact'
import type { Loaded } from '../state/useLoad.ts'
import { teksten } from '../texts/taal.ts'
import { Alert } from './Alert.tsx'

/** Grey lines in the shape of the text that will come. */
export const Skeleton = ({ lines = 4, tall = false }: { lines?: number; tall?: boolean }) => (
  <div class="skelet" role="status">
    <span class="alleen-voorlezen">{teksten.value.algemeen.laden}</span>
    {Array.from({ length: lines }, (_, n) => (
      <span key={n} class={tall ? 'skelet__rij' : 'skelet__regel'} />
    ))}
  </div>
)

/** Without `retry` where asking again never helps. */
export function LoadFailed({
  detail,
  retry,
  children,
}: {
  detail: string
  retry?: (() => void) | undefined
  children?: ComponentChildren
}) {
  const t = teksten.value.algemeen
  return (
    <Alert soort="fout" titel={t.foutTitel}>
      <p>{detail}</p>
      {children}
      {retry && (
        <p>
          <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={retry}>
            {t.opnieuw}
          </button>
        </p>
      )}
    </Alert>
  )
}

type Props<T> = { of: Loaded<T>; skeleton?: JSX.Element; children(value: T): ComponentChildren }

/** A failed refresh keeps the old content and says so above it. */
export const LoadState = <T,>({ of, skeleton = <Skeleton />, children }: Props<T>) => (
  <>
    {of.problem && (
      <LoadFailed
        detail={of.problem.message}
        retry={of.problem.code === 'niet-gevonden' ? undefined : of.reload}
      />
    )}
    {of.value !== undefined ? children(of.value) : of.loading && skeleton}
  </>
)

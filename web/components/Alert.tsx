/** A message that matters, in words and colour; `fout` is read out at once. */
import type { ComponentChildren } from 'preact'

const classes = { fout: 'error', let_op: 'warning', goed: 'ok', uitleg: 'info' } as const

type Props = { soort: keyof typeof classes; titel?: string; children?: ComponentChildren }

export const Alert = ({ soort, titel, children }: Props) => (
  <div
    class={`utrecht-alert utrecht-alert--${classes[soort]} alert`}
    role={soort === 'fout' ? 'alert' : 'status'}
  >
    <div class="utrecht-alert__content">
      <div class="utrecht-alert__message">
        {titel && <p class="alert__titel">{titel}</p>}
        {children}
      </div>
    </div>
  </div>
)

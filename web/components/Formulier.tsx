/** A form of staff: mistakes on top, the questions, the refusal, and one button. */
import type { ComponentChildren } from 'preact'
import type { Formulier as Stand } from '../state/useFormulier.ts'
import { Alert } from './Alert.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'

type Props = {
  form: Pick<Stand<never>, 'fouten' | 'round' | 'problem' | 'busy' | 'submit'>
  /** What did not happen, when it is refused. */
  mislukt: string
  knop: string
  bezig?: string
  /** The one button of the screen; otherwise it stands back. */
  hoofd?: boolean
  children: ComponentChildren
}

export const Formulier = ({ form, mislukt, knop, bezig, hoofd, children }: Props) => (
  <form onSubmit={form.submit} noValidate>
    <ErrorSummary fouten={form.fouten} round={form.round} />
    {children}
    {form.problem && (
      <Alert soort="fout" titel={mislukt}>
        <p>{form.problem.message}</p>
      </Alert>
    )}
    <div class="knoppen">
      <button
        type="submit"
        class={`utrecht-button utrecht-button--${hoofd ? 'primary' : 'secondary'}-action`}
        aria-disabled={form.busy}
      >
        {form.busy ? (bezig ?? knop) : knop}
      </button>
    </div>
  </form>
)

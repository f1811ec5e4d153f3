/** One question of a form: label, help, mistake and the control, tied together for whoever cannot see them. */
import type { ComponentChildren } from 'preact'
import { teksten } from '../texts/taal.ts'

/** To spread on the input, select or textarea. */
type Control = {
  id: string
  class: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

type Props = {
  id: string
  label: string
  hulp?: string
  fout?: string
  optional?: boolean
  soort?: 'textbox' | 'textarea' | 'select'
  children(control: Control): ComponentChildren
}

export function Field({ id, label, hulp, fout, optional, soort = 'textbox', children }: Props) {
  const described = [hulp && `${id}-hulp`, fout && `${id}-fout`].filter(Boolean).join(' ')
  return (
    <div class={`utrecht-form-field veld ${fout ? 'utrecht-form-field--invalid' : ''}`}>
      <label class="utrecht-form-label veld__label" for={id}>
        {label}
        {optional && <span class="veld__keuze"> ({teksten.value.algemeen.nietVerplicht})</span>}
      </label>
      {hulp && (
        <div class="utrecht-form-field-description" id={`${id}-hulp`}>
          {hulp}
        </div>
      )}
      {fout && (
        <div class="utrecht-form-field-error-message" id={`${id}-fout`}>
          {fout}
        </div>
      )}
      {children({
        id,
        class: `utrecht-${soort} utrecht-${soort}--html-${soort === 'textbox' ? 'input' : soort} ${fout ? `utrecht-${soort}--invalid` : ''}`,
        'aria-describedby': described || undefined,
        'aria-invalid': fout ? 'true' : undefined,
      })}
    </div>
  )
}

/** "Dit is dezelfde": follows the melding of somebody else instead of making a second one. Only an address is asked. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { VolgerOntvangst } from '../../../functions/contract/opvolging.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { Field } from '../../components/Field.tsx'
import { draft } from '../../state/draft.ts'
import { toFouten } from '../../state/toFouten.ts'
import { useActie } from '../../state/useActie.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import { metBewijs } from '../../verzenden/metBewijs.ts'

export type Gevolgd = VolgerOntvangst

type Props = { nummer: string; onTerug(): void; onGevolgd(ontvangst: Gevolgd): void }

export function VolgDezelfde({ nummer, onTerug, onGevolgd }: Props) {
  const t = meldenTeksten.value
  const heading = useRef<HTMLHeadingElement>(null)
  const [email, setEmail] = useState(draft.value.contact.email)
  const actie = useActie()
  useEffect(() => heading.current?.focus(), [])
  const fout = actie.problem && toFouten(actie.problem, { '/contact/email': 'volg-email' })['volg-email']

  const follow = async (event: Event) => {
    event.preventDefault()
    const body = email.trim() ? { contact: { email: email.trim() } } : {}
    const answer = await actie.run([nummer, body], (idempotencyKey) =>
      metBewijs((headers) => api.addVolger({ params: { nummer }, body, idempotencyKey, headers })),
    )
    if (answer) onGevolgd(answer)
  }

  return (
    <form onSubmit={follow} noValidate>
      <h3 class="utrecht-heading-3" ref={heading} tabIndex={-1}>
        {t.nabij.volgTitel(nummer)}
      </h3>
      <p class="utrecht-paragraph">{t.nabij.volgUitleg}</p>
      <Field id="volg-email" label={teksten.value.melden.email} optional fout={fout}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="email"
            value={email}
            onInput={(event) => {
              setEmail(event.currentTarget.value)
              actie.clear()
            }}
          />
        )}
      </Field>
      {actie.problem && !fout && (
        <Alert soort="fout" titel={t.nabij.mislukt}>
          <p>{actie.problem.message}</p>
        </Alert>
      )}
      <div class="knoppen">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          aria-disabled={actie.busy}
        >
          {actie.busy ? t.nabij.bezig : t.nabij.volg}
        </button>
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onTerug}>
          {t.nabij.terug}
        </button>
      </div>
    </form>
  )
}

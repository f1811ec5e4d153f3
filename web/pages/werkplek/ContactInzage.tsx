/** Contact data of the reporter: hidden until somebody says why they need it. Each look is logged by the service. */
import { useState } from 'preact/hooks'
import type { Contactdoel } from '../../../functions/contract/behandeling.ts'
import type { Contact } from '../../../functions/contract/melding.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { useActie } from '../../state/useActie.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'

type Props = { nummer: string; velden: readonly (keyof Contact)[] }

export function ContactInzage({ nummer, velden }: Props) {
  const [doel, setDoel] = useState<Contactdoel>('terugbellen')
  const [contact, setContact] = useState<Contact>()
  const actie = useActie()
  const show = async () =>
    setContact(await actie.run(doel, () => api.getContact({ params: { nummer }, query: { doel } })))
  if (velden.length === 0) return <>{t.contactNiet}</>
  if (contact)
    return (
      <ul class="punten">
        {velden.map((veld) => (
          <li key={veld}>
            {t.veld[veld]}: {contact[veld]}
          </li>
        ))}
      </ul>
    )
  return (
    <>
      <p>{t.contactGegeven(velden.map((veld) => t.veld[veld]).join(', '))}</p>
      <Keuzelijst
        id="contact-doel"
        label={t.contactDoel}
        value={doel}
        choices={t.doel}
        onKies={(gekozen) => setDoel(gekozen as Contactdoel)}
      />
      <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={show}>
        {t.contactToon}
      </button>
      {actie.problem && <Alert soort="fout" titel={actie.problem.message} />}
    </>
  )
}

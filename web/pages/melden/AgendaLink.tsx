/** A link that hands the promised date to the calendar of the reader, as a file made here. */
import type { MeldingOntvangst } from '../../../functions/contract/melding.ts'
import { formatDag } from '../../texts/format.ts'
import { teksten } from '../../texts/taal.ts'
import { toAgenda } from './toAgenda.ts'

export function AgendaLink({ ontvangst }: { ontvangst: MeldingOntvangst }) {
  const { taal, melden: t } = teksten.value
  const { nummer, streefDatum, geregistreerdOp, volglink } = ontvangst
  const file = toAgenda({
    nummer,
    host: new URL(volglink).host,
    datum: streefDatum,
    gemaaktOp: geregistreerdOp,
    titel: t.agendaTitel(nummer),
    uitleg: t.agendaUitleg(formatDag(streefDatum, taal)),
  })
  return (
    <a
      class="utrecht-link"
      href={`data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`}
      download={`melding-${nummer}.ics`}
    >
      {t.agenda}
    </a>
  )
}

/** Everything that happened to a melding, newest first, with who did it and what only staff reads. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { formatDag } from '../../texts/format.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'
import { describeRegel, describeWie } from './describeRegel.ts'
import type { Regel } from './useMelding.ts'

type Props = { regels: readonly Regel[]; categorieen: readonly Categorie[] }

export const Verloop = ({ regels, categorieen }: Props) => (
  <ol class="geschiedenis">
    {regels
      .map((regel, n) => (
        // Lines are only added, never moved.
        <li key={n} class={regel.soort === 'notitie' ? 'geschiedenis__notitie' : undefined}>
          <p class="geschiedenis__kop">
            {regel.soort === 'status' && <span class={`teken teken--${regel.status}`} aria-hidden="true" />}
            {describeRegel(regel, categorieen)}
          </p>
          <p class="geschiedenis__op">
            <time dateTime={regel.op}>{describeWie(regel)}</time>
          </p>
          {regel.streefDatum && <p>{(n === 0 ? t.beloofd : t.nieuweDatum)(formatDag(regel.streefDatum))}</p>}
          {regel.toelichting && <p class="overzicht__tekst">{regel.toelichting}</p>}
        </li>
      ))
      .toReversed()}
  </ol>
)

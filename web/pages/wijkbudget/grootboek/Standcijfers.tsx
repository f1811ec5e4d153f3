/** Where a ledger stands; each figure shows the lines that it comes from. */
import type { Grootboek } from '../../../../functions/contract/grootboek.ts'
import { formatEuro } from '../../../../functions/domain/geld.ts'
import { Alert } from '../../../components/Alert.tsx'
import { nlGrootboek as t } from '../../../texts/nlGrootboek.ts'

/** Figure → the lines that make it; without lines of its own it follows from all. */
const cijfers = [
  ['openingCenten', t.opening, 'opening'],
  ['toegekendCenten', t.toegekend, 'toekenning'],
  ['teruggevorderdCenten', t.teruggevorderd, 'terugvordering'],
  ['betaaldCenten', t.betaald, 'betaling'],
  ['gebondenCenten', t.gebonden, 'toezegging'],
  ['vrijCenten', t.vrij, ''],
] as const

/** Which lines a choice shows. */
export const soortenOf = (keuze: string | undefined): readonly string[] | undefined =>
  keuze === 'toezegging'
    ? ['reservering', 'verplichting', 'vrijval', 'betaling']
    : keuze
      ? [keuze]
      : undefined

type Props = { grootboek: Grootboek; keuze: string | undefined; onKies(soort: string | undefined): void }

export const Standcijfers = ({ grootboek: { stand, controle }, keuze, onKies }: Props) => (
  <>
    <dl class="cijfers cijfers--geld">
      {cijfers
        .filter(([veld]) => stand[veld] !== 0 || !['openingCenten', 'teruggevorderdCenten'].includes(veld))
        .map(([veld, naam, soort]) => (
          <div key={veld} class={`cijfers__cijfer ${veld === 'vrijCenten' ? 'cijfers__cijfer--vrij' : ''}`}>
            <dt>{naam}</dt>
            <dd>
              <button
                type="button"
                class="cijfers__knop"
                aria-pressed={soort === (keuze ?? '')}
                aria-label={`${formatEuro(stand[veld])}. ${soort ? t.toonRegels(naam) : t.alleRegels}`}
                onClick={() => onKies(soort || undefined)}
              >
                {formatEuro(stand[veld])}
              </button>
            </dd>
          </div>
        ))}
    </dl>
    {controle.klopt ? (
      <p class="blad__klopt">{t.klopt(controle.regels)}</p>
    ) : (
      <Alert soort="fout" titel={t.kloptNiet} />
    )}
  </>
)

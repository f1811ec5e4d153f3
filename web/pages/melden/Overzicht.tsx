/** What will be sent, each line with the way back to change it. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { PlekBericht } from '../../components/PlekBericht.tsx'
import { draft } from '../../state/draft.ts'
import type { Plek } from '../../state/usePlek.ts'
import { teksten } from '../../texts/taal.ts'
import { formatTermijn } from './CategorieKeuze.tsx'

type Props = { categorieen: readonly Categorie[]; plek: Plek; fouten: Fouten }

export function Overzicht({ categorieen, plek, fouten }: Props) {
  const t = teksten.value
  const { categorie, omschrijving, positie, plek: plaatsnaam } = draft.value
  const adres = 'adres' in plek ? plek.adres : plaatsnaam
  const gekozen = categorieen.find(({ code }) => code === categorie)
  const lines = [
    ['plek', t.melden.plek, 'waar'],
    ['categorie', t.melden.categorie, 'wat'],
    ['omschrijving', t.melden.omschrijving, 'wat'],
  ] as const
  const content = {
    plek: (
      <>
        {plaatsnaam && <p>{plaatsnaam}</p>}
        <PlekBericht plek={plek} />
        {!adres && positie && <p>{t.melden.coordinaten(positie[1].toFixed(5), positie[0].toFixed(5))}</p>}
      </>
    ),
    categorie: (
      <>
        <p lang="nl">{gekozen?.naam}</p>
        {gekozen && <p>{formatTermijn(gekozen)}</p>}
      </>
    ),
    omschrijving: <p class="overzicht__tekst">{omschrijving}</p>,
  }
  return (
    <dl class="overzicht">
      {lines.map(([name, label, stap]) => (
        <div key={name} class="overzicht__regel">
          <dt>{label}</dt>
          <dd>
            {content[name]}
            {fouten[`wijzig-${name}`] && (
              <p class="utrecht-form-field-error-message overzicht__fout">{fouten[`wijzig-${name}`]}</p>
            )}
          </dd>
          <dd class="overzicht__wijzig">
            <a class="utrecht-link" id={`wijzig-${name}`} href={`/melden?stap=${stap}`}>
              {t.algemeen.wijziging}
              <span class="alleen-voorlezen"> {label}</span>
            </a>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What will be sent, each line with the way back to change it. */
import type { ComponentChildren } from 'preact'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { PlekBericht } from '../../components/PlekBericht.tsx'
import { draft } from '../../state/draft.ts'
import type { Plek } from '../../state/usePlek.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { teksten } from '../../texts/taal.ts'
import { conceptFotos } from '../../verzenden/conceptFotos.ts'
import { formatTermijn } from './CategorieKeuze.tsx'
import type { Stap } from './Stappen.tsx'
import { vraagId } from './vraagId.ts'

type RegelProps = {
  naam: string
  label: string
  stap: Stap
  fout: string | undefined
  /** Of the label, when it is not in the language of the screen. */
  lang?: string
  children: ComponentChildren
}

const Regel = ({ naam, label, stap, fout, lang, children }: RegelProps) => (
  <div class="overzicht__regel">
    <dt lang={lang}>{label}</dt>
    <dd>
      {children}
      {fout && <p class="utrecht-form-field-error-message overzicht__fout">{fout}</p>}
    </dd>
    <dd class="overzicht__wijzig">
      <a class="utrecht-link" id={`wijzig-${naam}`} href={`/melden?stap=${stap}`}>
        {teksten.value.algemeen.wijziging}
        <span class="alleen-voorlezen"> {label}</span>
      </a>
    </dd>
  </div>
)

type Props = { categorieen: readonly Categorie[]; plek: Plek; fouten: Fouten }

export function Overzicht({ categorieen, plek, fouten }: Props) {
  const t = teksten.value
  const tf = meldenTeksten.value.fotos
  const { categorie, omschrijving, positie, plek: plaatsnaam, antwoorden } = draft.value
  const adres = 'adres' in plek ? plek.adres : plaatsnaam
  const gekozen = categorieen.find(({ code }) => code === categorie)
  const answered = (gekozen?.vragen ?? []).filter(({ code }) => antwoorden[code]?.trim())
  const goes = conceptFotos.value.filter(({ staat }) => staat !== 'fout').length
  const lines: [naam: string, label: string, stap: Stap, content: ComponentChildren, lang?: string][] = [
    [
      'plek',
      t.melden.plek,
      'waar',
      <>
        {plaatsnaam && <p>{plaatsnaam}</p>}
        <PlekBericht plek={plek} />
        {!adres && positie && <p>{t.melden.coordinaten(positie[1].toFixed(5), positie[0].toFixed(5))}</p>}
      </>,
    ],
    [
      'categorie',
      t.melden.categorie,
      'wat',
      <>
        <p lang="nl">{gekozen?.naam}</p>
        {gekozen && <p>{formatTermijn(gekozen)}</p>}
      </>,
    ],
    ['omschrijving', t.melden.omschrijving, 'wat', <p class="overzicht__tekst">{omschrijving}</p>],
    ...answered.map(({ code, vraag }): (typeof lines)[number] => [
      vraagId(code),
      vraag,
      'wat',
      <p class="overzicht__tekst">{antwoorden[code]}</p>,
      'nl',
    ]),
  ]
  if (conceptFotos.value.length > 0) lines.push(['fotos', tf.titel, 'wat', <p>{tf.aantal(goes)}</p>])
  return (
    <dl class="overzicht" id="overzicht" tabIndex={-1}>
      {lines.map(([naam, label, stap, content, lang]) => (
        <Regel key={naam} naam={naam} label={label} stap={stap} fout={fouten[`wijzig-${naam}`]} lang={lang}>
          {content}
        </Regel>
      ))}
    </dl>
  )
}

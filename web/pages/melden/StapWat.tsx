/** Step 2: what. Danger stops it before anything is sent; then what handling needs to know, and photos. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { Gegevens } from '../../components/Gegevens.tsx'
import { changeDraft, draft } from '../../state/draft.ts'
import { formatGetal } from '../../texts/format.ts'
import { teksten } from '../../texts/taal.ts'
import { CategorieKeuze } from './CategorieKeuze.tsx'
import { CategorieVoorstel } from './CategorieVoorstel.tsx'
import { ExtraVragen } from './ExtraVragen.tsx'
import { FotoKeuze } from './FotoKeuze.tsx'
import { charactersLeft, findFouten } from './findFouten.ts'
import { GevaarStop, GevaarVraag } from './Gevaar.tsx'

/** From here on it says how much may follow. */
const nearTheEnd = 300

type Props = {
  categorieen: readonly Categorie[]
  fouten: Fouten
  onFout(fouten: Fouten): void
  onVerder(): void
}

function Omschrijving({ fout }: { fout?: string }) {
  const t = teksten.value.melden
  const { omschrijving } = draft.value
  const left = charactersLeft()
  return (
    <>
      <Field id="omschrijving" label={t.omschrijving} hulp={t.omschrijvingHulp} fout={fout} soort="textarea">
        {(control) => (
          <textarea
            {...control}
            rows={5}
            value={omschrijving}
            onInput={(event) => changeDraft({ omschrijving: event.currentTarget.value })}
          />
        )}
      </Field>
      <p role="status" class="veld__teller">
        {left < 0 ? t.teVeel(formatGetal(-left)) : left <= nearTheEnd ? t.nogTekens(formatGetal(left)) : ''}
      </p>
      <Gegevens
        veld="omschrijving"
        straks
        tekst={omschrijving}
        onTekst={(next) => changeDraft({ omschrijving: next })}
      />
    </>
  )
}

export function StapWat({ categorieen, fouten, onFout, onVerder }: Props) {
  const t = teksten.value
  const gekozen = categorieen.find(({ code }) => code === draft.value.categorie)
  const next = (event: Event) => {
    event.preventDefault()
    const mistakes = findFouten(gekozen)
    if (Object.keys(mistakes).length > 0) onFout(mistakes)
    else onVerder()
  }
  if (gekozen?.gevaar && draft.value.gevaar === 'ja') return <GevaarStop gevaar={gekozen.gevaar} />
  return (
    <form onSubmit={next} noValidate>
      <Omschrijving fout={fouten.omschrijving} />
      <CategorieVoorstel categorieen={categorieen} />
      <CategorieKeuze categorieen={categorieen} fout={fouten.categorie} />
      {gekozen?.gevaar && <GevaarVraag gevaar={gekozen.gevaar} fout={fouten.gevaar} />}
      <ExtraVragen vragen={gekozen?.vragen ?? []} fouten={fouten} />
      <FotoKeuze />
      <div class="knoppen">
        <button type="submit" class="utrecht-button utrecht-button--primary-action">
          {t.algemeen.volgende}
        </button>
        <a class="utrecht-link" href="/melden?stap=waar">
          {t.algemeen.vorige}
        </a>
      </div>
    </form>
  )
}

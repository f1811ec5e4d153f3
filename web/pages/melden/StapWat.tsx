/** Step 2: what. Danger is pointed at before anything is sent. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { Gegevens } from '../../components/Gegevens.tsx'
import { changeDraft, draft, maxOmschrijving } from '../../state/draft.ts'
import { formatGetal } from '../../texts/format.ts'
import { teksten } from '../../texts/taal.ts'
import { CategorieKeuze } from './CategorieKeuze.tsx'
import { CategorieVoorstel } from './CategorieVoorstel.tsx'

/** From here on it says how much may follow. */
const nearTheEnd = 300

type Props = {
  categorieen: readonly Categorie[]
  fouten: Fouten
  onFout(fouten: Fouten): void
  onVerder(): void
}

export function StapWat({ categorieen, fouten, onFout, onVerder }: Props) {
  const t = teksten.value
  const { omschrijving, categorie } = draft.value
  const left = maxOmschrijving - omschrijving.trim().length
  const next = (event: Event) => {
    event.preventDefault()
    const mistakes: Fouten = {}
    if (!omschrijving.trim()) mistakes.omschrijving = t.melden.fout.omschrijving
    if (left < 0)
      mistakes.omschrijving = t.melden.fout.teLang(formatGetal(maxOmschrijving), formatGetal(-left))
    if (!categorie) mistakes.categorie = t.melden.fout.categorie
    if (Object.keys(mistakes).length > 0) onFout(mistakes)
    else onVerder()
  }
  return (
    <form onSubmit={next} noValidate>
      <Field
        id="omschrijving"
        label={t.melden.omschrijving}
        hulp={t.melden.omschrijvingHulp}
        fout={fouten.omschrijving}
        soort="textarea"
      >
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
        {left < 0
          ? t.melden.teVeel(formatGetal(-left))
          : left <= nearTheEnd
            ? t.melden.nogTekens(formatGetal(left))
            : ''}
      </p>
      <Gegevens
        veld="omschrijving"
        tekst={omschrijving}
        onTekst={(next) => changeDraft({ omschrijving: next })}
      />
      <CategorieVoorstel categorieen={categorieen} />
      <CategorieKeuze categorieen={categorieen} fout={fouten.categorie} />
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

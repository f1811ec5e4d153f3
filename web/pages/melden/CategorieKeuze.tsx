/** What the melding is about, in groups, with what it means, the term and a warning where there may be danger. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { Alert } from '../../components/Alert.tsx'
import { Field } from '../../components/Field.tsx'
import { changeDraft, draft } from '../../state/draft.ts'
import { expectStreefdatum } from '../../state/streefdatum.ts'
import { formatDag } from '../../texts/format.ts'
import { teksten } from '../../texts/taal.ts'

/** The term in words, with the day it ends for who sends it now. */
export function formatTermijn(categorie: Categorie): string {
  const { taal, melden: t } = teksten.value
  const { aantal, eenheid } = categorie.termijn
  const inWords = eenheid === 'werkdagen' ? t.werkdagen(aantal) : t.dagen(aantal)
  const datum = expectStreefdatum(categorie)
  return datum ? t.termijnMetDag(inWords, formatDag(datum, taal)) : t.termijn(inWords)
}

const groupByGroep = (categorieen: readonly Categorie[]): Map<string, Categorie[]> =>
  Map.groupBy(categorieen, ({ groep }) => groep.naam)

export function CategorieKeuze({ categorieen, fout }: { categorieen: readonly Categorie[]; fout?: string }) {
  const t = teksten.value.melden
  const gekozen = categorieen.find(({ code }) => code === draft.value.categorie)
  return (
    <>
      <Field id="categorie" label={t.categorie} fout={fout} soort="select">
        {(control) => (
          <select
            {...control}
            value={draft.value.categorie}
            onChange={(event) => changeDraft({ categorie: event.currentTarget.value })}
          >
            <option value="">{t.categorieLeeg}</option>
            {[...groupByGroep(categorieen)].map(([groep, leden]) => (
              <optgroup key={groep} label={groep}>
                {leden.map(({ code, naam }) => (
                  <option key={code} value={code}>
                    {naam}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <div role="status" class="categorie">
        {gekozen && (
          <>
            <p lang="nl">{gekozen.omschrijving}</p>
            <p>{formatTermijn(gekozen)}</p>
            {!gekozen.openbaar && <p>{t.besloten}</p>}
          </>
        )}
      </div>
      {gekozen?.spoedtekst && (
        <Alert soort="let_op">
          <p lang="nl">{gekozen.spoedtekst}</p>
        </Alert>
      )}
    </>
  )
}

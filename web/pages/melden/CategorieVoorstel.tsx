/**
 * Subjects that fit the words, to choose with one tap. The rules come as a chunk of their own: an old browser that
 * cannot read them (lookbehind in a pattern) misses the proposals and nothing else.
 */
import { useEffect, useState } from 'preact/hooks'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { changeDraft, draft } from '../../state/draft.ts'
import { teksten } from '../../texts/taal.ts'

const patienceMs = 250

export function CategorieVoorstel({ categorieen }: { categorieen: readonly Categorie[] }) {
  const { omschrijving, categorie } = draft.value
  const [codes, setCodes] = useState<string[]>([])
  useEffect(() => {
    const timer = setTimeout(async () => {
      const rules = await import('../../../functions/domain/categorieVoorstel.ts').catch(() => undefined)
      setCodes(rules?.proposeCategorieen(omschrijving, categorieen) ?? [])
    }, patienceMs)
    return () => clearTimeout(timer)
  }, [omschrijving, categorieen])
  const proposed = codes.flatMap((code) => categorieen.find((each) => each.code === code) ?? [])
  if (proposed.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: shortcuts to the list below, not a question of their own
    <div class="voorstel" role="group" aria-labelledby="voorstel-naam">
      <p class="voorstel__naam" id="voorstel-naam">
        {teksten.value.melden.categorieVoorstel}
      </p>
      {proposed.map(({ code, naam }) => (
        <button
          key={code}
          type="button"
          lang="nl"
          class="voorstel__knop"
          aria-pressed={code === categorie}
          onClick={() => changeDraft({ categorie: code })}
        >
          {naam}
        </button>
      ))}
    </div>
  )
}

/** What handling this subject needs to know, besides the words. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { Radiovraag } from '../../components/Radiovraag.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { changeDraft, draft } from '../../state/draft.ts'
import { meldenTeksten } from '../../texts/melden.ts'
import { vraagId } from './vraagId.ts'

type ExtraVraag = NonNullable<Categorie['vragen']>[number]

/** More answers than this are a list to open. */
const mostRadios = 5

export function ExtraVragen({ vragen, fouten }: { vragen: readonly ExtraVraag[]; fouten: Fouten }) {
  const t = meldenTeksten.value.vragen
  const { antwoorden } = draft.value
  if (vragen.length === 0) return null
  return (
    <div class="vragen">
      {vragen.map(({ code, vraag, keuzes, verplicht }) => {
        const id = vraagId(code)
        const value = antwoorden[code] ?? ''
        const answer = (next: string) => changeDraft({ antwoorden: { ...antwoorden, [code]: next } })
        const shared = { value, fout: fouten[id], optional: !verplicht }
        const named = (keuzes ?? []).map((each) => [each, each] as const)
        if (keuzes && keuzes.length > mostRadios)
          return (
            <Keuzelijst
              key={code}
              id={id}
              label={vraag}
              choices={[['', t.kies], ...named]}
              onKies={answer}
              {...shared}
            />
          )
        return keuzes ? (
          <Radiovraag key={code} id={id} vraag={vraag} lang="nl" keuzes={named} onKies={answer} {...shared} />
        ) : (
          <Tekstveld key={code} id={id} label={vraag} onTyp={answer} {...shared} />
        )
      })}
    </div>
  )
}

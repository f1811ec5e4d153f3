/** The filters: quick choices and a search, all of them (folded away on a phone), and the sentence that says which hold. */
import type { ComponentChildren } from 'preact'
import type { Signaleringen, Werkinstellingen } from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { Filters } from './Filters.tsx'
import { Snelkeuzes } from './Snelkeuzes.tsx'
import { countKeuzes, describeFilter, type Namen, type Werkfilter } from './werkfilter.ts'
import { Zoek } from './Zoek.tsx'

const t = nlWerkplek.filter

type Props = {
  filter: Werkfilter
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  werk: Werkinstellingen
  signalen: Signaleringen | undefined
  ik: string
  namen: readonly string[]
  breed: boolean
  onFilter(filter: Werkfilter): void
  onOpen(nummer: string): void
  /** What can be done with the filter itself. */
  children: ComponentChildren
}

const makeNamen = (kernen: readonly Kern[], categorieen: readonly Categorie[], ik: string): Namen => ({
  kern: (code) => kernen.find((each) => each.code === code)?.naam ?? code,
  categorie: (code) => categorieen.find((each) => each.code === code)?.naam ?? code,
  groep: (code) => categorieen.find(({ groep }) => groep.code === code)?.groep.naam ?? code,
  ik,
})

export function Filtervak(props: Props) {
  const { filter, kernen, categorieen, werk, signalen, ik, namen, breed, onFilter, onOpen, children } = props
  const kies = (change: { [K in keyof Werkfilter]?: Werkfilter[K] | undefined }) =>
    onFilter({ ...filter, ...change } as Werkfilter)
  const n = countKeuzes(filter)
  const zin = describeFilter(filter, makeNamen(kernen, categorieen, ik))
  const wis = n > 0 && (
    <button type="button" class="utrecht-button utrecht-button--subtle" onClick={() => onFilter({})}>
      {t.wis}
    </button>
  )
  const zoek = <Zoek tekst={filter.tekst} onZoek={(tekst) => kies({ tekst })} onOpen={onOpen} />
  const fields = (
    <Filters
      filter={filter}
      kernen={kernen}
      categorieen={categorieen}
      teams={werk.teams}
      ik={ik}
      namen={namen}
      onKies={kies}
    />
  )
  return (
    <section aria-label={t.paneel} class="filtervak">
      <div class="filtervak__boven">
        <Snelkeuzes filter={filter} ik={ik} signalen={signalen} onKies={kies} />
        {breed && zoek}
      </div>
      {breed ? (
        <>
          {fields}
          <div class="filtervak__zin">
            <p>{zin}</p>
            {wis}
            {children}
          </div>
        </>
      ) : (
        <>
          <details class="uitklap">
            <summary>{t.paneelZin(zin)}</summary>
            {zoek}
            {fields}
            {children}
          </details>
          {wis}
        </>
      )}
    </section>
  )
}

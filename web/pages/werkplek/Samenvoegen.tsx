/**
 * Two meldingen about the same thing become one: choose the other (from those nearby, or by its number), see both
 * beside each other, and say which one stays. It can be undone.
 */
import { useState } from 'preact/hooks'
import type { BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { api } from '../../api.ts'
import { LoadState } from '../../components/LoadState.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useLoad } from '../../state/useLoad.ts'
import { formatAfstand, formatDatum } from '../../texts/format.ts'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { KiesBlijvende } from './KiesBlijvende.tsx'
import { Naast } from './Naast.tsx'
import { readNummer } from './readNummer.ts'
import type { Melding } from './useMelding.ts'

const t = nlBehandeling.samen

type Props = {
  melding: Melding
  deze: BehandelingDetail
  categorieen: readonly Categorie[]
}

const naamOf = (categorieen: readonly Categorie[], code: string) =>
  categorieen.find((each) => each.code === code)?.naam ?? code

export function Samenvoegen({ melding, deze, categorieen }: Props) {
  const [ander, setAnder] = useState('')
  const [typed, setTyped] = useState('')
  const [fout, setFout] = useState<string>()
  const nabij = useLoad(
    (signal) => {
      const { categorie, geometrie, omschrijving } = deze
      return api.findNabij({ body: { categorie, geometrie, omschrijving }, signal })
    },
    [deze.nummer],
  )
  const andere = useLoad(
    (signal) =>
      ander ? api.getBehandeling({ params: { nummer: ander }, signal }) : Promise.resolve(undefined),
    [ander],
  )
  const zoek = (event: Event) => {
    event.preventDefault()
    const nummer = readNummer(typed)
    setFout(nummer === deze.nummer ? t.zelf : nummer ? undefined : nlWerkplek.lijst.geenNummer)
    if (nummer && nummer !== deze.nummer) setAnder(nummer)
  }
  return (
    <>
      <LoadState of={nabij} skeleton={<p role="status">{t.zoekt}</p>}>
        {({ meldingen }) => {
          const others = meldingen.filter(({ nummer }) => nummer !== deze.nummer)
          return others.length === 0 ? (
            <p>{t.geenNabij}</p>
          ) : (
            <fieldset class="contact">
              <legend class="veld__label">{t.zoek}</legend>
              {others.map(({ nummer, categorie, afstandMeter, geregistreerdOp }) => (
                <label key={nummer} class="keuze__optie">
                  <input
                    type="radio"
                    name="samen-ander"
                    checked={ander === nummer}
                    onChange={() => setAnder(nummer)}
                  />
                  {nummer}: {naamOf(categorieen, categorie).toLowerCase()},{' '}
                  {t.afstand(formatAfstand(afstandMeter))}, {formatDatum(geregistreerdOp)}
                </label>
              ))}
            </fieldset>
          )
        }}
      </LoadState>
      <form onSubmit={zoek} noValidate class="zoekregel">
        <Tekstveld
          id="samen-nummer"
          label={t.nummer}
          hulp={nlWerkplek.lijst.nummerHulp}
          fout={fout}
          value={typed}
          onTyp={setTyped}
        />
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {nlWerkplek.filter.zoek}
        </button>
      </form>
      <LoadState of={andere}>
        {(found) =>
          found &&
          found.nummer === ander && (
            <>
              <Naast deze={deze} andere={found} categorieen={categorieen} />
              <KiesBlijvende key={found.nummer} melding={melding} deze={deze} andere={found} />
            </>
          )
        }
      </LoadState>
    </>
  )
}

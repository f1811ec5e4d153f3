/**
 * Two meldingen about the same thing become one: choose the other (from those nearby, or by its number), see both
 * beside each other, and say which one stays. It can be undone.
 */
import { useState } from 'preact/hooks'
import type { BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { api } from '../../api.ts'
import { Alert } from '../../components/Alert.tsx'
import { LoadState } from '../../components/LoadState.tsx'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { useActie } from '../../state/useActie.ts'
import { useLoad } from '../../state/useLoad.ts'
import { formatAfstand, formatDatum, formatMoment } from '../../texts/format.ts'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { readNummer } from './readNummer.ts'
import type { Melding } from './useMelding.ts'

const t = nlBehandeling.samen

type Props = {
  melding: Melding
  deze: BehandelingDetail
  categorieen: readonly Categorie[]
  onOpen(nummer: string): void
}

const naamOf = (categorieen: readonly Categorie[], code: string) =>
  categorieen.find((each) => each.code === code)?.naam ?? code

function Naast({
  deze,
  andere,
  categorieen,
}: { deze: BehandelingDetail; andere: BehandelingDetail } & Pick<Props, 'categorieen'>) {
  const rijen: [naam: string, toon: (each: BehandelingDetail) => preact.ComponentChildren][] = [
    [nlBehandeling.tekst, ({ omschrijving }) => <span class="overzicht__tekst">{omschrijving}</span>],
    [nlBehandeling.onderwerp, ({ categorie }) => naamOf(categorieen, categorie)],
    [nlBehandeling.gemeld, ({ geregistreerdOp }) => formatMoment(geregistreerdOp)],
    [nlWerkplek.filter.status, (each) => <StatusTeken {...each} />],
    [nlBehandeling.streefDatum, ({ streefDatum }) => nlWerkplek.lijst.uiterlijk(formatDatum(streefDatum))],
    [nlBehandeling.fotos, ({ fotos }) => String(fotos.length)],
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="tabelvak" aria-label={t.vergelijk} tabIndex={0}>
      <table class="utrecht-table tabel naast">
        <caption class="alleen-voorlezen">{t.vergelijk}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">
              {t.deze} {deze.nummer}
            </th>
            <th scope="col">
              {t.andere} {andere.nummer}
            </th>
          </tr>
        </thead>
        <tbody>
          {rijen.map(([naam, toon]) => (
            <tr key={naam}>
              <th scope="row">{naam}</th>
              <td>{toon(deze)}</td>
              <td>{toon(andere)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Which one stays, and the button. */
function Kies({ melding, deze, andere }: Pick<Props, 'melding' | 'deze'> & { andere: BehandelingDetail }) {
  const [blijft, setBlijft] = useState(andere.geregistreerdOp <= deze.geregistreerdOp ? andere : deze)
  const actie = useActie()
  const deel = blijft === deze ? andere : deze
  const merge = () =>
    void actie.run([deel.nummer, deel.versie, blijft.nummer], async (idempotencyKey) => {
      const wijziging = { soort: 'samenvoeging', hoofdmelding: blijft.nummer } as const
      if (deel === deze) return melding.send(wijziging, idempotencyKey)
      const body = { versie: deel.versie, wijziging }
      const done = await api.changeBehandeling({ params: { nummer: deel.nummer }, body, idempotencyKey })
      return melding.reload({
        wijziging,
        nummer: deel.nummer,
        versie: done.versie,
        terug: { soort: 'losmaking' },
      })
    })
  return (
    <>
      <fieldset class="contact">
        <legend class="veld__label">{t.blijft}</legend>
        {[deze, andere].map((each) => (
          <label key={each.nummer} class="keuze__optie">
            <input
              type="radio"
              name="samen-blijft"
              checked={blijft.nummer === each.nummer}
              onChange={() => setBlijft(each)}
            />
            {t.blijftNaam(each.nummer)}
          </label>
        ))}
      </fieldset>
      <p>{t.uitleg}</p>
      {actie.problem && actie.problem.code !== 'versie-verouderd' && (
        <Alert soort="fout" titel={nlBehandeling.mislukt}>
          <p>{actie.problem.message}</p>
        </Alert>
      )}
      <div class="knoppen">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          aria-disabled={actie.busy}
          onClick={merge}
        >
          {nlBehandeling.knoppen.samenvoeging}
        </button>
      </div>
    </>
  )
}

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
              <Kies key={found.nummer} melding={melding} deze={deze} andere={found} />
            </>
          )
        }
      </LoadState>
    </>
  )
}

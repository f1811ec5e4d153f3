/** The list of meldingen; Enter or a click opens one, the arrows go along them, a box chooses one for bulk. */
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { LoadFailed, Skeleton } from '../../components/LoadState.tsx'
import { formatDatum, formatGetal } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { Rij } from './Rij.tsx'
import type { Selectie } from './useSelectie.ts'
import type { Werklijst } from './useWerklijst.ts'

const t = nlWerkplek.lijst

type Props = {
  lijst: Werklijst
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  /** Number of the melding that is open. */
  open: string | undefined
  selectie: Selectie
  onOpen(nummer: string): void
  onActief(kern: string | undefined): void
}

const naamOf = (lijst: readonly { code: string; naam: string }[], code: string): string =>
  lijst.find((each) => each.code === code)?.naam ?? code

/** Up and down go from row to row, as in a mailbox; everything else stays as the browser has it. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const rijen = [...event.currentTarget.querySelectorAll<HTMLElement>('.werklijst__rij')]
  const at = rijen.indexOf(event.target as HTMLElement)
  if (!step || at < 0) return
  event.preventDefault()
  rijen[at + step]?.focus()
}

function describeStand({ rows, staat, volgende, gezochtTot }: Werklijst): string {
  const n = formatGetal(rows.length)
  const tot = gezochtTot && formatDatum(gezochtTot)
  if (staat === 'bezig') return tot ? t.zoekt(n, tot) : t.bezig
  if (staat === 'gestopt' && tot) return t.gestopt(n, tot)
  return t.aantal(n, Boolean(volgende))
}

export function Lijst({ lijst, kernen, categorieen, open, selectie, onOpen, onActief }: Props) {
  const { rows, staat, volgende, problem, leeg, oud } = lijst
  const { gekozen } = selectie
  const nummers = rows.map(({ nummer }) => nummer)
  if (leeg && problem) return <LoadFailed detail={problem.message} retry={lijst.reload} />
  if (leeg) return <Skeleton lines={8} tall />
  return (
    <>
      {rows.length === 0 && staat === 'klaar' && (
        <div class="leeg">
          <p class="leeg__titel">{t.leegTitel}</p>
          <p>{t.leeg}</p>
        </div>
      )}
      {rows.length > 0 && (
        <div class="werklijst__boven">
          <label class="keuze__optie">
            <input
              type="checkbox"
              checked={gekozen.size === rows.length}
              onChange={(event) => selectie.set(event.currentTarget.checked ? nummers : [])}
            />
            {t.kiesAlle(formatGetal(rows.length))}
          </label>
          <p class="bijschrift werklijst__uitleg" id="werklijst-uitleg">
            {t.uitleg}
          </p>
        </div>
      )}
      <ul
        class={`werklijst ${oud ? 'werklijst--oud' : ''}`}
        aria-busy={staat === 'bezig'}
        onKeyDown={walk}
        aria-describedby="werklijst-uitleg"
      >
        {rows.map((rij) => (
          <Rij
            key={rij.nummer}
            rij={rij}
            categorie={naamOf(categorieen, rij.categorie)}
            kern={naamOf(kernen, rij.kern)}
            open={rij.nummer === open}
            gekozen={gekozen.has(rij.nummer)}
            onKies={(reeks) => selectie.toggle(rij.nummer, reeks)}
            onOpen={() => onOpen(rij.nummer)}
            onActief={onActief}
          />
        ))}
      </ul>
      {problem && <LoadFailed detail={problem.message} retry={lijst.more} />}
      <p role="status">{describeStand(lijst)}</p>
      <div class="knoppen knoppen--dicht">
        {staat === 'bezig' && (
          <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={lijst.stop}>
            {t.stop}
          </button>
        )}
        {(staat === 'gestopt' || (staat === 'klaar' && volgende)) && !problem && (
          <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={lijst.more}>
            {staat === 'gestopt' ? t.zoekVerder : t.meer}
          </button>
        )}
      </div>
    </>
  )
}

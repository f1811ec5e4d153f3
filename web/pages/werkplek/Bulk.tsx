/** What is done with all chosen rows at once: choose, fill in, confirm with the number, and read what became of each. */
import { useState } from 'preact/hooks'
import type { Behandeling } from '../../../functions/contract/behandeling.ts'
import type { Status } from '../../../functions/contract/melding.ts'
import type { Wijziging } from '../../../functions/contract/wijziging.ts'
import { Formulier } from '../../components/Formulier.tsx'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { useFormulier } from '../../state/useFormulier.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { BulkUitslag } from './BulkUitslag.tsx'
import { useBulk } from './useBulk.ts'
import { type Veldkennis, WijzigingVelden } from './WijzigingVelden.tsx'
import {
  type Concept,
  checkConcept,
  isFormuliersoort,
  leegConcept,
  toVeldIds,
  toWijziging,
} from './wijziging.ts'

const t = nlWerkplek.bulk
const id = 'bulk'
type Soort = keyof typeof t.soort
/** Nobody receives a melding by hand. */
const statussen: readonly Status[] = ['in-behandeling', 'gepland', 'gesloten']

type Props = Omit<Veldkennis, 'toegestaan' | 'feiten'> & {
  gekozen: readonly Behandeling[]
  /** Beside the list; otherwise it stands folded under it. */
  breed: boolean
  onWis(): void
  onOpen(nummer: string): void
  /** Some were changed; the numbers of those that were not. */
  onKlaar(mislukt: readonly string[]): void
}
type Stap = Props & { soort: Soort; bulk: ReturnType<typeof useBulk> }
/** `hoofd`: the melding that the others are merged into. */
type Typed = Concept & { hoofd: string }

/** What is the same for all of them, so that a standard text can say it. */
function sharedFeiten(gekozen: readonly Behandeling[], categorieen: Veldkennis['categorieen']) {
  const [first] = gekozen
  const categorie = categorieen.find(({ code }) => code === first?.categorie)
  return categorie && gekozen.every((each) => each.categorie === categorie.code) ? { categorie } : {}
}

const Hoofd = ({
  gekozen,
  typed,
  set,
}: Pick<Props, 'gekozen'> & { typed: Typed; set(change: Partial<Typed>): void }) => (
  <>
    <Keuzelijst
      id={`${id}-hoofd`}
      label={t.hoofd}
      value={typed.hoofd}
      choices={gekozen.map(({ nummer, kop }) => [nummer, `${nummer}: ${kop}`] as const)}
      onKies={(hoofd) => set({ hoofd })}
    />
    <p>{gekozen.length < 2 ? t.tweeNodig : t.overig(formatGetal(gekozen.length - 1))}</p>
  </>
)

function Stap({ soort, gekozen, bulk, ...kennis }: Stap) {
  const [zeker, setZeker] = useState(false)
  const oldest =
    gekozen.toSorted((a, b) => a.geregistreerdOp.localeCompare(b.geregistreerdOp))[0]?.nummer ?? ''
  const toDoelen = (typed: Typed): [Behandeling[], Wijziging] => {
    if (isFormuliersoort(soort)) return [[...gekozen], toWijziging(soort, typed)]
    const hoofdmelding = gekozen.some(({ nummer }) => nummer === typed.hoofd) ? typed.hoofd : oldest
    return [gekozen.filter(({ nummer }) => nummer !== hoofdmelding), { soort: 'samenvoeging', hoofdmelding }]
  }
  const check = (typed: Typed) => {
    if (isFormuliersoort(soort)) return checkConcept(soort, typed, id)
    return gekozen.length < 2 ? { [`${id}-hoofd`]: t.tweeNodig } : ({} as Record<string, string>)
  }
  const form = useFormulier<Typed, unknown>({
    naam: `${id}-${soort}`,
    empty: { ...leegConcept, hoofd: '' },
    check,
    fieldIds: toVeldIds(id),
    about: gekozen.map(({ nummer, versie }) => [nummer, versie]),
    send: (typed, sleutel) => bulk.run(...toDoelen(typed), sleutel),
    done: () => setZeker(false),
  })
  const [doelen] = toDoelen(form.typed)
  const n = formatGetal(doelen.length)
  const submit = async (event: Event) => {
    if (zeker || Object.keys(check(form.typed)).length > 0) return form.submit(event)
    event.preventDefault()
    setZeker(true)
  }
  const set = (change: Partial<Typed>) => {
    setZeker(false)
    form.set(change)
  }
  const bezig = bulk.klaar === undefined ? nlWerkplek.lijst.bezig : t.bezig(formatGetal(bulk.klaar), n)
  return (
    <Formulier
      form={{ ...form, submit }}
      mislukt={t.mislukt}
      knop={zeker ? t.ja(n) : t.knop(n)}
      bezig={bezig}
      hoofd={zeker}
    >
      {isFormuliersoort(soort) ? (
        <WijzigingVelden
          {...kennis}
          id={id}
          soort={soort}
          toegestaan={statussen}
          feiten={sharedFeiten(gekozen, kennis.categorieen)}
          typed={form.typed}
          set={set}
          fouten={form.fouten}
        />
      ) : (
        <Hoofd gekozen={gekozen} typed={{ ...form.typed, hoofd: form.typed.hoofd || oldest }} set={set} />
      )}
      <div role="status">
        {zeker && <p class="bulk__zeker">{t.zeker(n, t.soort[soort].toLowerCase())}</p>}
      </div>
    </Formulier>
  )
}

export function Bulk(props: Props) {
  const { gekozen, breed, onWis, onOpen, onKlaar } = props
  const [soort, setSoort] = useState<Soort>('status')
  const [uit, setUit] = useState(false)
  const bulk = useBulk(onKlaar)
  if (gekozen.length === 0 && !bulk.uitslag) return null
  const open = breed || uit || bulk.uitslag !== undefined
  return (
    <section class="bulk" aria-labelledby="bulk-titel">
      <div class="detail__kop">
        <h2 class="utrecht-heading-3" id="bulk-titel">
          <span role="status">{t.titel(formatGetal(gekozen.length))}</span>
        </h2>
        <div class="knoppen knoppen--dicht">
          {!breed && gekozen.length > 0 && (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              aria-expanded={open}
              onClick={() => setUit(!uit)}
            >
              {t.doe}
            </button>
          )}
          {gekozen.length > 0 && (
            <button type="button" class="utrecht-button utrecht-button--subtle" onClick={onWis}>
              {t.wis}
            </button>
          )}
        </div>
      </div>
      {bulk.uitslag && <BulkUitslag bulk={bulk} uitslag={bulk.uitslag} onOpen={onOpen} />}
      {open && gekozen.length > 0 && (
        <>
          <Keuzelijst
            id="bulk-soort"
            label={t.wat}
            value={soort}
            choices={t.soort}
            onKies={(each) => setSoort(each as Soort)}
          />
          <Stap key={soort} {...props} soort={soort} bulk={bulk} />
        </>
      )}
    </section>
  )
}

/**
 * The work: filters, the list, the map that shows what the list shows, and one melding open. On a phone the list and
 * the map take turns, and an open melding takes the whole screen.
 */
import { useState } from 'preact/hooks'
import type {
  Behandeling,
  BehandelingDetail,
  Signaleringen,
  Werkinstellingen,
} from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { KaartVak } from '../../components/KaartVak.tsx'
import { PuntenLegenda } from '../../components/PuntenLegenda.tsx'
import type { Medewerker } from '../../state/medewerker.ts'
import { nlWerkplek as t } from '../../texts/nlWerkplek.ts'
import { BewaardeFilters } from './BewaardeFilters.tsx'
import { Filtervak } from './Filtervak.tsx'
import { Lijst } from './Lijst.tsx'
import { later } from './later.tsx'
import { rijId } from './Rij.tsx'
import { Uitvoer } from './Uitvoer.tsx'
import { useBeeld } from './useBeeld.ts'
import { useBreed } from './useBreed.ts'
import { useSelectie } from './useSelectie.ts'
import { useWerklijst } from './useWerklijst.ts'
import { toVraag, type Werkfilter } from './werkfilter.ts'

type Props = {
  medewerker: Medewerker
  kernen: readonly Kern[]
  categorieen: readonly Categorie[]
  werk: Werkinstellingen
  signalen: Signaleringen | undefined
  filter: Werkfilter
  /** Number of the melding that is open, and whether a phone shows the map. */
  open: string | undefined
  kaart: boolean
  onFilter(filter: Werkfilter): void
  onOpen(nummer: string | undefined): void
  onKaart(kaart: boolean): void
  /** Something was changed: the signals may be others. */
  onGewijzigd(): void
}

const Bulk = later(() => import('./Bulk.tsx').then((part) => part.Bulk))
const Detail = later(() => import('./Detail.tsx').then((part) => part.Detail))

const focusOn = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus())

export function Voorraad(props: Props) {
  const {
    medewerker,
    kernen,
    categorieen,
    werk,
    filter,
    open,
    kaart,
    onFilter,
    onOpen,
    onKaart,
    onGewijzigd,
  } = props
  const ik = medewerker.naam
  const lijst = useWerklijst(toVraag(filter))
  const { rows, replace } = lijst
  const selectie = useSelectie(rows.map(({ nummer }) => nummer))
  const [actief, setActief] = useState<string>()
  const [detail, setDetail] = useState<BehandelingDetail>()
  const geopend = detail?.nummer === open ? detail : rows.find(({ nummer }) => nummer === open)
  const beeld = useBeeld(rows, actief, filter.kern, geopend)
  const breed = useBreed()
  const namen = [...new Set(rows.flatMap(({ medewerker: naam }) => naam ?? []))].sort()
  const replaceRow = (changed: Behandeling) =>
    replace((shown) => shown.map((row) => (row.nummer === changed.nummer ? changed : row)))
  const sluit = () => {
    onOpen(undefined)
    if (open) focusOn(document.getElementById(rijId(open)) || !breed ? rijId(open) : 'lijst-titel')
  }
  const gekozen = rows.filter(({ nummer }) => selectie.gekozen.has(nummer))
  const bulk = (
    <Bulk
      gekozen={gekozen}
      breed={breed}
      categorieen={categorieen}
      werk={werk}
      namen={[...new Set([ik, ...namen])].slice(0, 5)}
      onWis={() => selectie.set([])}
      onOpen={onOpen}
      onKlaar={(mislukt) => {
        selectie.set(mislukt)
        lijst.reload()
        onGewijzigd()
      }}
    />
  )
  const showList = breed || (!open && !kaart)
  return (
    <>
      <div hidden={!breed && Boolean(open)}>
        <Filtervak {...props} ik={ik} namen={namen} breed={breed}>
          <BewaardeFilters van={medewerker.id} filter={filter} onKies={onFilter} />
          <Uitvoer filter={filter} kernen={kernen} categorieen={categorieen} />
        </Filtervak>
        {!breed && (
          <fieldset class="soorten soorten--twee">
            <legend class="alleen-voorlezen">{t.beeld.naam}</legend>
            {[false, true].map((map) => (
              <button
                key={String(map)}
                type="button"
                class="soorten__soort"
                aria-pressed={kaart === map}
                onClick={() => onKaart(map)}
              >
                {map ? t.beeld.kaart : t.beeld.lijst}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <div class={`werkplek ${open ? 'werkplek--open' : ''}`}>
        <div class="werkplek__lijst" hidden={!showList}>
          <h2 class="alleen-voorlezen" id="lijst-titel" tabIndex={-1}>
            {t.lijst.titel}
          </h2>
          <Lijst
            lijst={lijst}
            kernen={kernen}
            categorieen={categorieen}
            open={open}
            selectie={selectie}
            onOpen={onOpen}
            onActief={setActief}
          />
          {!breed && bulk}
        </div>
        <div class="werkplek__naast">
          {breed && bulk}
          {(breed || kaart || open) && (
            <div class="werkplek__kaart">
              <KaartVak
                titel={t.kaartTitel}
                kernen={kernen}
                beeld={beeld}
                hoog={!open}
                reacties={{
                  onKern: setActief,
                  onKies: (kern) =>
                    onFilter({ ...filter, kern: kern === filter.kern ? undefined : kern } as Werkfilter),
                  onPunt: onOpen,
                }}
              />
              {!open && <PuntenLegenda soorten={[...new Set(rows.map(({ status }) => status))]} />}
            </div>
          )}
          {open && (
            <Detail
              key={open}
              nummer={open}
              kernen={kernen}
              categorieen={categorieen}
              werk={werk}
              ik={ik}
              namen={namen}
              onSluit={sluit}
              onOpen={onOpen}
              onRij={replaceRow}
              onGewijzigd={onGewijzigd}
              onGeladen={setDetail}
            />
          )}
        </div>
      </div>
    </>
  )
}

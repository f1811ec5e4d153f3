/** Year, population, total, method and its parameters: only the fields that the method asks. */
import type { Bevolking } from '../../../functions/contract/bevolking.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { Keuzelijst } from '../../components/Keuzelijst.tsx'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { formatDatum } from '../../texts/format.ts'
import { methodeNaam, methodeUitleg, nlVerdelen as t } from '../../texts/nlVerdelen.ts'
import { nlWijkbudget } from '../../texts/nlWijkbudget.ts'
import { type Invoer, metGewicht, methodeVelden, plainVeld, readParen, soortOf, type Veld } from './invoer.ts'
import { JaarKeuze } from './JaarKeuze.tsx'
import { Paren } from './Paren.tsx'
import { PerKern } from './PerKern.tsx'
import type { BladKern } from './toVraag.ts'

type Props = {
  jaar: number
  invoer: Invoer
  kernen: readonly BladKern[]
  bevolkingen: readonly Bevolking[]
  /** The version that counts when none is chosen. */
  bevolking: Bevolking | undefined
  fouten: Fouten
  onJaar(jaar: number): void
  onInvoer(change: Partial<Invoer>): void
}

type VeldProps = Pick<Props, 'invoer' | 'kernen' | 'fouten' | 'onInvoer'> & { veld: Veld; optional: boolean }

function EenVeld({ veld, optional, invoer, kernen, fouten, onInvoer }: VeldProps) {
  const common = {
    id: veld,
    value: invoer[veld],
    fout: fouten[veld],
    onTyp: (value: string) => onInvoer({ [veld]: value }),
  }
  switch (soortOf(veld)) {
    case 'klassen':
      return (
        <Paren
          {...common}
          titel={t.veld.klassen}
          hulp={t.klasse.leegIsMeer}
          koppen={[t.klasse.tot, t.klasse.bedrag]}
        />
      )
    case 'typen':
      return <Paren {...common} titel={t.veld.typen} koppen={[t.soort.naam, t.soort.bedrag]} />
    case 'perKern': {
      const namen = readParen(invoer.typen).flatMap(([naam]) => (naam.trim() ? [naam.trim()] : []))
      return (
        <PerKern
          {...common}
          titel={t.veld.type}
          kernen={kernen}
          choices={[['', t.soort.kies], ...namen.map((naam) => [naam, naam] as const)]}
        />
      )
    }
    default:
      return (
        <Tekstveld {...common} label={t.veld[veld]} hulp={t.hulp[veld]} optional={optional} soort="bedrag" />
      )
  }
}

/** Lists take the whole width, so they come after the single fields. */
const isBreed = (name: string) => ['klassen', 'typen', 'perKern'].includes(soortOf(plainVeld(name as Veld)))

export function Uitgangspunten(props: Props) {
  const { jaar, invoer, kernen, bevolkingen, bevolking, fouten, onJaar, onInvoer } = props
  const velden = methodeVelden[invoer.methode].toSorted((a, b) => Number(isBreed(a)) - Number(isBreed(b)))
  const byWijk = invoer.gewicht === 'vertegenwoordigde-inwoners' && metGewicht.includes(invoer.methode)
  return (
    <fieldset class="uitgangspunten">
      <legend class="alleen-voorlezen">{nlWijkbudget.invoer}</legend>
      <JaarKeuze jaar={jaar} onJaar={onJaar} />
      <Keuzelijst
        id="methode"
        label={nlWijkbudget.methode}
        value={invoer.methode}
        choices={methodeNaam}
        fout={fouten.methode}
        hulp={methodeUitleg[invoer.methode]}
        onKies={(methode) => onInvoer({ methode: methode as Invoer['methode'] })}
      />
      {velden.map((name) => (
        <EenVeld
          key={name}
          veld={plainVeld(name)}
          optional={name.endsWith('?')}
          invoer={invoer}
          kernen={kernen}
          fouten={fouten}
          onInvoer={onInvoer}
        />
      ))}
      {metGewicht.includes(invoer.methode) && (
        <Keuzelijst
          id="gewicht"
          label={t.gewicht}
          value={invoer.gewicht}
          choices={t.gewichten}
          onKies={(gewicht) => onInvoer({ gewicht: gewicht as Invoer['gewicht'] })}
        />
      )}
      {byWijk && (
        <PerKern
          id="vertegenwoordigd"
          titel={t.veld.vertegenwoordigd}
          fout={fouten.vertegenwoordigd}
          kernen={kernen}
          value={invoer.vertegenwoordigd}
          onTyp={(vertegenwoordigd) => onInvoer({ vertegenwoordigd })}
        />
      )}
      <Keuzelijst
        id="eenheid"
        label={t.eenheid}
        value={invoer.eenheid}
        choices={t.eenheden}
        onKies={(eenheid) => onInvoer({ eenheid })}
      />
      <Keuzelijst
        id="bevolking"
        label={t.bevolking}
        value={invoer.bevolking || String(bevolking?.versie ?? '')}
        choices={bevolkingen.map(({ versie, cijfers }) => [
          String(versie),
          t.bevolkingVersie(versie, formatDatum(cijfers[0]?.peildatum ?? ''), cijfers[0]?.bron ?? ''),
        ])}
        fout={fouten.bevolking}
        onKies={(versie) => onInvoer({ bevolking: versie })}
      />
      {invoer.methode === 'naar-rato' && (
        <label class="keuze__optie">
          <input
            type="checkbox"
            checked={invoer.vergelijk !== ''}
            onChange={(event) => onInvoer({ vergelijk: event.currentTarget.checked ? 'ja' : '' })}
          />
          {t.vergelijk}
        </label>
      )}
    </fieldset>
  )
}

/** What is known of a melding beside its text. */
import type { BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import type { Kern } from '../../../functions/contract/kern.ts'
import { formatGetal, formatMoment } from '../../texts/format.ts'
import { nlBehandeling as t } from '../../texts/nlBehandeling.ts'
import { ContactInzage } from './ContactInzage.tsx'

type Props = { melding: BehandelingDetail; kernen: readonly Kern[]; categorieen: readonly Categorie[] }

export function Feiten({ melding, kernen, categorieen }: Props) {
  const [lon, lat] = melding.geometrie.coordinates
  const kern = kernen.find(({ code }) => code === melding.kern)?.naam ?? melding.kern
  const categorie = categorieen.find(({ code }) => code === melding.categorie)
  const feiten: [naam: string, waarde: preact.ComponentChildren][] = [
    [t.onderwerp, categorie ? `${categorie.groep.naam}: ${categorie.naam}` : melding.categorie],
    [t.kern, melding.kernHerkomst === 'afgeleid' ? `${kern} (${t.afgeleid})` : kern],
    [t.gemeld, formatMoment(melding.geregistreerdOp)],
    [t.team, melding.team],
    [t.behandelaar, melding.medewerker ?? t.niemand],
    [t.waarom, melding.waarom],
    [t.volgers, melding.aantalVolgers > 0 ? formatGetal(melding.aantalVolgers) : t.geenVolgers],
    [t.plek, `${lat.toFixed(5)}, ${lon.toFixed(5)}`],
    [t.contact, <ContactInzage key="contact" nummer={melding.nummer} velden={melding.contactvelden} />],
  ]
  return (
    <dl class="feiten feiten--naast">
      {feiten.map(
        ([naam, waarde]) =>
          waarde && (
            <>
              <dt>{naam}</dt>
              <dd>{waarde}</dd>
            </>
          ),
      )}
    </dl>
  )
}

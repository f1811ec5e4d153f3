/** Two meldingen beside each other, to see whether they are about the same thing. */
import type { ComponentChildren } from 'preact'
import type { BehandelingDetail } from '../../../functions/contract/behandeling.ts'
import type { Categorie } from '../../../functions/contract/instellingen.ts'
import { StatusTeken } from '../../components/StatusTeken.tsx'
import { formatDatum, formatMoment } from '../../texts/format.ts'
import { nlBehandeling } from '../../texts/nlBehandeling.ts'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'

const t = nlBehandeling.samen

type Props = { deze: BehandelingDetail; andere: BehandelingDetail; categorieen: readonly Categorie[] }

export function Naast({ deze, andere, categorieen }: Props) {
  const rijen: [naam: string, toon: (each: BehandelingDetail) => ComponentChildren][] = [
    [nlBehandeling.tekst, ({ omschrijving }) => <span class="overzicht__tekst">{omschrijving}</span>],
    [
      nlBehandeling.onderwerp,
      ({ categorie }) => categorieen.find(({ code }) => code === categorie)?.naam ?? categorie,
    ],
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

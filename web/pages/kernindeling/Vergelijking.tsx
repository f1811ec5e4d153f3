/** What a version changes against the one that holds now: buurten, inwoners, open meldingen, euros. */
import type { Buurt, IndelingVergelijking } from '../../../functions/contract/kernindeling.ts'
import { formatEuro } from '../../../functions/domain/geld.ts'
import { api } from '../../api.ts'
import { LoadState, Skeleton } from '../../components/LoadState.tsx'
import { useLoad } from '../../state/useLoad.ts'
import { formatGetal } from '../../texts/format.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'

const t = nlKernindeling.vergelijking
const vanNaar = <T,>({ voor, na }: { voor: T; na: T }, format: (n: T) => string) =>
  voor === na ? format(na) : t.overgang(format(voor), format(na))
/** A kern without a figure is never shown as 0. */
const formatInwoners = (aantal: number | null) =>
  aantal === null ? nlKernindeling.kernen.geenCijfer : formatGetal(aantal)

function Verhuizingen({ of, buurten }: { of: IndelingVergelijking; buurten: readonly Buurt[] }) {
  const names = new Map(of.kernen.map(({ kern, naam }) => [kern, naam]))
  const name = (code: string | null) => (code === null ? t.buiten : (names.get(code) ?? code))
  if (of.verhuizingen.length === 0) return <p>{t.niets}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="tabelvak" aria-label={t.verhuist} tabIndex={0}>
      <table class="utrecht-table tabel">
        <caption class="tabel__naam">{t.verhuist}</caption>
        <thead>
          <tr>
            <th scope="col">{t.buurt}</th>
            <th scope="col">{t.van}</th>
            <th scope="col">{t.naar}</th>
            <th scope="col" class="getal">
              {t.inwoners}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.verhuizingen.map(({ buurtcode, naam, van, naar, deel, inwoners, geschat }) => (
            <tr key={`${buurtcode} ${van} ${naar}`}>
              <th scope="row">
                {deel && `${t.deel} `}
                {naam}
              </th>
              <td>{name(van)}</td>
              <td>{name(naar)}</td>
              <td class="getal" title={buurten.find(({ code }) => code === buurtcode)?.inwonersMethode}>
                {geschat && inwoners !== null && (
                  <span class="bijschrift">{nlKernindeling.kernen.geschat} </span>
                )}
                {formatInwoners(inwoners)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const PerKern = ({ of }: { of: IndelingVergelijking }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
  <section class="tabelvak" aria-label={t.perKern} tabIndex={0}>
    <table class="utrecht-table tabel">
      <caption class="tabel__naam">{t.perKern}</caption>
      <thead>
        <tr>
          <th scope="col">{t.kern}</th>
          <th scope="col" class="getal">
            {t.inwoners}
          </th>
          <th scope="col" class="getal">
            {t.open}
          </th>
          {of.verdeling && (
            <th scope="col" class="getal">
              {t.budget(of.verdeling.jaar)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {of.kernen.map(({ kern, naam, inwoners, inwonersMethode, openMeldingen, centen }) => (
          <tr key={kern}>
            <th scope="row">{naam}</th>
            <td class="getal" title={inwonersMethode}>
              {vanNaar(inwoners, formatInwoners)}
            </td>
            <td class="getal">{vanNaar(openMeldingen, formatGetal)}</td>
            {of.verdeling && <td class="getal">{centen ? vanNaar(centen, formatEuro) : '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

/** That everybody is still counted can only be said when everybody is known. */
function Optelling({ of: { kernen, somInwoners } }: { of: IndelingVergelijking }) {
  const without = kernen.filter(({ inwoners }) => inwoners.voor === null || inwoners.na === null)
  const { voor, na } = somInwoners
  if (without.length > 0)
    return <p class="versie__reden">{t.zonderCijfer(without.map(({ naam }) => naam))}</p>
  return (
    <p class={voor === na ? 'blad__klopt' : 'versie__reden'}>
      {voor === na ? t.klopt(formatGetal(na)) : t.anders(formatGetal(voor), formatGetal(na))}
    </p>
  )
}

function Geld({ verdeling }: Pick<IndelingVergelijking, 'verdeling'>) {
  if (!verdeling) return <p class="bijschrift">{t.geenVerdeling}</p>
  return (
    <p class="bijschrift">
      {verdeling.reden ? t.geenEuro(verdeling.reden) : t.regel(verdeling.jaar, verdeling.methode)}
    </p>
  )
}

type Props = { versie: number; rev: number; geldend: number; buurten: readonly Buurt[]; onSluit(): void }

export function Vergelijking({ versie, rev, geldend, buurten, onSluit }: Props) {
  const compared = useLoad(
    (signal) => api.compareKernindelingen({ params: { versie }, signal }),
    [versie, rev, geldend],
  )
  return (
    <section class="detail" aria-label={t.titel(geldend, versie)}>
      <div class="detail__kop">
        <h3 class="utrecht-heading-3">{t.titel(geldend, versie)}</h3>
        <button type="button" class="indeling__knop" onClick={onSluit}>
          {t.sluit}
        </button>
      </div>
      <LoadState of={compared} skeleton={<Skeleton lines={5} tall />}>
        {(value) => (
          <>
            <Verhuizingen of={value} buurten={buurten} />
            <p>{t.meldingen(value.openMeldingenAnders)}</p>
            <PerKern of={value} />
            <Optelling of={value} />
            <Geld verdeling={value.verdeling} />
          </>
        )}
      </LoadState>
    </section>
  )
}

/** Dividing one buurt over two kernen: a line by tapping the map or by typing its points. */
import { useState } from 'preact/hooks'
import type { Buurt, Ontwerp, Snede } from '../../../functions/contract/kernindeling.ts'
import { Problem } from '../../../functions/contract/problem.ts'
import { ErrorSummary, type Fouten } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'
import { addSnede, placeBuurt } from './bewerk.ts'
import { SnedeLijst } from './SnedeLijst.tsx'
import type { Lijn } from './useLijn.ts'
import { cutStukken } from './useStukken.ts'

const t = nlKernindeling.snijden

type Props = {
  ontwerp: Ontwerp
  buurten: readonly Buurt[]
  lijn: Lijn
  onChange(ontwerp: Ontwerp): void
  onKlaar(words: string): void
}

type Kanten = { links: string; rechts: string }

function findFouten({ buurt, punten, posities }: Lijn, { links, rechts }: Kanten): Fouten {
  const fouten: Fouten = {}
  if (!buurt) fouten['snij-buurt'] = t.fout.buurt
  if (!links || !rechts || links === rechts) fouten['snij-links'] = t.fout.kernen
  for (const [at, punt] of punten.entries())
    if (punt.trim() && !posities[at]) fouten[`snij-punt-${at}`] = t.fout.punt(at + 1)
  if (posities.filter(Boolean).length < 2) fouten['snij-punt-0'] ??= t.fout.punten
  return fouten
}

const Keuze = (props: {
  id: string
  label: string
  value: string
  leeg: string
  choices: readonly { code: string; naam: string }[]
  fout: string | undefined
  onKies(value: string): void
}) => (
  <Field id={props.id} label={props.label} soort="select" fout={props.fout}>
    {(control) => (
      <select {...control} value={props.value} onChange={(event) => props.onKies(event.currentTarget.value)}>
        <option value="">{props.leeg}</option>
        {props.choices.map(({ code, naam }) => (
          <option key={code} value={code}>
            {naam}
          </option>
        ))}
      </select>
    )}
  </Field>
)

const Punten = ({ lijn, fouten }: { lijn: Lijn; fouten: Fouten }) => (
  <fieldset class="indeling__punten">
    <legend class="veld__label">{t.punten}</legend>
    <p class="bijschrift">{t.puntenHulp}</p>
    {lijn.punten.map((punt, at) => (
      <div key={at} class="indeling__punt">
        <Field id={`snij-punt-${at}`} label={t.punt(at + 1)} fout={fouten[`snij-punt-${at}`]}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              value={punt}
              onInput={(event) => lijn.setPunt(at, event.currentTarget.value)}
            />
          )}
        </Field>
        {lijn.punten.length > 2 && (
          <button type="button" class="indeling__knop" onClick={() => lijn.removePunt(at)}>
            {t.haalWeg(at + 1)}
          </button>
        )}
      </div>
    ))}
    <button type="button" class="indeling__knop" onClick={() => lijn.addPunt()}>
      {t.voegToe}
    </button>
    <button type="button" class="indeling__knop" onClick={lijn.wis}>
      {t.wis}
    </button>
  </fieldset>
)

export function Snijden({ ontwerp, buurten, lijn, onChange, onKlaar }: Props) {
  const [kanten, setKanten] = useState<Kanten>({ links: '', rechts: '' })
  const [fouten, setFouten] = useState<Fouten>({})
  const [round, setRound] = useState(0)
  const refuse = (found: Fouten) => {
    setFouten(found)
    setRound((n) => n + 1)
  }
  const cut = async (event: Event) => {
    event.preventDefault()
    const found = findFouten(lijn, kanten)
    refuse(found)
    if (Object.keys(found).length > 0) return
    const snede: Snede = {
      buurtcode: lijn.buurt!,
      lijn: lijn.lijn.map(([lon, lat]): [number, number] => [lon, lat]),
      ...kanten,
    }
    try {
      await cutStukken([snede], buurten)
      onChange(addSnede(ontwerp, snede))
      onKlaar(t.klaar(buurten.find(({ code }) => code === snede.buurtcode)?.naam ?? ''))
      lijn.stop()
    } catch (error) {
      refuse({ 'snij-punt-0': error instanceof Problem ? error.message : String(error) })
    }
  }
  const kant = (name: keyof Kanten) => (
    <Keuze
      id={`snij-${name}`}
      label={t[name]}
      value={kanten[name]}
      leeg={nlKernindeling.buurten.vrij}
      choices={ontwerp.kernen}
      fout={fouten[`snij-${name}`]}
      onKies={(code) => setKanten({ ...kanten, [name]: code })}
    />
  )
  return (
    <details class="vaststellen" open={lijn.buurt !== undefined}>
      <summary>{t.titel}</summary>
      <form onSubmit={cut} noValidate>
        <p class="bijschrift">{t.uitleg}</p>
        <ErrorSummary fouten={fouten} round={round} />
        <Keuze
          id="snij-buurt"
          label={t.buurt}
          value={lijn.buurt ?? ''}
          leeg={t.kiesBuurt}
          choices={buurten}
          fout={fouten['snij-buurt']}
          onKies={(code) => (code ? lijn.begin(code) : lijn.stop())}
        />
        {lijn.buurt && (
          <>
            {kant('links')}
            {kant('rechts')}
            <Punten lijn={lijn} fouten={fouten} />
            <div class="knoppen">
              <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                {t.snij}
              </button>
              <button type="button" class="indeling__knop" onClick={lijn.stop}>
                {t.stop}
              </button>
            </div>
          </>
        )}
      </form>
      <SnedeLijst
        ontwerp={ontwerp}
        buurten={buurten}
        onHef={(code) => onChange(placeBuurt(ontwerp, code, undefined))}
      />
    </details>
  )
}

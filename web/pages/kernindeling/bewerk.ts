/** Changes of a draft, as values: each gives a new draft and leaves the old one for undo. */
import type { Ontwerp, OntwerpKern, Snede } from '../../../functions/contract/kernindeling.ts'
import { toKerncode } from '../../../functions/domain/kernindeling/kerncodes.ts'

/** `buiten`: left out of every kern on purpose. `vrij`: not placed yet. */
export type Plek =
  | { soort: 'kern'; kern: string }
  | { soort: 'snede'; snede: Snede }
  | { soort: 'buiten' | 'vrij' }

export function findPlek({ kernen, sneden, weggelaten }: Ontwerp, buurtcode: string): Plek {
  const snede = sneden.find((each) => each.buurtcode === buurtcode)
  if (snede) return { soort: 'snede', snede }
  const kern = kernen.find(({ buurtcodes }) => buurtcodes.includes(buurtcode))
  if (kern) return { soort: 'kern', kern: kern.code }
  return { soort: weggelaten.includes(buurtcode) ? 'buiten' : 'vrij' }
}

const lift = (ontwerp: Ontwerp, buurtcode: string): Ontwerp => ({
  ...ontwerp,
  kernen: ontwerp.kernen.map((kern) => ({
    ...kern,
    buurtcodes: kern.buurtcodes.filter((code) => code !== buurtcode),
  })),
  sneden: ontwerp.sneden.filter((snede) => snede.buurtcode !== buurtcode),
  weggelaten: ontwerp.weggelaten.filter((code) => code !== buurtcode),
})

/** `kern`: a code, `buiten` the kernen with `null`, or nowhere yet with `undefined`. */
export function placeBuurt(ontwerp: Ontwerp, buurtcode: string, kern: string | null | undefined): Ontwerp {
  const lifted = lift(ontwerp, buurtcode)
  if (kern === null) return { ...lifted, weggelaten: [...lifted.weggelaten, buurtcode] }
  return {
    ...lifted,
    kernen: lifted.kernen.map((each) =>
      each.code === kern ? { ...each, buurtcodes: [...each.buurtcodes, buurtcode] } : each,
    ),
  }
}

export const addSnede = (ontwerp: Ontwerp, snede: Snede): Ontwerp => {
  const lifted = lift(ontwerp, snede.buurtcode)
  return { ...lifted, sneden: [...lifted.sneden, snede] }
}

export function addKern(ontwerp: Ontwerp, naam: string): { ontwerp: Ontwerp; kern: OntwerpKern } {
  const code = toKerncode(
    naam,
    ontwerp.kernen.map((kern) => kern.code),
  )
  const kern = { code, naam: naam.trim(), buurtcodes: [] }
  return { ontwerp: { ...ontwerp, kernen: [...ontwerp.kernen, kern] }, kern }
}

export const changeKern = (ontwerp: Ontwerp, code: string, change: Partial<OntwerpKern>): Ontwerp => ({
  ...ontwerp,
  kernen: ontwerp.kernen.map((kern) => {
    const { opgave, ...rest } = { ...kern, ...change }
    return kern.code === code ? { ...rest, ...(opgave && { opgave }) } : kern
  }),
})

/** Its buurten are free again; lines along it go too. */
export const removeKern = (ontwerp: Ontwerp, code: string): Ontwerp => ({
  ...ontwerp,
  kernen: ontwerp.kernen.filter((kern) => kern.code !== code),
  sneden: ontwerp.sneden.filter(({ links, rechts }) => links !== code && rechts !== code),
})

/** Past, present and future of a draft. */
export type Verloop = { terug: Ontwerp[]; nu: Ontwerp; vooruit: Ontwerp[] }

const most = 50

export const start = (nu: Ontwerp): Verloop => ({ terug: [], nu, vooruit: [] })
export const doStep = ({ terug, nu }: Verloop, next: Ontwerp): Verloop => ({
  terug: [...terug, nu].slice(-most),
  nu: next,
  vooruit: [],
})
export const undo = ({ terug, nu, vooruit }: Verloop): Verloop => {
  const before = terug.at(-1)
  return before
    ? { terug: terug.slice(0, -1), nu: before, vooruit: [nu, ...vooruit] }
    : { terug, nu, vooruit }
}
export const redo = ({ terug, nu, vooruit }: Verloop): Verloop => {
  const [next, ...rest] = vooruit
  return next ? { terug: [...terug, nu], nu: next, vooruit: rest } : { terug, nu, vooruit }
}

/** What goes to the service: the draft alone, of whatever record it comes. */
export const toOntwerp = ({
  naam,
  geldigVanafDatum,
  toelichting,
  kernen,
  sneden,
  weggelaten,
}: Ontwerp): Ontwerp => ({
  naam,
  geldigVanafDatum,
  ...(toelichting?.trim() && { toelichting: toelichting.trim() }),
  kernen,
  sneden,
  weggelaten,
})

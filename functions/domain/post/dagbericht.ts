/** The mail to a team on the morning of a working day: what is late or nearly, per kern, and nothing when nothing is. */
import type { Signaal } from '../../contract/behandeling.ts'
import { toDag } from '../dag.ts'
import type { GemeenteFeiten, OpenWerk } from '../ports.ts'
import { toSignalen } from '../signaleringen.ts'
import { renderBrief } from './opmaak.ts'
import type { Brief } from './ports.ts'
import type { Alinea } from './teksten.ts'
import { inWoorden } from './writeBrief.ts'

type Regels = Pick<
  GemeenteFeiten,
  'kernen' | 'vroegereKernen' | 'categorieen' | 'teams' | 'isWerkdag' | 'signaalgrenzen' | 'contact'
> & { readonly webadres: string }

/** Worst first, with its words. */
const gezegd: readonly (readonly [Exclude<Signaal, 'op-tijd'>, string])[] = [
  ['veel-te-laat', 'veel te laat'],
  ['te-laat', 'te laat'],
  ['bijna', 'bijna te laat'],
]

/** A list is read to its end only when it is short; the link has all of them. */
const mostNummers = 10

const opsomming = new Intl.ListFormat('nl-NL', { type: 'conjunction' })

type Werk = ReturnType<typeof toSignalen>[number]

const count = (work: readonly Werk[]): string =>
  opsomming.format(
    gezegd.flatMap(([signaal, woord]) => {
      const n = work.filter((each) => each.signaal === signaal).length
      return n > 0 ? [`${n} ${woord}`] : []
    }),
  )

const aboutKern = (naam: string, code: string, team: string, work: readonly Werk[], webadres: string) => {
  const worst = gezegd.flatMap(([signaal]) => work.filter((each) => each.signaal === signaal))
  const shown = worst.slice(0, mostNummers).map(({ werk }) => werk.nummer)
  const more = worst.length > shown.length ? ` en ${worst.length - shown.length} meer` : ''
  const links = gezegd
    .filter(([signaal]) => work.some((each) => each.signaal === signaal))
    .map(([signaal, woord]): Alinea => {
      const filter = [`kern=${code}`, `team=${encodeURIComponent(team)}`, `signaal=${signaal}`]
      return { link: `${naam}: ${woord}`, naar: `${webadres}/werkplek?${filter.join('&')}` }
    })
  return [`${naam}: ${count(work)}. Nummers: ${shown.join(', ')}${more}.`, ...links]
}

/**
 * One mail for each team that has anything late or nearly, to the address in the settings; for a team that the
 * settings no longer have, to who answers for the service.
 */
export function writeDagberichten(
  open: readonly OpenWerk[],
  now: string,
  regels: Regels,
): { team: string; brief: Brief }[] {
  const { teams, contact, webadres } = regels
  const kernen = [...regels.kernen, ...regels.vroegereKernen]
  const dag = toDag(now)
  const due = toSignalen(open, now, regels).filter(({ signaal }) => signaal !== 'op-tijd')
  return [...Map.groupBy(due, ({ team }) => team)].map(([team, work]) => {
    const onderwerp = `${team || 'Zonder team'}: ${count(work)} (${dag})`
    // What still has a kern of the division before is not left out.
    const codes = new Set([...kernen.map(({ code }) => code), ...work.map(({ werk }) => werk.kern)])
    const perKern = [...codes].flatMap((code) => {
      const here = work.filter(({ werk }) => werk.kern === code)
      const naam = kernen.find((kern) => kern.code === code)?.naam ?? code
      return here.length > 0 ? aboutKern(naam, code, team, here, webadres) : []
    })
    const opmaak = renderBrief({
      titel: onderwerp,
      alineas: [`Dit vraagt aandacht op ${inWoorden(dag)}.`, ...perKern],
      link: `${webadres}/werkplek`,
      groet: contact.naam,
      voet: ['Deze mail komt op werkdagen om 7 uur, alleen als er iets bijna of helemaal te laat is.'],
    })
    return {
      team,
      brief: {
        kenmerk: `dagbericht_${dag}_${team.replace(/[^A-Za-z0-9]/gu, (sign) => sign.codePointAt(0)!.toString(16))}`,
        naar: teams.find(({ naam }) => naam === team)?.email ?? contact.email,
        onderwerp,
        ...opmaak,
        op: now,
        merken: { dagbericht: dag },
      },
    }
  })
}

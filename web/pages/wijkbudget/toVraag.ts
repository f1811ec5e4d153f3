/** What stands in the form, as the question for the engine; or what is wrong with it, per field. */
import { Problem } from '../../../functions/contract/problem.ts'
import type { BerekenVraag } from '../../../functions/contract/wijkbudget.ts'
import type { Fouten } from '../../components/ErrorSummary.tsx'
import { nlVerdelen } from '../../texts/nlVerdelen.ts'
import { type Invoer, methodeVelden, plainVeld, readParen, soortOf, type Veld } from './invoer.ts'
import { readAantal, readBedrag, readProcent, readTarief } from './lezen.ts'
import { makeVraag } from './makeVraag.ts'

const t = nlVerdelen.fout

/** A kern as the sheet divides over it; without inwoners when the version of the population has no figure. */
export type BladKern = {
  readonly code: string
  readonly naam: string
  readonly inwoners: number | undefined
  readonly oppervlakteHa: number
}

export type Vraagstand =
  | { soort: 'leeg' }
  | { soort: 'fout'; fouten: Fouten }
  | { soort: 'vraag'; vraag: BerekenVraag }

/** What could be read of the form. */
export type Gelezen = {
  centen: Partial<Record<Veld, number>>
  tarief: Partial<Record<Veld, string>>
  aantal: Partial<Record<Veld, number>>
  procent: Partial<Record<Veld, string>>
  klassen: { totEnMetInwoners: number | null; centen: number }[]
  typen: Record<string, number>
  perKern: Record<string, string>
}

/** @throws Problem with the sentence for this field */
function readVeld(veld: Veld, text: string, into: Gelezen): void {
  switch (soortOf(veld)) {
    case 'bedrag':
      into.centen[veld] = readBedrag(text)
      break
    case 'tarief':
      into.tarief[veld] = readTarief(text)
      break
    case 'aantal':
      into.aantal[veld] = readAantal(text)
      break
    case 'procent':
      into.procent[veld] = readProcent(text)
      break
    case 'klassen':
      into.klassen = readKlassen(text)
      break
    case 'typen':
      into.typen = Object.fromEntries(
        readParen(text)
          .filter(([naam]) => naam.trim())
          .map(([naam, bedrag]) => [naam.trim(), readBedrag(bedrag)]),
      )
      break
    case 'perKern':
      into.perKern = Object.fromEntries(readParen(text))
  }
}

/** Limits go up; only the last may be open. */
function readKlassen(text: string): Gelezen['klassen'] {
  const rows = readParen(text).filter(([tot, bedrag]) => tot.trim() || bedrag.trim())
  const klassen = rows.map(([tot, bedrag]) => ({
    totEnMetInwoners: tot.trim() ? readAantal(tot) : null,
    centen: readBedrag(bedrag),
  }))
  const limits = klassen.map(({ totEnMetInwoners }) => totEnMetInwoners ?? Number.POSITIVE_INFINITY)
  if (limits.some((limit, n) => n > 0 && limit <= limits[n - 1]!))
    throw new Problem('ongeldige-invoer', t.klassenOplopend)
  return klassen
}

export function readVelden(invoer: Invoer): { gelezen: Gelezen; fouten: Fouten; empty: boolean } {
  const gelezen: Gelezen = {
    centen: {},
    tarief: {},
    aantal: {},
    procent: {},
    klassen: [],
    typen: {},
    perKern: {},
  }
  const fouten: Fouten = {}
  let empty = false
  for (const name of methodeVelden[invoer.methode]) {
    const veld = plainVeld(name)
    const text = invoer[veld].trim()
    if (!text.replaceAll(/[:;]/g, '')) {
      if (!name.endsWith('?')) empty = true
      continue
    }
    try {
      readVeld(veld, text, gelezen)
    } catch (error) {
      fouten[veld] = error instanceof Problem ? error.message : String(error)
    }
  }
  return { gelezen, fouten, empty }
}

const add = (fouten: Fouten, veld: string, wrong: boolean, sentence: string) => {
  if (wrong) fouten[veld] = sentence
}

/** Mistakes that several fields make together; the server has the same rules. */
function checkSamen(invoer: Invoer, gelezen: Gelezen, kernen: readonly BladKern[], fouten: Fouten): void {
  const { centen, aantal, procent, typen, perKern } = gelezen
  const eenheid = Number(invoer.eenheid)
  if (invoer.methode === 'naar-rato-met-grenzen') {
    const { ondergrens = 0, bovengrens = Number.POSITIVE_INFINITY } = centen
    add(fouten, 'ondergrens', ondergrens > bovengrens, t.onderBoven)
    const rounding = t.veelvoud(nlVerdelen.eenheden[invoer.eenheid as '1'])
    for (const veld of ['ondergrens', 'bovengrens'] as const)
      add(fouten, veld, (centen[veld] ?? 0) % eenheid !== 0, rounding)
  }
  if (invoer.methode === 'ingroei-lineair')
    add(fouten, 'stap', (aantal.stap ?? 0) > (aantal.stappen ?? 0), t.stapTeVer)
  if (invoer.methode === 'gewogen-maatstaven') {
    const samen = Object.values(procent).reduce((sum, pct) => sum + Math.round(Number(pct) * 1e6), 0)
    add(fouten, 'pctInwoners', samen !== 100e6, t.geenHonderd(String(samen / 1e6).replace('.', ',')))
  }
  if (invoer.methode === 'basis-per-type-plus-per-inwoner') {
    const without = kernen.filter(({ code }) => typen[perKern[code] ?? ''] === undefined)
    add(fouten, 'type', without.length > 0, t.typeOntbreekt(without.map(({ naam }) => naam).join(', ')))
  }
}

/** Whether a kern without figure stops this question: it never counts as 0. */
function checkInwoners(invoer: Invoer, gelezen: Gelezen, kernen: readonly BladKern[], fouten: Fouten): void {
  const { methode, gewicht } = invoer
  if (methode === 'gelijk' || gewicht === 'vertegenwoordigde-inwoners') return
  if (methode === 'gewogen-maatstaven' && !Number(gelezen.procent.pctInwoners ?? 0)) return
  const without = kernen.filter(({ inwoners }) => inwoners === undefined)
  add(fouten, 'bevolking', without.length > 0, t.geenInwoners(without.map(({ naam }) => naam).join(', ')))
}

function checkVertegenwoordigd(invoer: Invoer, kernen: readonly BladKern[], fouten: Fouten): void {
  if (invoer.gewicht !== 'vertegenwoordigde-inwoners') return
  const given = Object.fromEntries(readParen(invoer.vertegenwoordigd))
  const wrong = kernen.find(({ code }) => !/^\d{1,8}$/.test(given[code]?.replaceAll('.', '') ?? ''))
  if (wrong) fouten.vertegenwoordigd = t.vertegenwoordigd(wrong.naam)
}

/** @param vorig amounts of the year before, per kern; phase-in starts there */
export function toVraag(
  invoer: Invoer,
  kernen: readonly BladKern[],
  vorig?: Readonly<Record<string, number>>,
): Vraagstand {
  const { gelezen, fouten, empty } = readVelden(invoer)
  if (Object.keys(fouten).length > 0) return { soort: 'fout', fouten }
  if (empty) return { soort: 'leeg' }
  checkSamen(invoer, gelezen, kernen, fouten)
  checkInwoners(invoer, gelezen, kernen, fouten)
  checkVertegenwoordigd(invoer, kernen, fouten)
  if (invoer.methode.startsWith('ingroei') && !vorig) fouten.methode = t.geenVorig
  if (Object.keys(fouten).length > 0) return { soort: 'fout', fouten }
  return { soort: 'vraag', vraag: makeVraag(invoer, gelezen, kernen, vorig ?? {}) }
}

import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import type { VergelijkAntwoord, VergelijkVraag } from '../contract/scenario.ts'
import type { Deps, VerdelingRecord } from '../domain/ports.ts'
import { findGeldende } from '../domain/verdeling.ts'
import { compareScenario } from '../domain/wijkbudget/scenario.ts'
import type { Endpoint } from './endpoint.ts'
import { readScenario, toScenario } from './readScenario.ts'

/** Scenario's beside each other, each against the same basis. Nothing is kept. */
export const compareScenarios: Endpoint<Routes['compareScenarios']> = async ({ params, body }, deps) => {
  const { jaar } = params
  const [basis, scenarios] = await Promise.all([
    readBasis(jaar, body.basis, deps),
    Promise.all(body.scenarios.map(async (code) => toScenario(await readScenario(jaar, code, deps)))),
  ])
  const namen = new Map(deps.gemeente.kernen.map(({ code, naam }) => [code, naam]))
  const kant = { aandelen: basis?.aandelen ?? [], samenvoegingen: basis?.samenvoegingen ?? [] }
  return {
    body: {
      basis: basis && {
        naam: basis.naam,
        totaalCenten: basis.totaalCenten,
        aandelen: basis.aandelen,
      },
      extraInwoners: body.extraInwoners,
      scenarios: scenarios.map((each) => ({
        scenario: each.scenario,
        versie: each.versie,
        naam: each.naam,
        totaalCenten: each.antwoord.totaalCenten,
        onverdeeldCenten: each.antwoord.onverdeeldCenten,
        rijen: compareScenario(kant, each, namen, body.extraInwoners),
      })),
    },
  }
}

type Basis = NonNullable<VergelijkAntwoord['basis']> & {
  samenvoegingen?: Parameters<typeof compareScenario>[0]['samenvoegingen']
}

/** Null only when nothing was asked for and nothing is in force the year before. */
async function readBasis(jaar: number, basis: VergelijkVraag['basis'], deps: Deps): Promise<Basis | null> {
  if (basis?.soort === 'scenario') {
    const { naam, antwoord, samenvoegingen } = toScenario(await readScenario(jaar, basis.scenario, deps))
    return { naam, totaalCenten: antwoord.totaalCenten, aandelen: antwoord.aandelen, samenvoegingen }
  }
  const year = basis?.soort === 'vastgesteld' ? basis.jaar : basis ? jaar : jaar - 1
  const verdelingen = await deps.stores.wijkbudgetten.list(year)
  const found =
    basis?.soort === 'verdeling'
      ? verdelingen.find(({ versie }) => versie === basis.versie)
      : findGeldende(verdelingen)
  if (found) return toBasis(found)
  if (!basis) return null
  const what = basis.soort === 'verdeling' ? `versie ${basis.versie}` : 'vastgestelde verdeling'
  throw new Problem('niet-gevonden', `In ${year} is er geen ${what} om mee te vergelijken.`)
}

const toBasis = ({ jaar, versie, status, antwoord }: VerdelingRecord): Basis => ({
  naam: `${status === 'vastgesteld' ? 'Vastgesteld' : 'Voorstel'} ${jaar}, versie ${versie}`,
  totaalCenten: antwoord.totaalCenten,
  aandelen: antwoord.aandelen,
})

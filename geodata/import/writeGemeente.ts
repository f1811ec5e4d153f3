/** The files of one gemeente: written, built, and read back as the product will. */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildGemeente } from '../build.ts'
import { loadGemeente } from '../gemeente.ts'
import { Instellingen, Kernindeling, readSettings } from '../instellingen.ts'
import { firstInstellingen } from './instellingen.ts'
import { BRONVERMELDING, checkFits, firstKernindeling, MAX_WIJKEN } from './kernindeling.ts'
import type { Gebied } from './readGebieden.ts'

export type Buurten = { gemeente: string; jaar: number; gebieden: readonly Gebied[] }

/**
 * Fills `folder`, named after the gemeente. A kernindeling and instellingen that are there stay as they are.
 *
 * @param shown the folder as messages name it
 * @param examples folder with gemeenten whose categorieen a new one starts with
 * @returns what is new, a sentence per line
 * @throws Refusal when the kernindeling that is there does not fit; Error when a file that is there is broken
 */
export function writeGemeente(folder: string, buurten: Buurten, shown: string, examples: string): string[] {
  const file = (name: string) => join(folder, name)
  const settings = existsSync(file('instellingen.json'))
    ? readSettings(file('instellingen.json'), Instellingen)
    : undefined
  const { gemeente, jaar, gebieden } = buurten
  const naam = settings?.naam ?? gebieden.find(({ gemeentenaam }) => gemeentenaam)?.gemeentenaam ?? gemeente
  const { indeling, lines } = settleKernindeling(file('kernindeling.json'), shown, {
    ...buurten,
    naam,
    maxKernen: settings?.maxKernen ?? MAX_WIJKEN,
  })
  if (!settings) {
    const kernen = indeling.kernen.length
    writeJson(
      file('instellingen.json'),
      firstInstellingen({ code: gemeente, naam, kernen, gebieden, examples }),
    )
    lines.push('Nieuwe instellingen met voorbeelden voor contact, telefoon en wijkbudget: vul ze in.')
  }
  writeFileSync(file('buurten.geojson'), `${JSON.stringify(toGeojson(gemeente, jaar, gebieden))}\n`)
  for (const [name, bytes] of buildGemeente(folder)) writeFileSync(file(name), bytes)
  loadGemeente(gemeente, dirname(folder))
  return lines
}

function settleKernindeling(file: string, shown: string, first: Parameters<typeof firstKernindeling>[0]) {
  if (existsSync(file)) {
    const indeling = readSettings(file, Kernindeling)
    checkFits(indeling, first.gebieden, join(shown, 'kernindeling.json'))
    const years = `van buurtgrenzen ${indeling.buurtgrenzen}; deze buurten zijn van ${first.jaar}`
    return { indeling, lines: [`De kernindeling past en is gebleven (${years}).`] }
  }
  const indeling = firstKernindeling(first)
  writeJson(file, indeling)
  const names = indeling.kernen.map(({ naam }) => naam).join(', ')
  return { indeling, lines: [`Nieuwe kernindeling: ${names}.`, ...indeling.toelichting] }
}

const writeJson = (file: string, content: unknown) =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)

function toGeojson(gemeente: string, jaar: number, gebieden: readonly Gebied[]) {
  return {
    type: 'FeatureCollection',
    name: `${gemeente}-buurten`,
    attribution: BRONVERMELDING,
    vintage: `grenzen ${jaar}`,
    features: gebieden.map(
      ({ code, naam, wijkcode, wijknaam, gemeentecode, gemeentenaam, inwoners, vlak }) => ({
        type: 'Feature',
        id: code,
        properties: {
          ...{ buurtcode: code, buurtnaam: naam, wijkcode, wijknaam },
          ...{ gemeentecode, gemeentenaam, jaar, inwoners },
        },
        geometry: vlak,
      }),
    ),
  }
}

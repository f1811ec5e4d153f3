/**
 * Inhabitants from CSV text: two columns, `kern;inwoners` or `buurtcode;inwoners`, with or without a heading;
 * `;`, `,` or a tab between them. With a heading other columns may stand around, as in the tables of CBS. Written
 * out here and not by a library: the import runs in the API's function, and has two columns of plain numbers.
 *
 * CBS says "unknown" or "secret" with values of -99990 and lower; they and empty cells are missing, never 0.
 */
import { type FieldError, ofFields } from '../../contract/problem.ts'
import type { GemeenteFeiten } from '../ports.ts'

export type Gelezen = {
  /** By kern; a kern with anything missing is absent. */
  inwoners: Map<string, number>
  ontbrekend: { kern: string; code: string; gegeven: string }[]
}

/** What the import must know of a gemeente; a page has it too, to show what will be read. */
export type MetKernen = Pick<GemeenteFeiten, 'code' | 'naam' | 'kernen'>

type Rij = { regel: number; code: string; waarde: string }

/** Also as the tables of CBS call them: `Codering_3` and `AantalInwoners_5`, `gwb_code_10` and `a_inw`. */
const codeKoppen = /^(kern(code)?|buurt(code)?|code|statcode|gwb_code(_10)?|codering(_\d+)?)$/i
const aantalKoppen = /^(a_inw|(aantal[ _]?)?inwoners(_\d+)?)$/i
const getal = /^-?(\d+|\d{1,3}(\.\d{3})+)$/
const missingFrom = -99_990
const notThere = 'staat er niet in'

/**
 * Buurten are added up over the kernindeling; wijken, gemeenten and buurten elsewhere are passed over.
 *
 * @throws Problem `ongeldige-invoer` with every wrong line
 * @example readBevolkingCsv('schoorl;4190\r\n…', gemeente).inwoners.get('schoorl') // 4190
 */
export function readBevolkingCsv(csv: string, gemeente: MetKernen): Gelezen {
  const rijen = readRijen(csv)
  const perBuurt = rijen.some(({ code }) => /^BU\d{8}$/i.test(code))
  const delen = gemeente.kernen.map(({ code, naam, buurtcodes }) => ({
    kern: code,
    codes: perBuurt ? buurtcodes : [code],
    namen: perBuurt ? [] : [naam.toLowerCase()],
  }))
  const eigen = `BU${gemeente.code.slice(2)}`
  const elsewhere = ({ code }: Rij) => perBuurt && /^(NL|GM|WK|BU)\d/i.test(code) && !code.startsWith(eigen)
  const errors: FieldError[] = []
  const gegeven = new Map<string, string>()
  for (const rij of rijen.filter((each) => !elsewhere(each))) {
    const deel = delen.find(
      ({ codes, namen }) => codes.includes(rij.code) || namen.includes(rij.code.toLowerCase()),
    )
    const code = deel && (perBuurt ? rij.code : deel.kern)
    const wrong = code === undefined ? unknown(rij, gemeente) : wrongWith(rij, gegeven.has(code))
    if (wrong) errors.push(refuseLine(rij, wrong))
    else gegeven.set(code!, rij.waarde)
  }
  if (errors.length > 0) throw ofFields(errors)
  return addUp(delen, gegeven)
}

function addUp(
  delen: readonly { kern: string; codes: readonly string[] }[],
  gegeven: Map<string, string>,
): Gelezen {
  const inwoners = new Map<string, number>()
  const ontbrekend = delen.flatMap(({ kern, codes }) => {
    const missing = codes
      .map((code) => ({ kern, code, gegeven: gegeven.get(code) ?? notThere }))
      .filter((each) => isMissing(each.gegeven))
    if (missing.length === 0)
      inwoners.set(
        kern,
        codes.reduce((som, code) => som + toNumber(gegeven.get(code)!), 0),
      )
    return missing
  })
  return { inwoners, ontbrekend }
}

const toNumber = (waarde: string): number => Number(waarde.replaceAll('.', ''))
const isMissing = (waarde: string): boolean =>
  waarde === notThere || waarde === '' || waarde === '.' || toNumber(waarde) <= missingFrom

function wrongWith({ code, waarde }: Rij, twice: boolean): string | undefined {
  if (twice) return `${code} staat er twee keer in.`
  if (waarde === '' || waarde === '.') return undefined
  if (!getal.test(waarde)) return `“${waarde.slice(0, 40)}” is geen geheel aantal inwoners.`
  if (toNumber(waarde) > 100_000_000) return `${waarde} inwoners is te veel.`
  return toNumber(waarde) < 0 && !isMissing(waarde)
    ? `${waarde} is negatief; inwoners kunnen dat niet zijn.`
    : undefined
}

const unknown = ({ code }: Rij, { naam }: MetKernen): string =>
  `“${code.slice(0, 40)}” is geen kern of buurt van ${naam}.`

const refuseLine = ({ regel }: Rij, detail: string): FieldError => ({
  pointer: '/csv',
  code: 'verkeerde-regel',
  detail: `Regel ${regel}: ${detail}`,
})

/** Lines as code and value; the heading, when there is one, says which columns those are. */
function readRijen(csv: string): Rij[] {
  const lines = csv.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const separator = [';', '\t', ','].find((each) => first.includes(each)) ?? ';'
  const cells = (line: string) =>
    line.split(separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
  const kop = cells(first)
  const [code, aantal] = [
    kop.findIndex((cell) => codeKoppen.test(cell)),
    kop.findIndex((cell) => aantalKoppen.test(cell)),
  ]
  const hasKop = code >= 0 && aantal >= 0
  const rijen = lines
    .map((line, i) => ({ regel: i + 1, line, cellen: cells(line) }))
    .filter(({ line }) => line.trim() !== '' && !(hasKop && line === first))
    .map(({ regel, cellen }) => ({
      regel,
      code: cellen[hasKop ? code : 0] ?? '',
      waarde: cellen[hasKop ? aantal : 1] ?? '',
    }))
  if (rijen.length > 0) return rijen
  throw ofFields([
    { pointer: '/csv', code: 'leeg', detail: 'Het CSV-bestand heeft geen regels met inwoners.' },
  ])
}

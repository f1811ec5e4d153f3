/**
 * When a division is right. A draft may be half done, but never says two things about one buurt; a proposal places
 * every buurt: in exactly one kern, cut over two, or left out by name.
 */
import type { Ontwerp } from '../../contract/kernindeling.ts'
import type { FieldError } from '../../contract/problem.ts'

export type Bekend = {
  gemeente: string
  maxKernen: number
  buurten: readonly { code: string; naam: string }[]
}

/** Where each buurt is named in a draft, as JSON pointers. */
const listPlaatsen = ({ kernen, sneden, weggelaten }: Ontwerp) => [
  ...kernen.flatMap(({ buurtcodes, naam }, k) =>
    buurtcodes.map((code, b) => ({ code, pointer: `/kernen/${k}/buurtcodes/${b}`, waar: `bij ${naam}` })),
  ),
  ...sneden.map(({ buurtcode }, s) => ({
    code: buurtcode,
    pointer: `/sneden/${s}/buurtcode`,
    waar: 'bij een snede',
  })),
  ...weggelaten.map((code, w) => ({
    code,
    pointer: `/weggelaten/${w}`,
    waar: 'bij wat buiten de kernen valt',
  })),
]

const nameBuurt = (code: string, { buurten }: Bekend): string =>
  buurten.find((buurt) => buurt.code === code)?.naam ?? code

function checkBuurten(ontwerp: Ontwerp, bekend: Bekend): FieldError[] {
  const known = new Set(bekend.buurten.map(({ code }) => code))
  const first = new Map<string, string>()
  return listPlaatsen(ontwerp).flatMap(({ code, pointer, waar }) => {
    if (!known.has(code))
      return [{ pointer, code: 'onbekende-buurt', detail: `${bekend.gemeente} heeft geen buurt ${code}.` }]
    const earlier = first.get(code)
    first.set(code, earlier ?? waar)
    return earlier === undefined
      ? []
      : [
          {
            pointer,
            code: 'dubbel',
            detail: `De buurt ${nameBuurt(code, bekend)} staat er twee keer in: ${earlier} en ${waar}.`,
          },
        ]
  })
}

function checkKernen({ kernen }: Ontwerp, { gemeente, maxKernen }: Bekend): FieldError[] {
  const errors: FieldError[] = []
  if (kernen.length > maxKernen)
    errors.push({
      pointer: '/kernen',
      code: 'te-veel-kernen',
      detail: `${gemeente} heeft hoogstens ${maxKernen} ${maxKernen === 1 ? 'kern' : 'kernen'}; dit zijn er ${kernen.length}.`,
    })
  for (const key of ['code', 'naam'] as const) {
    const words = kernen.map((kern) => kern[key].toLowerCase())
    for (const [k, word] of words.entries())
      if (words.indexOf(word) < k)
        errors.push({
          pointer: `/kernen/${k}/${key}`,
          code: 'dubbel',
          detail: `Er is al een kern met ${key} “${kernen[k]![key]}”.`,
        })
  }
  return errors
}

const checkSneden = ({ kernen, sneden }: Ontwerp, bekend: Bekend): FieldError[] =>
  sneden.flatMap(({ buurtcode, links, rechts }, s) => {
    const unknown = (['links', 'rechts'] as const).flatMap((kant) => {
      const kern = kant === 'links' ? links : rechts
      return kernen.some(({ code }) => code === kern)
        ? []
        : [
            {
              pointer: `/sneden/${s}/${kant}`,
              code: 'onbekende-kern',
              detail: `“${kern}” is geen kern van dit ontwerp.`,
            },
          ]
    })
    if (links !== rechts) return unknown
    const detail = `Aan beide kanten van de lijn door ${nameBuurt(buurtcode, bekend)} ligt dezelfde kern.`
    return [...unknown, { pointer: `/sneden/${s}/rechts`, code: 'zelfde-kern', detail }]
  })

/**
 * What is wrong with a draft, also a half done one; all at once.
 * @example checkOntwerp(negenKernen, bergen)[0].detail // 'Bergen (NH.) heeft hoogstens 8 kernen; dit zijn er 9.'
 */
export const checkOntwerp = (ontwerp: Ontwerp, bekend: Bekend): FieldError[] => [
  ...checkKernen(ontwerp, bekend),
  ...checkBuurten(ontwerp, bekend),
  ...checkSneden(ontwerp, bekend),
]

const most = 5

/** What a draft lacks to be proposed on a day (Amsterdam): it holds from that day or later. */
export function checkVolledig(ontwerp: Ontwerp, bekend: Bekend, dag: string): FieldError[] {
  const errors: FieldError[] = []
  const placed = new Set(listPlaatsen(ontwerp).map(({ code }) => code))
  const missing = bekend.buurten.filter(({ code }) => !placed.has(code)).map(({ naam }) => naam)
  if (missing.length > 0) {
    const more = missing.length > most ? ` en nog ${missing.length - most}` : ''
    errors.push({
      pointer: '/kernen',
      code: 'buurt-ontbreekt',
      detail: `Elke buurt hoort in een kern, of valt met opzet buiten de kernen. Nog niet geplaatst: ${missing.slice(0, most).join(', ')}${more}.`,
    })
  }
  if (ontwerp.kernen.length === 0)
    errors.push({ pointer: '/kernen', code: 'kern-ontbreekt', detail: 'Er is nog geen kern.' })
  for (const [k, { code, naam, buurtcodes }] of ontwerp.kernen.entries())
    if (
      buurtcodes.length === 0 &&
      !ontwerp.sneden.some(({ links, rechts }) => [links, rechts].includes(code))
    )
      errors.push({
        pointer: `/kernen/${k}/buurtcodes`,
        code: 'kern-leeg',
        detail: `De kern ${naam} heeft nog geen buurt.`,
      })
  if (ontwerp.geldigVanafDatum < dag)
    errors.push({
      pointer: '/geldigVanafDatum',
      code: 'voorbij',
      detail: `Een indeling geldt vanaf vandaag (${dag}) of later, niet vanaf ${ontwerp.geldigVanafDatum}.`,
    })
  return errors
}

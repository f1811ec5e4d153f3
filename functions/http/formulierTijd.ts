/** When a form was opened, signed, so that nobody can say that he took longer than he did. */
import type { Deps } from '../domain/ports.ts'

type Klok = Pick<Deps, 'now' | 'sign'>

const signed = (millis: string, { sign }: Klok): string =>
  `${millis}.${sign(`formulier geopend\n${millis}`).slice(0, 32)}`

/** @example markOpened(deps)   // '1775554200000.3f0c…' */
export const markOpened = (klok: Klok): string => signed(String(klok.now().getTime()), klok)

const millisOf = (geopend: string): string => geopend.split('.')[0] ?? ''

/** Whether we made this mark; a form that lost it is opened anew. */
export const isMark = (geopend: string, klok: Klok): boolean =>
  /^\d{1,15}$/.test(millisOf(geopend)) && geopend === signed(millisOf(geopend), klok)

/** Milliseconds since the mark was made. */
export const readInvultijd = (geopend: string, klok: Klok): number =>
  Math.max(0, klok.now().getTime() - Number(millisOf(geopend)))

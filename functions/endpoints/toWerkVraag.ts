/** From the question parameters of the list of staff to what a store is asked; the command line asks the same. */
import type { QueryOf } from '../contract/route.ts'
import type { Routes } from '../contract/routes.ts'
import type { Deps, LijstVraag } from '../domain/ports.ts'
import { kiesBeide, kiesLaat, kiesSignaal } from '../domain/termijnkeuze.ts'
import { toLijstVraag } from './toLijstVraag.ts'

type Vraag = QueryOf<Routes['listBehandelingen']>

/** @throws Problem `ongeldige-invoer`, as `toLijstVraag` */
export function toWerkVraag(
  { laat, open, signaal, team, medewerker, tekst, ...vraag }: Omit<Vraag, 'bbox-crs' | 'crs'>,
  { gemeente, now }: Pick<Deps, 'gemeente' | 'now'>,
): LijstVraag {
  const op = now().toISOString()
  const keuzes = [...(signaal ? [kiesSignaal(signaal, op, gemeente)] : []), ...(laat ? [kiesLaat(op)] : [])]
  const termijn = keuzes.length > 0 ? keuzes.reduce(kiesBeide) : undefined
  return {
    ...toLijstVraag(vraag, { gemeente }),
    ...(termijn && { termijn }),
    ...(open && { open }),
    ...(team !== undefined && { team }),
    ...(medewerker !== undefined && { medewerker }),
    ...(tekst !== undefined && { tekst }),
  }
}

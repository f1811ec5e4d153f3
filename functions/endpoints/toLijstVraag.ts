/** From the question parameters of a list to what a store is asked. */
import { type FieldError, ofFields } from '../contract/problem.ts'
import { toInterval } from '../domain/dag.ts'
import { listKerncodes } from '../domain/kernindeling/kerncodes.ts'
import { isCategorie } from '../domain/melding.ts'
import type { DagPeriode, GemeenteFeiten, LijstVraag } from '../domain/ports.ts'

type Vraag = Omit<LijstVraag, 'kernen' | 'vanaf' | 'voor'> & DagPeriode & { kern?: string; groep?: string }

/** @throws Problem `ongeldige-invoer` for a kern, categorie or groep that the gemeente lacks, or a period back in time. */
export function toLijstVraag(
  { kern, van, tot, categorie, groep, status, bbox, limiet, cursor }: Vraag,
  { gemeente }: { gemeente: GemeenteFeiten },
): LijstVraag {
  assertVraag({ kern, van, tot, categorie, groep }, gemeente)
  return {
    kernen: kern === undefined ? listKerncodes(gemeente) : [kern],
    limiet,
    ...toInterval({ van, tot }),
    ...(categorie !== undefined && { categorie }),
    ...(groep !== undefined && { alleenCategorieen: listCategorieenOf(groep, gemeente) }),
    ...(status !== undefined && { status }),
    ...(bbox !== undefined && { bbox }),
    ...(cursor !== undefined && { cursor }),
  }
}

const listCategorieenOf = (groep: string, { categorieen }: GemeenteFeiten): string[] =>
  categorieen.filter((each) => each.groep.code === groep).map(({ code }) => code)

/** Refuses, all at once, what the schema cannot know to be wrong. */
export function assertVraag(
  { kern, categorie, groep, van, tot }: Pick<Vraag, 'kern' | 'categorie' | 'groep' | 'van' | 'tot'>,
  gemeente: GemeenteFeiten,
): void {
  const errors: FieldError[] = []
  const refuse = (name: string, detail: string) =>
    errors.push({ pointer: `query:${name}`, code: 'onbekende-waarde', detail })
  if (kern !== undefined && !listKerncodes(gemeente).includes(kern))
    refuse('kern', `${gemeente.naam} heeft geen kern “${kern}”.`)
  if (categorie !== undefined && !isCategorie(categorie, gemeente))
    refuse('categorie', `“${categorie}” is geen categorie.`)
  if (groep !== undefined && listCategorieenOf(groep, gemeente).length === 0)
    refuse('groep', `“${groep}” is geen groep van categorieën.`)
  if (van && tot && van > tot) refuse('van', `De periode loopt terug: van ${van} ligt na tot ${tot}.`)
  if (errors.length > 0) throw ofFields(errors)
}

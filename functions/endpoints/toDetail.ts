import type { BehandelingDetail } from '../contract/behandeling.ts'
import { toFotos } from '../domain/foto/beeld.ts'
import { toBehandelingDetail } from '../domain/meldingBeeld.ts'
import type { Deps, MeldingRecord } from '../domain/ports.ts'
import { toBericht } from '../domain/post/brieven.ts'

/** A melding as a coördinator sees it open, with all that stands beside it. */
export async function toDetail(melding: MeldingRecord, deps: Deps): Promise<BehandelingDetail> {
  const { nummer } = melding
  const { meldingen } = deps.stores
  const [contactvelden, volgers, fotos, berichten] = await Promise.all([
    meldingen.listContactvelden(nummer),
    meldingen.listVolgers(nummer),
    toFotos(deps, melding),
    deps.stores.berichten.list(nummer),
  ])
  return toBehandelingDetail(
    melding,
    { contactvelden, aantalVolgers: volgers.length, fotos, berichten: berichten.map(toBericht) },
    deps,
  )
}

/** What has to happen once a night: personal data whose term is over goes, and so do photos that nobody sent. */
import { type BewaartermijnSettings, checkBewaartermijnen } from './bewaartermijnen.ts'
import { createEraseFotos, type FotoDeps, removeOrphanFotos } from './fotos.ts'

export type OnderhoudSettings = Omit<BewaartermijnSettings, 'eraseFotos'> & FotoDeps

/** Can be stopped and started again, and by several at once: each part goes on where it was. */
export const onderhoud = async (settings: OnderhoudSettings) => {
  // The short work first: the other is a look at the whole table.
  const losseFotos = await removeOrphanFotos(settings)
  const eraseFotos = createEraseFotos(settings)
  return { ...(await checkBewaartermijnen({ ...settings, eraseFotos })), losseFotos }
}

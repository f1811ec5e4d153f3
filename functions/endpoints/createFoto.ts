import { maxFotoBytes } from '../contract/foto.ts'
import type { Routes } from '../contract/routes.ts'
import { minutesAfter, uploadMinuten } from '../domain/foto/beeld.ts'
import { assertBudget } from './budget.ts'
import type { Endpoint } from './endpoint.ts'

/** A place to upload one photo to. Its code is a secret of 128 bits, so only who asked can name it in a melding. */
export const createFoto: Endpoint<Routes['createFoto']> = async (call, deps) => {
  const count = await assertBudget('foto', call, deps)
  const foto = Buffer.from(deps.randomBytes(16)).toString('base64url')
  const now = deps.now()
  const tot = minutesAfter(now, uploadMinuten)
  await deps.stores.fotos.add({ foto, staat: 'wacht', op: now.toISOString() })
  await count()
  const upload = await deps.fotokluis.openUpload(foto, { maxBytes: maxFotoBytes, tot })
  return { body: { foto, upload, geldigTot: tot.toISOString() } }
}

/** Mail on a laptop: each one a file that a mail program opens. A second attempt is the same file. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Postbus } from '../../functions/domain/post/ports.ts'
import { type Afzender, composeMail } from '../../functions/post/composeMail.ts'

/** `20261122T103000Z_M-4F7K-2M9Q_0001_melder.eml`: in order of time, and a name that every system takes. */
const nameOf = (op: string, kenmerk: string): string =>
  `${new Date(op).toISOString().replace(/[-:]|\.\d+/g, '')}_${kenmerk.replace(/[^\w-]/g, '_')}.eml`

export const createMailFolder = (folder: string, afzender: Afzender): Postbus => ({
  async send(brief) {
    const mail = await composeMail(brief, afzender)
    const name = nameOf(brief.op, brief.kenmerk)
    await mkdir(folder, { recursive: true })
    const draft = join(folder, `.${name}.nieuw`)
    // With an address and a secret link in it: for who runs this only.
    await writeFile(draft, mail, { mode: 0o600 })
    await rename(draft, join(folder, name))
    return { bericht: name }
  },
})

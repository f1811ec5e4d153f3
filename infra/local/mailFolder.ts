/** Mail on a laptop: each one a file that a mail program opens. A second attempt is the same file. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Postbus } from '../../functions/domain/post/ports.ts'
import type { Vernietiging } from '../../functions/domain/vernietiging.ts'
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

/**
 * Day, melding, and of what was merged also the melding of the receiver; then `melder` or the id of a follower. A draft that
 * a stop left behind counts too.
 */
const mailName = /^\.?(\d{8})T\d+Z_(M-\w{4}-\w{4})_\d+_(?:(M-\w{4}-\w{4})_)?([\w-]+)\.eml(?:\.nieuw)?$/

/**
 * Removes the mails about meldingen of which personal data was erased, made on that day or before: to the reporter when
 * contact data went, to followers when these went. Again may be asked again.
 */
export const eraseMails = async (folder: string, regels: readonly Vernietiging[]): Promise<void> => {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const [, dag = '', over, van, wie] = mailName.exec(name) ?? []
    const gone = regels.some(
      (regel) =>
        regel.nummer === (van ?? over) &&
        dag <= regel.datum.replaceAll('-', '') &&
        regel.wat.includes(wie === 'melder' ? 'contact' : 'volgers'),
    )
    if (gone) await rm(join(folder, name), { force: true })
  }
}

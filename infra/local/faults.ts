/** What goes wrong behind the screen, for who runs Kernpunt: one calm line each, with kind and place and never a body. */

type Fout = { fout: string[]; verzoek: string }

const isFout = (line: object): line is Fout => 'fout' in line

/** Kind and first place; the message of a fault may repeat what somebody typed. */
const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return 'onbekende fout'
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line))
  return [error.name, place?.trim()].filter(Boolean).join(' ')
}

/**
 * @returns `log` for the access log, of which only faults are shown; `onError` for the poller, which tries again twice a
 *   second; and `onMailError` for who sends mail.
 * @example startPoller({ …, onError: createFaults().onError })
 */
export const createFaults = (write: (line: string) => void = console.error) => {
  const said = new Set<string>()
  /** `what` does not work. Each kind is shown once: it is tried again by itself. */
  const sayOnce = (what: string) => (error: unknown) => {
    const kind = `${what} ${error instanceof Error ? error.name : typeof error}`
    if (said.has(kind)) return
    said.add(kind)
    write(`${what} lukt even niet (${describe(error)}). Kernpunt probeert het vanzelf opnieuw.`)
  }
  return {
    log(line: string): void {
      const entry: object = JSON.parse(line)
      if (!isFout(entry)) return
      const [name = '', place = ''] = entry.fout
      write(`Een verzoek is mislukt door een fout in Kernpunt: ${name} ${place} (verzoek ${entry.verzoek}).`)
    },
    onError: sayOnce('De aantallen bijwerken'),
    onMailError: sayOnce('Mail versturen'),
  }
}

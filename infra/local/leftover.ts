/** An engine that outlived a crash of the process that started it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** The command line of a process, as far as this system tells; empty when it is gone. */
const commandOf = (pid: number): string => {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (process.platform === 'win32')
      return execFileSync('wmic', ['process', 'where', `processid=${pid}`, 'get', 'commandline'], {
        encoding: 'utf8',
      })
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Ends process `pid` when it is an engine on `dbFile`; a number that another program got since is left alone. */
export const endLeftover = async (pid: number, dbFile: string): Promise<void> => {
  const isOurs = (): boolean => commandOf(pid).includes(dbFile)
  if (isOurs()) process.kill(pid, 'SIGKILL')
  for (let waited = 0; isOurs() && waited < 5000; waited += 20) await sleep(20)
}

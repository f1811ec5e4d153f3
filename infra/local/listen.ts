import type { Server } from 'node:http'

/**
 * @param port 0 takes a free one.
 * @returns the address, without trailing slash.
 * @throws Error with one Dutch sentence when the port is taken or the host is not ours.
 */
export function listen(
  server: Server,
  { port, host = '127.0.0.1' }: { port: number; host?: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence =
        error.code === 'EADDRINUSE'
          ? `Poort ${port} is al in gebruik. Kies een andere: PORT=${port + 1} npm start.`
          : `Op ${host}, poort ${port}, kan Kernpunt niet luisteren (${error.code}).`
      reject(new Error(sentence, { cause: error }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(`http://localhost:${typeof address === 'object' && address ? address.port : port}`)
    })
  })
}

/** Whether only this machine can reach what listens on `host`. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host)

/**
 * What to say about an address that others can reach; `undefined` for one of this machine only.
 * @example networkWarning('0.0.0.0')   // 'Let op: …'
 */
export const networkWarning = (host: string): string | undefined =>
  isLoopback(host)
    ? undefined
    : `Let op: met HOST=${host} kan iedereen op uw netwerk zich aanmelden als medewerker, want deze wachtwoorden zijn bekend.`

/** Also ends connections that browsers keep open. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

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

/** Also ends connections that browsers keep open. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** The identity provider as a part of the local server: everything under `/oidc/`. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LocalKeys } from '../keys.ts'
import { sendReply } from '../lambdaEvent.ts'
import { readBody } from '../readBody.ts'
import { loginPage } from './pages.ts'
import { createProvider, interactionPath } from './provider.ts'
import { demoPassword, demoStaff } from './staff.ts'

/** Path it is mounted at. */
export const identityPath = '/oidc'

/** @param origins addresses of the web; the first is where the issuer lives. */
export function createIdentity(origins: readonly [string, ...string[]], keys: LocalKeys) {
  const provider = createProvider(`${origins[0]}${identityPath}`, origins, keys)
  const callback = provider.callback()

  /** Shows who can sign in, or checks the password and goes back to where the provider was. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const details = await provider.interactionDetails(request, response).catch(() => undefined)
    if (!details) {
      response.writeHead(302, { Location: '/' }).end()
      return
    }
    if (request.method !== 'POST') return sendReply(loginPage(undefined, undefined, origins), response)
    const form = new URLSearchParams((await readBody(request, 10_000))?.toString('utf8') ?? '')
    const person = demoStaff.find(({ id }) => id === form.get('medewerker'))
    if (!person || form.get('wachtwoord') !== demoPassword) {
      const fault = 'Het wachtwoord klopt niet. Kijk in het venster waar u Kernpunt startte.'
      return sendReply(loginPage(form.get('medewerker') ?? undefined, fault, origins), response)
    }
    await provider.interactionFinished(request, response, { login: { accountId: person.id } })
  }

  return async (
    request: IncomingMessage & { originalUrl?: string },
    response: ServerResponse,
  ): Promise<void> => {
    const url = request.url ?? '/'
    if (url.startsWith(`${identityPath}${interactionPath}/`)) return interact(request, response)
    // The provider finds out where it is mounted by comparing both.
    request.originalUrl = url
    request.url = url.slice(identityPath.length)
    await callback(request, response)
  }
}

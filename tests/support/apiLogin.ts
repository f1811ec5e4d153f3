/** Signs a made-up member of staff in at the local identity provider, as a browser does: code flow with PKCE. */
import { createHash, randomBytes } from 'node:crypto'
import { clientId, resource, scope } from '../../infra/local/identity/provider.ts'
import { demoPassword } from '../../infra/local/identity/staff.ts'

type Browser = (url: string, form?: Record<string, string>) => Promise<Response>

/** Remembers cookies and follows nothing by itself. */
export function startBrowser(base: string): Browser {
  const cookies = new Map<string, string>()
  return async (url, form) => {
    const response = await fetch(new URL(url, base), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    return response
  }
}

const location = (response: Response): string => response.headers.get('location') ?? ''

/** @returns where the login page stands, for this browser. */
export async function openLogin(base: string, browse: Browser, verifier: string, more = {}): Promise<string> {
  const question = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope,
    resource,
    redirect_uri: `${base}/aanmelden/klaar`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })
  return location(await browse(`/oidc/auth?${question}`))
}

/** @returns the tokens of the demo member of staff with this id. */
export async function signIn(
  base: string,
  medewerker: string,
): Promise<{ access_token: string; id_token: string }> {
  const browse = startBrowser(base)
  const verifier = randomBytes(32).toString('base64url')
  const page = await openLogin(base, browse, verifier)
  const resume = location(await browse(page, { medewerker, wachtwoord: demoPassword }))
  const code = new URL(location(await browse(resume))).searchParams.get('code') ?? ''
  const response = await browse('/oidc/token', {
    grant_type: 'authorization_code',
    client_id: clientId,
    code,
    redirect_uri: `${base}/aanmelden/klaar`,
    code_verifier: verifier,
  })
  return (await response.json()) as { access_token: string; id_token: string }
}

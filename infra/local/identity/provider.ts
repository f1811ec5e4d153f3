/**
 * An OpenID Connect provider on one's own machine, in the place of Cognito: code flow with PKCE, groups in
 * `cognito:groups`, access tokens as JWT. It knows made-up staff only.
 */
import Provider, { type Configuration } from 'oidc-provider'
import type { LocalKeys } from '../keys.ts'
import { createMemory } from './memory.ts'
import { confirmSignOut, errorPage, signedOut } from './pages.ts'
import { demoStaff } from './staff.ts'

export const clientId = 'kernpunt-web'
/** Audience of access tokens. Must be an absolute URI, else the provider refuses it. */
export const resource = 'urn:kernpunt:api'
export const scope = 'openid profile'
/** Where the login page stands, under the issuer. */
export const interactionPath = '/aanmelden'

const hour = 3600

/**
 * @param issuer address it is mounted at, such as `http://localhost:8080/oidc`.
 * @param origins where the web may be: each may come back to `/aanmelden/klaar`.
 */
export function createProvider(issuer: string, origins: readonly string[], keys: LocalKeys): Provider {
  const configuration: Configuration = {
    adapter: createMemory() as unknown as Configuration['adapter'],
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: origins.map((origin) => `${origin}/aanmelden/klaar`),
        post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
      },
    ],
    clientBasedCORS: (_ctx, origin) => origins.includes(origin),
    cookies: { keys: keys.cookies },
    jwks: { keys: [keys.signing] } as Configuration['jwks'],
    claims: { openid: ['sub'], profile: ['name', 'cognito:groups'] },
    // Names and groups in the id token as well, so that the web needs no userinfo request.
    conformIdTokenClaims: false,
    extraTokenClaims: (_ctx, token) => claimsOf('accountId' in token ? String(token.accountId) : ''),
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: confirmSignOut, postLogoutSuccessSource: signedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: resource,
          scope,
          accessTokenFormat: 'jwt',
          accessTokenTTL: hour,
        }),
      },
    },
    interactions: {
      url: (_ctx, interaction) => `${new URL(issuer).pathname}${interactionPath}/${interaction.uid}`,
    },
    // Signing in is the consent: the client is our own.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope(scope)
      grant.addResourceScope(resource, scope)
      await grant.save()
      return grant
    },
    pkce: { required: () => true },
    renderError: errorPage,
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      IdToken: hour,
      Interaction: hour,
      Session: 8 * hour,
      Grant: 8 * hour,
    },
  }
  return new Provider(issuer, configuration)
}

function claimsOf(id: string): Record<string, unknown> {
  const person = demoStaff.find((each) => each.id === id)
  return person ? { name: person.naam, username: person.id, 'cognito:groups': [...person.rollen] } : {}
}

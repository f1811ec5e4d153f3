/**
 * Signing in of staff: code flow with PKCE at the gemeente's own identity provider. The library is a chunk of its
 * own; a resident never loads it. Tokens stay in this tab (sessionStorage) and go with staff routes only.
 */
import { signal } from '@preact/signals'
import type { User, UserManager } from 'oidc-client-ts'
import { type Rol, readRollen } from '../../functions/contract/route.ts'
import { setToken } from '../api.ts'
import { loadInstellingen } from './gemeente.ts'

export type Medewerker = { id: string; naam: string; rollen: readonly Rol[]; token: string }
export type Aanmelding =
  | { soort: 'onbekend' }
  | { soort: 'afgemeld'; verlopen: boolean }
  | { soort: 'aangemeld'; medewerker: Medewerker }

export const aanmelding = signal<Aanmelding>({ soort: 'onbekend' })

const redirectPath = '/aanmelden/klaar'

let manager: Promise<UserManager> | undefined

async function createManager(): Promise<UserManager> {
  const [{ UserManager, WebStorageStateStore }, { aanmelden }] = await Promise.all([
    import('oidc-client-ts'),
    loadInstellingen(),
  ])
  const store = new WebStorageStateStore({ store: sessionStorage })
  return new UserManager({
    authority: aanmelden.issuer,
    client_id: aanmelden.clientId,
    scope: aanmelden.scope,
    ...(aanmelden.resource && { resource: aanmelden.resource }),
    redirect_uri: `${location.origin}${redirectPath}`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
    monitorSession: false,
    loadUserInfo: false,
  })
}

const getManager = (): Promise<UserManager> => {
  manager ??= createManager().catch((error) => {
    manager = undefined
    throw error
  })
  return manager
}

const toAanmelding = (user: User | null): Aanmelding =>
  user && !user.expired
    ? {
        soort: 'aangemeld',
        medewerker: {
          id: user.profile.sub,
          naam: user.profile.name ?? user.profile.sub,
          rollen: readRollen(user.profile['cognito:groups']),
          token: user.access_token,
        },
      }
    : { soort: 'afgemeld', verlopen: Boolean(user?.expired) }

setToken(
  () => (aanmelding.value.soort === 'aangemeld' ? aanmelding.value.medewerker.token : undefined),
  () => {
    if (aanmelding.value.soort === 'aangemeld') aanmelding.value = { soort: 'afgemeld', verlopen: true }
  },
)

/** Who is signed in in this tab, after a reload too. */
export async function restoreAanmelding(): Promise<void> {
  if (aanmelding.value.soort === 'onbekend')
    aanmelding.value = toAanmelding(await (await getManager()).getUser())
}

/** Leaves for the identity provider; the way back leads to the page that is open now. */
export const signIn = async (): Promise<void> =>
  (await getManager()).signinRedirect({ state: location.pathname + location.search })

/** On the page the provider sends people back to. @returns the page they came from */
export async function finishSignIn(): Promise<string> {
  const user = await (await getManager()).signinCallback()
  aanmelding.value = toAanmelding(user ?? null)
  const back = typeof user?.state === 'string' ? user.state : ''
  // Only a path of this site: a forged state must not lead away.
  return /^\/(?!\/)/.test(back) ? back : '/werkplek'
}

/**
 * Cognito's sign-out page asks for `client_id` and `logout_uri`, which OpenID Connect does not know; a provider that
 * follows the standard overlooks them.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export async function signOut(): Promise<void> {
  const manager = await getManager()
  const { client_id, post_logout_redirect_uri: logout_uri = '' } = manager.settings
  await manager.signoutRedirect({ extraQueryParams: { client_id, logout_uri } })
}

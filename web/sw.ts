/**
 * Keeps the way to report on the device, so that the page opens without a connection. It holds the files of the build
 * (their names carry a hash of what is in them), the page itself, and three public answers: settings, subjects and
 * kernen. Nothing else: no answer about a melding, no address somebody opened, so never a follow link or its secret.
 *
 * `vite.config.ts` writes `schil` above this file; another build is another version with its own cache, and takes over
 * when the last page of the old one is closed. A script of its own, without imports: not every browser loads modules
 * here.
 */
declare const schil: {
  versie: string
  bestanden: readonly string[]
  /** Paths of public answers. */
  antwoorden: readonly string[]
  /** The form without JavaScript is the server's own page. */
  formulierPad: string
}

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Asking = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }

const prefix = 'kernpunt-schil-'
const cacheName = prefix + schil.versie
/** A network that is there and does not answer within this time counts as none. */
const patienceMs = 5000

async function install(): Promise<void> {
  const cache = await caches.open(cacheName)
  // What was just fetched for the page itself need not come again; only what has no hash in its name can be old.
  const fresh = (path: string) =>
    new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })
  await cache.addAll(schil.bestanden.map(fresh))
  // A service that is away for a moment does not stop the page from opening later.
  await Promise.allSettled(schil.antwoorden.map((path) => cache.add(fresh(path))))
}

async function removeOld(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
}

const later = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms))

/** The network's answer; what is kept under `path` when that fails or takes too long. */
async function networkFirst(request: Request, path: string): Promise<Response> {
  const asked = fetch(request)
  const answer = await Promise.race([asked, later(patienceMs)]).catch(() => undefined)
  return answer ?? (await caches.match(path)) ?? asked
}

async function answerFresh(request: Request, path: string): Promise<Response> {
  const answer = await networkFirst(request, path)
  if (answer.ok) await (await caches.open(cacheName)).put(path, answer.clone())
  return answer
}

/** A file of a build never changes, so what was fetched once is kept: also the map, for who saw it. */
async function file(request: Request, path: string): Promise<Response> {
  const kept = await caches.match(path)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(cacheName)).put(path, answer.clone())
  return answer
}

function choose({ request }: Asking): Promise<Response> | undefined {
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return undefined
  if (pathname.startsWith('/assets/')) return file(request, pathname)
  // Such as the logo; the page itself is answered below, whatever its address.
  if (pathname !== '/' && schil.bestanden.includes(pathname)) return networkFirst(request, pathname)
  if (schil.antwoorden.includes(pathname)) return search ? undefined : answerFresh(request, pathname)
  const ours = !/^\/(oidc|v\d+)\//.test(pathname) && pathname !== schil.formulierPad
  return request.mode === 'navigate' && ours ? networkFirst(request, '/') : undefined
}

const lasting = (event: Event) => event as Lasting

addEventListener('install', (event) => lasting(event).waitUntil(install()))
addEventListener('activate', (event) =>
  lasting(event).waitUntil(
    removeOld().then(() =>
      (globalThis as unknown as { clients: { claim(): Promise<void> } }).clients.claim(),
    ),
  ),
)
addEventListener('fetch', (event) => {
  const asking = event as Asking
  const answer = choose(asking)
  if (answer) asking.respondWith(answer)
})

// For the compiler this is a module with names of its own; vite.config.ts takes this line out.
export {}

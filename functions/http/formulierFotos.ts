/**
 * Photos of a form without script. The melding goes first and names its photos; then the browser sends each of them
 * straight to the object store, by a form that the store itself understands. So they need not fit through a function,
 * and whatever goes wrong with a photo, the melding is in.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { FotoCode, maxFotoBytes } from '../contract/foto.ts'
import { formulierPad } from '../contract/routes.ts'
import { minutesAfter, uploadMinuten } from '../domain/foto/beeld.ts'
import { claimFotos } from '../domain/foto/claimFotos.ts'
import type { FotoRecord } from '../domain/foto/ports.ts'
import type { Deps } from '../domain/ports.ts'
import { countFotos, type Ingevuld } from './formulierInvoer.ts'
import type { Fotoregel } from './formulierOntvangst.ts'

const teken = '.'

/** Follow from the key of the form, so that sending it twice names the same photos. */
export const listCodes = (ingevuld: Ingevuld, { sign }: Pick<Deps, 'sign'>): string[] =>
  Array.from({ length: countFotos(ingevuld) }, (_, i) =>
    Buffer.from(sign(`foto van formulier\n${i}\n${ingevuld.sleutel}`), 'hex')
      .subarray(0, 16)
      .toString('base64url'),
  )

/**
 * Makes the photos that a melding named, once it is in; again may be asked again.
 * @returns what to do for each of them, or `undefined` when that failed: the melding is in all the same
 */
export async function openFotos(
  codes: readonly string[],
  nummer: string,
  deps: Deps,
): Promise<Fotoregel[] | undefined> {
  const { stores, now } = deps
  try {
    for (const foto of codes) await stores.fotos.add({ foto, staat: 'wacht', op: now().toISOString() })
    await claimFotos({ nummer, fotos: codes }, stores.fotos)
    return await toRegels(codes, deps)
  } catch {
    return undefined
  }
}

async function toRegel(
  record: FotoRecord | undefined,
  codes: readonly string[],
  deps: Deps,
): Promise<Fotoregel> {
  if (!record) return { staat: 'geweigerd', uitleg: 'Deze plek voor een foto is er niet meer.' }
  const { foto, staat, uitleg } = record
  if (staat !== 'wacht') return { staat, ...(uitleg !== undefined && { uitleg }) }
  const terug = `${deps.dienst.webadres}${formulierPad}?fotos=${codes.join(teken)}`
  const tot = minutesAfter(deps.now(), uploadMinuten)
  return { staat, plek: await deps.fotokluis.openUpload(foto, { maxBytes: maxFotoBytes, tot, terug }) }
}

const toRegels = (codes: readonly string[], deps: Deps): Promise<Fotoregel[]> =>
  Promise.all(codes.map(async (foto) => toRegel(await deps.stores.fotos.find(foto), codes, deps)))

/** Cleaning takes a second or two; who comes back from sending a photo waits no longer than this for its outcome. */
const looks = 12
const lookPause = 250

/**
 * Where somebody comes back to after sending a photo. The object store adds the `key` of what it took to the address;
 * one that writes it behind what was there already is understood too.
 */
export async function readFotos(query: URLSearchParams, deps: Deps): Promise<Fotoregel[]> {
  const [asked = ''] = (query.get('fotos') ?? '').split(/[?&]/)
  const codes = asked
    .split(teken)
    .filter((code) => FotoCode.safeParse(code).success)
    .slice(0, 3)
  const sent = codes.find((code) => [...query.values()].some((value) => value.endsWith(`/${code}`)))
  for (let look = 0; sent && look < looks; look++) {
    if ((await deps.stores.fotos.find(sent))?.staat !== 'wacht') break
    await sleep(lookPause)
  }
  const regels = await toRegels(codes, deps)
  return regels.map((regel, i) => (codes[i] === sent && regel.staat === 'wacht' ? { staat: 'bezig' } : regel))
}

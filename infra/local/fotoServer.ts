/**
 * What S3 does on AWS: takes one picture by a signed form, and shows a cleaned one by a signed address. What came in is
 * never shown, to nobody. As there, the first words of a refusal say what to do, and nothing says more than that.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fotoMap } from '../../functions/contract/foto.ts'
import { safeHeaders } from '../../functions/http/apiHeaders.ts'
import { type FotoFolder, fotoPad, isFotoCode } from './fotoFolder.ts'
import { readBody } from './readBody.ts'

/** The other fields of the form, and the lines between them. */
const formMargin = 16 * 1024

export type FotoServer = {
  /** Takes requests whose path is `fotoPad` or below it. */
  listener(request: IncomingMessage, response: ServerResponse): Promise<void>
}

type Settings = {
  folder: FotoFolder
  /** The most that any signed form allows. */
  maxBytes: number
  /** Other addresses of this same server, from where a page may send and show photos, as S3 lets our web. */
  origins: readonly string[]
  /** Called when a picture has come in. */
  onUpload(foto: string): void
}

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, {
    ...safeHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(`${text}\n`)
}

/** @returns undefined when it is no form of files and fields. */
const readForm = async (request: IncomingMessage, body: Buffer): Promise<FormData | undefined> => {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => undefined)
}

/** Back to a page of ours, with the key of what was taken, as S3 adds it. */
function withKey(terug: string, foto: string): string {
  const url = new URL(terug)
  url.searchParams.set('key', `${fotoMap.ruw}${foto}`)
  return url.href
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export function createFotoServer({ folder, maxBytes, origins, onUpload }: Settings): FotoServer {
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, maxBytes + formMargin)
    if (!body) return say(response, 413, 'Deze foto is te groot.')
    const form = await readForm(request, body)
    const file = form?.get('file')
    if (!form || !file || typeof file === 'string')
      return say(response, 400, 'Stuur een formulier met een foto.')
    const recht = folder.readRecht(textOf(form, 'recht'), textOf(form, 'handtekening'))
    if (!recht) return say(response, 403, 'Dit mag niet, of niet meer. Vraag een nieuwe plek aan.')
    if (file.size > recht.maxBytes) return say(response, 413, 'Deze foto is te groot.')
    if (file.size === 0) return say(response, 400, 'Deze foto is leeg.')
    await folder.writeRaw(recht.foto, new Uint8Array(await file.arrayBuffer()))
    onUpload(recht.foto)
    response.writeHead(recht.terug === undefined ? 204 : 303, {
      ...safeHeaders,
      ...(recht.terug !== undefined && { Location: withKey(recht.terug, recht.foto) }),
    })
    response.end()
  }

  async function show(url: URL, head: boolean, response: ServerResponse): Promise<void> {
    const foto = url.pathname.slice(fotoPad.length + 1).replace(/\.jpg$/, '')
    const allowed = isFotoCode(foto) && folder.mayRead(foto, url.searchParams)
    if (!allowed) return say(response, 403, 'Deze foto is hier niet, of niet meer, te zien.')
    const jpeg = await folder.readClean(foto)
    if (!jpeg) return say(response, 404, 'Deze foto is er niet meer.')
    response.writeHead(200, {
      ...safeHeaders,
      'Content-Type': 'image/jpeg',
      'Content-Length': jpeg.length,
      'Content-Disposition': 'inline; filename="foto.jpg"',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      // Who has the signed address may show it; the page may be on the other name of this machine.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'private, no-store',
    })
    response.end(head ? undefined : jpeg)
  }

  return {
    async listener(request, response) {
      const url = new URL(request.url ?? '/', 'http://fotos')
      const { origin } = request.headers
      if (origin !== undefined && origins.includes(origin)) {
        response.setHeader('Access-Control-Allow-Origin', origin)
        // A browser asks first when a page wants to know how far an upload is.
        if (request.method === 'OPTIONS')
          return void response.writeHead(204, { 'Access-Control-Allow-Methods': 'POST' }).end()
      }
      if (url.pathname === fotoPad && request.method === 'POST') return receive(request, response)
      if (request.method === 'GET' || request.method === 'HEAD')
        return show(url, request.method === 'HEAD', response)
      return say(response, 405, 'Dat kan hier niet.')
    },
  }
}

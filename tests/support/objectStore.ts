/** As much of S3 as our functions ask of it, on this machine: objects by their path, put, got and deleted. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const missing = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>gone</Message></Error>'

/** `objects` is what it holds, by `/bucket/key`; its address goes in `AWS_ENDPOINT_URL_S3`. */
export async function startObjectStore(objects = new Map<string, Buffer>()) {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    if (request.method === 'PUT') objects.set(path, Buffer.concat(chunks))
    if (request.method === 'DELETE') objects.delete(path)
    const found = objects.get(path)
    if (request.method !== 'GET') return response.writeHead(request.method === 'PUT' ? 200 : 204).end()
    response.writeHead(found ? 200 : 404, { 'Content-Type': found ? 'image/jpeg' : 'application/xml' })
    return response.end(found ?? missing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    objects,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

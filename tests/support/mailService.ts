/** As much of the API of SES v2 as sending a mail asks, on this machine. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What was asked, as SES gets it: the mail itself is base64. */
type SendRequest = {
  FromEmailAddress: string
  Destination: { ToAddresses: string[] }
  Content: { Raw: { Data: string } }
  ConfigurationSetName: string
}

export async function startMailService() {
  const service = { requests: [] as SendRequest[], away: false, url: '', stop: async () => {} }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const known = request.method === 'POST' && request.url === '/v2/email/outbound-emails'
    if (known && !service.away) service.requests.push(JSON.parse(body))
    response.writeHead(service.away ? 503 : known ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ MessageId: `ses-${service.requests.length}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  service.stop = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return service
}

import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type Pdok, readPdok } from '../../geodata/import/readers/pdok.ts'
import { readGebieden } from '../../geodata/import/readGebieden.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A server on a free port; gives its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const page = (nth: 1 | 2) =>
  JSON.parse(readFileSync(`tests/geodata/fixtures-import/pdokBladzijde${nth}.json`, 'utf8'))
const wijken = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { wijkcode: 'WK037304', wijknaam: 'Wijk 04 Egmond aan Zee' },
      geometry: null,
    },
  ],
}

/** PDOK as it answers for Bergen: two pages of buurten, one of wijken. `requests` collects what was asked. */
async function servePdok(requests: string[] = []): Promise<string> {
  const base = await serve((request, response) => {
    requests.push(request.url!)
    const first = page(1)
    const next = first.links.find(({ rel }: { rel: string }) => rel === 'next')
    next.href = next.href.replace('https://api.pdok.nl', base)
    const body = request.url!.includes('/wijken/')
      ? wijken
      : request.url!.includes('cursor=')
        ? page(2)
        : first
    response.setHeader('content-type', 'application/geo+json').end(JSON.stringify(body))
  })
  return base
}

/** Reads without waiting; `waits` collects how long it would have waited. */
type Read = Partial<Pdok> & { waits?: number[]; lines?: string[] }
const read = (base: string, { waits = [], lines = [], ...more }: Read = {}) =>
  readPdok({
    gemeente: 'GM0373',
    base,
    wait: async (milliseconds) => void waits.push(milliseconds),
    say: (line) => lines.push(line),
    ...more,
  })

describe('PDOK', () => {
  test('is asked for the buurten of the gemeente, page after page, and for the names of the wijken', async () => {
    const requests: string[] = []
    const source = await read(await servePdok(requests))
    const { gebieden, water } = readGebieden(source)
    expect(gebieden.map(({ code }) => code)).toEqual([
      ...['BU03730200', 'BU03730400', 'BU03730401', 'BU03730402', 'BU03730403'],
    ])
    expect(water).toHaveLength(1)
    expect(gebieden[1]!.wijknaam).toBe('Wijk 04 Egmond aan Zee')
    expect(requests[0]).toBe(
      '/wijken-en-buurten-2024/ogc/v1/collections/buurten/items?f=json&gemeentecode=GM0373&limit=100',
    )
    expect(requests[1]).toContain('cursor=')
    expect(requests).toHaveLength(3)
  })

  test('says how far it is', async () => {
    const lines: string[] = []
    await read(await servePdok(), { lines })
    expect(lines).toEqual([
      'PDOK: bladzijde 1, 2 buurten.',
      'PDOK: bladzijde 2, 6 buurten.',
      'PDOK: bladzijde 1, 1 wijken.',
    ])
  })

  test('is asked again after 500 and 429, as long after as it says', async () => {
    const answers = [500, 429, 429, 503]
    const real = await servePdok()
    const waits: number[] = []
    const base = await serve(async (request, response) => {
      const status = answers.shift()
      if (status === undefined) return response.end(await (await fetch(real + request.url)).text())
      // Once in seconds, once as a date, to be read against the clock of the server.
      if (status === 429) response.setHeader('date', 'Sun, 22 Nov 2026 10:00:00 GMT')
      if (status === 429)
        response.setHeader('retry-after', answers.length === 2 ? '7' : 'Sun, 22 Nov 2026 10:00:02 GMT')
      response.writeHead(status).end()
    })
    // The next page is on the first server, so only the first is asked here.
    await expect(read(base, { waits })).rejects.toThrow('verwijst naar een andere server')
    expect(waits).toEqual([1000, 7000, 2000, 8000])
  })

  test('is not waited for longer than a minute', async () => {
    const base = await serve((_, response) => response.setHeader('retry-after', '600').writeHead(429).end())
    await expect(read(base)).rejects.toThrow(
      'bladzijde 1: PDOK antwoordt 429 en vraagt 600 seconden te wachten',
    )
  })

  test('that keeps failing is given up, by name and cause', async () => {
    let asked = 0
    const base = await serve((_, response) => {
      asked++
      response.writeHead(500).end()
    })
    await expect(read(base)).rejects.toThrow(
      `PDOK (${base}/wijken-en-buurten-2024/ogc/v1/collections/buurten/items), bladzijde 1: PDOK antwoordt 500, ook na 5 keer proberen.`,
    )
    expect(asked).toBe(5)
  })

  test('that does not answer in time is given up', async () => {
    const base = await serve(() => {})
    await expect(read(base, { timeout: 50 })).rejects.toThrow(
      'geen volledig antwoord binnen 0,05 seconden, ook na 5 keer',
    )
  })

  test('that stops halfway an answer is given up', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"type":')
      response.socket?.destroy()
    })
    await expect(read(base)).rejects.toThrow('geen verbinding met PDOK, ook na 5 keer proberen.')
  })

  test('that does not know the year is asked once', async () => {
    let asked = 0
    const base = await serve((_, response) => {
      asked++
      response.writeHead(404).end()
    })
    await expect(read(base, { jaar: 1999 })).rejects.toThrow(
      'PDOK antwoordt 404. Bestaat dit jaar, en klopt het adres?',
    )
    expect(asked).toBe(1)
  })

  test('without names of wijken gives the buurten all the same', async () => {
    const lines: string[] = []
    const base = await serve((request, response) => {
      if (request.url!.includes('/wijken/')) return response.writeHead(404).end()
      response.end(JSON.stringify(page(2)))
    })
    const source = await read(base, { lines })
    expect(source.features).toHaveLength(4)
    expect(lines.at(-1)).toContain('De namen van de wijken ontbreken.')
  })

  const links = (href: string) => ({ ...page(2), links: [{ rel: 'next', href }] })
  test.each([
    ['an error page', '<html>storing</html>', 'bladzijde 1 is een webpagina of XML, geen GeoJSON.'],
    ['half a page', '{"type":"FeatureCollection","features":[', 'bladzijde 1 houdt midden in op'],
    [
      'fewer areas than it says',
      JSON.stringify({ ...page(2), numberReturned: 9 }),
      'belooft 9 gebieden en geeft er 4.',
    ],
    ['a page that is its own next', JSON.stringify(links('?cursor=A')), 'verwijst terug naar'],
    [
      'a next page elsewhere',
      JSON.stringify(links('https://elders.example/x')),
      'verwijst naar een andere server: https://elders.example.',
    ],
    ['a page of 2 MB where 1 is the most', 'x'.repeat(2 * 1024 ** 2), 'bladzijde 1 is groter dan 1 MB'],
  ])('that gives %s is refused', async (_, body, words) => {
    const base = await serve((_request, response) => response.end(body))
    await expect(read(base, { max: { bytes: 1024 ** 2 } })).rejects.toThrow(words)
  })
})

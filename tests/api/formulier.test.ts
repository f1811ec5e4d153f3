/** The form without JavaScript, page by page, as a browser would send it. */
import { describe, expect, it } from 'vitest'
import { formulierPad } from '../../functions/contract/routes.ts'
import type { Deps } from '../../functions/domain/ports.ts'
import { createFormulier } from '../../functions/http/formulier.ts'
import { html } from '../../functions/http/html.ts'
import { bergen, memoryDeps, toEvent } from '../support/apiCaller.ts'
import { memoryStores } from '../support/apiStores.ts'

const ingevuld = {
  sleutel: 'formulier-1',
  categorie: 'straatverlichting',
  omschrijving: 'De lamp is stuk.\r\nAl een week.',
  kern: 'schoorl',
  plek: 'Dorpsweg 12',
}
type Fields = Record<string, string>

/** What a browser sends of the first form in a page: what stands in its fields, without the buttons. */
function readFields(page: string): Fields {
  const decode = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const form = /<form[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const fields: Fields = {}
  for (const [, attributes = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
    if (of('type') === 'radio' && !/ checked/.test(attributes)) continue
    fields[of('name') ?? ''] = decode(of('value') ?? '').replaceAll('\n', '\r\n')
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select id="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] = decode(/value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea id="([^"]*)"[^>]*>\n([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = decode(text).replaceAll('\n', '\r\n')
  return fields
}

function startFormulier(overrides: Partial<Deps> = {}) {
  let now = Date.parse('2026-11-24T09:00:00Z')
  const memory = memoryStores()
  const lines: string[] = []
  const deps = memoryDeps({ stores: memory.stores, now: () => new Date(now), ...overrides })
  const handler = createFormulier(deps, { log: (line) => lines.push(line), clock: () => 0 })
  const call = (
    method: string,
    form?: Fields,
    { type = 'application/x-www-form-urlencoded', query = '', adres = '192.0.2.1' } = {},
  ) => {
    const event = toEvent(method, formulierPad + query, {
      ...(form && { body: new URLSearchParams(form).toString(), headers: { 'Content-Type': type } }),
    })
    event.requestContext.http.sourceIp = adres
    return handler(event, {} as never)
  }
  const passes = (seconds: number) => {
    now += seconds * 1000
  }
  const open = async () => readFields((await call('GET')).body)
  /** Fills in the first page a minute after it was opened, and gives the page that follows. */
  const check = async (fields: Fields = {}) => {
    const opened = await open()
    passes(60)
    return call('POST', { ...opened, ...ingevuld, ...fields, stap: 'controle' })
  }
  /** Both pages. */
  const send = async (fields: Fields = {}, onSecond: Fields = {}) => {
    const page = await check(fields)
    return call('POST', { ...readFields(page.body), ...onSecond, stap: 'versturen' })
  }
  const melding = () => [...memory.meldingen.values()][0]
  return { memory, lines, deps, call, passes, open, check, send, melding }
}

describe('the first page of the form', () => {
  it('is Dutch, has a label for each field and no script', async () => {
    const { statusCode, headers, body } = await startFormulier().call('GET')
    expect(statusCode).toBe(200)
    expect(headers['Content-Type']).toBe('text/html; charset=utf-8')
    expect(headers['Content-Security-Policy']).toMatch(/default-src 'none'.*form-action 'self'/)
    expect(headers['Content-Security-Policy']).not.toContain('unsafe')
    expect(body).toContain('<html lang="nl">')
    expect(body).not.toMatch(/<script|\son\w+=/i)
    for (const [, id] of body.matchAll(/<(?:input|select|textarea) id="(\w+)"/g))
      expect(body).toContain(`<label for="${id}">`)
  })

  it('leads to the site and its privacy page, with an example place of the own gemeente', async () => {
    const { body } = await startFormulier().call('GET')
    expect(body).toContain('<a href="https://kernpunt.test/">')
    expect(body).toContain('<a href="https://kernpunt.test/privacy">')
    const [lat, lon] = /bijvoorbeeld ([\d.]+), ([\d.]+)\. Of RD/.exec(body)!.slice(1).map(Number)
    expect(bergen.findKern(lon!, lat!)).toMatchObject({ soort: 'binnen' })
    expect(body).not.toContain('voorbeeldgegevens')
  })

  it('says so when the gemeente only tries it with example data', async () => {
    const { dienst } = memoryDeps()
    const { call } = startFormulier({ dienst: { ...dienst, voorbeeldgegevens: true } })
    expect((await call('GET')).body).toContain('met voorbeeldgegevens')
  })

  it('gives each visitor another key', async () => {
    const { open } = startFormulier()
    const keys = [(await open()).sleutel, (await open()).sleutel]
    expect(keys[0]).toMatch(/^formulier-[\w-]{20,}$/)
    expect(keys[0]).not.toBe(keys[1])
  })

  it('lists every error with a link to its field, and keeps what was typed', async () => {
    const { call, memory } = startFormulier()
    const { statusCode, body } = await call('POST', {
      sleutel: 'formulier-1',
      naam: 'Jan',
      email: 'geen',
      telefoon: 'x',
      plek: 'Bij de brug',
      aantalFotos: '2',
    })
    expect(statusCode).toBe(400)
    expect(body).toContain('<title>Fout: ')
    for (const id of ['categorie', 'omschrijving', 'kern', 'email', 'telefoon']) {
      expect(body).toContain(`<a href="#${id}">`)
      expect(body).toMatch(
        new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-fout"[^>]*aria-invalid="true"`),
      )
    }
    expect(readFields(body)).toMatchObject({
      plek: 'Bij de brug',
      naam: 'Jan',
      sleutel: 'formulier-1',
      aantalFotos: '2',
    })
    expect(memory.meldingen.size).toBe(0)
  })

  it.each([
    ['Dorpsweg 12', 'Dit zijn geen coördinaten in Nederland.'],
    ['50.85, 4.35', 'buiten Bergen (NH.).'],
  ])('says what is wrong with the coordinates “%s”', async (coordinaten, detail) => {
    const { statusCode, body } = await startFormulier().check({ coordinaten })
    expect(statusCode).toBe(400)
    expect(body).toContain(detail)
    expect(body).toContain('<a href="#coordinaten">')
  })
})

describe('the page to check it', () => {
  it('shows what will be sent and by when, and sends nothing yet', async () => {
    const { check, memory } = startFormulier()
    const { statusCode, body } = await check({ email: 'jan@voorbeeld.nl' })
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>Controleer uw melding</h1>')
    for (const shown of ['Straatverlichting', 'Al een week.', 'Dorpsweg 12, Schoorl', 'jan@voorbeeld.nl'])
      expect(body).toContain(shown)
    expect(body).toContain('uiterlijk <strong>dinsdag 1 december 2026</strong>')
    expect(memory.meldingen.size).toBe(0)
  })

  it('leads back to the first page with everything in it', async () => {
    const { check, call } = startFormulier()
    const page = await check({ naam: 'Jan', aantalFotos: '1' })
    const back = await call('POST', { ...readFields(page.body), stap: 'terug' })
    expect(back.body).toContain('<h1>Doe een melding</h1>')
    expect(readFields(back.body)).toMatchObject({ ...ingevuld, naam: 'Jan', aantalFotos: '1' })
  })

  it('says which words look personal, and sends them when that is wanted', async () => {
    const { send, check, melding } = startFormulier()
    const fields = { omschrijving: 'Bel mij: 06-12345678.' }
    expect((await check(fields)).body).toContain('<strong>06-12345678</strong>')
    expect((await check()).body).not.toContain('In uw tekst staat')
    await send(fields)
    expect(melding()?.omschrijving).toContain('06-12345678')
  })

  it('asks the questions of this kind of melding, and wants those that are needed', async () => {
    const { check, send, melding, memory } = startFormulier()
    const fields = { categorie: 'dieren' }
    const asked = (await check(fields)).body
    expect(asked).toContain('<h2>Nog een paar vragen</h2>')
    expect(asked).toContain('<label for="antwoord.leeft">Leeft het dier nog?</label>')
    expect(asked).toContain('Welk dier is het? (niet verplicht)')
    const refused = await send(fields)
    expect(refused.statusCode).toBe(400)
    expect(refused.body).toContain('<a href="#antwoord.leeft">')
    expect(refused.body).toContain('<h1>Controleer uw melding</h1>')
    expect(memory.meldingen.size).toBe(0)
    await send(fields, { 'antwoord.leeft': 'Ja', 'antwoord.soort-dier': ' Zeehond ' })
    expect(melding()?.antwoorden).toEqual({ leeft: 'Ja', 'soort-dier': 'Zeehond' })
  })

  it('keeps answers for who goes back, and sends none of another kind', async () => {
    const { check, call, melding } = startFormulier()
    const page = await check({ categorie: 'dieren' })
    const answered = { ...readFields(page.body), 'antwoord.leeft': 'Nee' }
    const back = readFields((await call('POST', { ...answered, stap: 'terug' })).body)
    const again = await call('POST', { ...back, stap: 'controle' })
    expect(readFields(again.body)['antwoord.leeft']).toBe('Nee')
    const other = await call('POST', { ...back, categorie: 'straatverlichting', stap: 'controle' })
    await call('POST', { ...readFields(other.body), 'antwoord.leeft': 'Nee', stap: 'versturen' })
    expect(melding()).toMatchObject({ categorie: 'straatverlichting' })
    expect(melding()).not.toHaveProperty('antwoorden')
  })

  it('stops with a phone number where there is danger, and asks before it sends', async () => {
    const { check, send, call, memory, melding } = startFormulier()
    const fields = { categorie: 'duinbrand' }
    expect((await check(fields)).body).toContain('<legend>Ziet u nu vuur of rook?</legend>')
    const unanswered = await send(fields)
    expect([unanswered.statusCode, unanswered.body.includes('<a href="#gevaar">')]).toEqual([400, true])
    const stopped = await send(fields, { gevaar: 'ja' })
    expect(stopped.body).toContain('<h1>Bel nu</h1>')
    expect(stopped.body).toContain('<a href="tel:112">112</a>')
    expect(stopped.body).not.toContain('value="versturen"')
    expect(memory.meldingen.size).toBe(0)
    const back = await call('POST', { ...readFields(stopped.body), stap: 'controle' })
    expect(readFields(back.body)).toMatchObject({ categorie: 'duinbrand', plek: 'Dorpsweg 12' })
    expect(readFields(back.body)).not.toHaveProperty('gevaar')
    await send(fields, { gevaar: 'nee' })
    expect(melding()?.categorie).toBe('duinbrand')
  })
})

describe('what is near', () => {
  const here = { kern: '', plek: '', coordinaten: '52.67, 4.70' }

  it('is shown with its state, distance and date, and can be followed instead', async () => {
    const { send, check, call, memory, melding } = startFormulier()
    await send(here)
    const { nummer = '' } = melding() ?? {}
    const page = await check({ ...here, sleutel: 'formulier-2', email: 'els@voorbeeld.nl' })
    expect(page.body).toContain('<h2>Is dit al gemeld?</h2>')
    expect(page.body).toMatch(/Straatverlichting, \d+ meter verder\. Nu: ontvangen\./)
    expect(page.body).toContain(`name="volg" value="${nummer}"`)
    const followed = await call('POST', { ...readFields(page.body), volg: nummer })
    expect(followed.body).toContain(`<h1>U volgt ${nummer}</h1>`)
    expect(followed.body).toContain('Wij mailen ook naar els@voorbeeld.nl')
    const again = await call('POST', { ...readFields(page.body), volg: nummer })
    expect(again.body).toBe(followed.body)
    expect(await memory.stores.meldingen.listVolgers(nummer)).toMatchObject([{ email: 'els@voorbeeld.nl' }])
    expect(memory.meldingen.size).toBe(1)
  })

  it('is not looked for when only a kern is known', async () => {
    const { send, check } = startFormulier()
    await send()
    expect((await check({ sleutel: 'formulier-2' })).body).not.toContain('Is dit al gemeld?')
  })

  it('keeps what was typed when it cannot be followed', async () => {
    const { check, call } = startFormulier()
    const page = await check(here)
    const { statusCode, body } = await call('POST', { ...readFields(page.body), volg: 'M-0000-0000' })
    expect(statusCode).toBe(404)
    expect(body).toContain('Er is geen melding met nummer M-0000-0000.')
    expect(readFields(body).coordinaten).toBe('52.67, 4.70')
  })

  it('is not asked of the table by what is no number', async () => {
    const { check, call, memory } = startFormulier()
    const page = await check(here)
    memory.stores.meldingen.find = () => Promise.reject(new Error('A key of more than 2048 bytes.'))
    const { statusCode, body } = await call('POST', { ...readFields(page.body), volg: 'M'.repeat(3000) })
    expect(statusCode).toBe(200)
    expect(body).toContain('<h1>Controleer uw melding</h1>')
  })
})

describe('sending the form', () => {
  it('makes a melding at the name of the kern, with the words about the place in the text', async () => {
    const { send, memory, melding } = startFormulier()
    const { statusCode, body } = await send({ email: ' jan@voorbeeld.nl ' })
    expect(statusCode).toBe(200)
    expect(melding()).toMatchObject({
      kern: 'schoorl',
      omschrijving: 'De lamp is stuk.\nAl een week.\n\nPlek: Dorpsweg 12',
    })
    expect([...memory.contacten.values()]).toEqual([{ email: 'jan@voorbeeld.nl' }])
    expect(body).toContain(melding()?.nummer)
    expect(body).toContain('Schoorl')
    expect(body).toContain('uiterlijk dinsdag 1 december 2026')
    expect(body).toContain(`href="https://kernpunt.test/volg#${melding()?.nummer}.${melding()?.volgcode}"`)
  })

  it.each([
    ['52.67, 4.70', 'bergen-binnen-west'],
    ['108516 520504', 'bergen-binnen-west'],
  ])('takes the coordinates %s', async (coordinaten, kern) => {
    const { send, melding } = startFormulier()
    await send({ kern: '', plek: '', coordinaten })
    expect(melding()).toMatchObject({ kern, omschrijving: 'De lamp is stuk.\nAl een week.' })
  })

  it('twice makes one melding and shows the same receipt', async () => {
    const { check, call, memory } = startFormulier()
    const fields = { ...readFields((await check()).body), stap: 'versturen' }
    const [first, second] = [await call('POST', fields), await call('POST', fields)]
    expect(second.body).toBe(first.body)
    expect(memory.meldingen.size).toBe(1)
    const other = await call('POST', { ...fields, omschrijving: 'Iets anders.' })
    expect(other.statusCode).toBe(409)
    expect(other.body).toContain('U hebt dit formulier al verstuurd')
  })

  it('keeps the meldingen of two visitors apart whose key was lost', async () => {
    const { send, memory } = startFormulier()
    await send({ sleutel: '' })
    await send({ sleutel: '', omschrijving: 'Er ligt afval.' })
    expect(memory.meldingen.size).toBe(2)
  })

  it('shows hostile text as text, on every page', async () => {
    const { call, check, send } = startFormulier()
    const evil = `"><script>alert('x')</script></textarea><img src=x onerror=alert(1)>&amp;`
    const all = ['sleutel', 'geopend', 'categorie', 'omschrijving', 'coordinaten', 'kern', 'plek']
    const names = [
      ...all,
      'naam',
      'email',
      'telefoon',
      'aantalFotos',
      'gevaar',
      'website',
      'stap',
      'antwoord.x',
    ]
    const first = await call('POST', Object.fromEntries(names.map((name) => [name, evil])))
    const hostile = { omschrijving: evil, plek: evil, naam: evil, [`antwoord.${evil.slice(0, 30)}`]: evil }
    const pages = [first, await check(hostile), await send(hostile)]
    for (const { body } of pages) expect(body).not.toMatch(/<script|<img|<\/textarea>.*<\/textarea>/i)
    for (const { body } of pages.slice(0, 2)) {
      expect(body).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;')
      expect(body).toContain('&amp;amp;')
    }
  })

  it('is refused as JSON, with too much text or by another method, as a page', async () => {
    const { call, lines } = startFormulier()
    expect((await call('POST', ingevuld, { type: 'application/json' })).statusCode).toBe(415)
    expect((await call('POST', { ...ingevuld, omschrijving: 'a'.repeat(100_000) })).statusCode).toBe(413)
    const put = await call('PUT')
    expect([put.statusCode, put.headers.Allow]).toEqual([405, 'GET, HEAD, POST'])
    expect(put.body).toContain('<html lang="nl">')
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([415, 413, 405])
  })

  it('says that something is wrong with us, without what or the words that were typed', async () => {
    const { send, memory, lines } = startFormulier()
    memory.stores.meldingen.add = async () => {
      throw new Error('table is gone')
    }
    const { statusCode, body } = await send()
    expect(statusCode).toBe(500)
    expect(body).toContain('Dit ligt niet aan u.')
    expect(`${body}${lines.join()}`).not.toContain('table is gone')
  })
})

describe('the form and who sends too much', () => {
  it('has a field that nobody sees, and says so when something stands in it', async () => {
    const { call, check, memory } = startFormulier()
    expect((await call('GET')).body).toMatch(
      /class="lokveld" aria-hidden="true">.*name="website" tabindex="-1"/,
    )
    const { statusCode, body } = await check({ website: 'http://spam.test' })
    expect(statusCode).toBe(400)
    expect(body).toContain('Er is een veld ingevuld dat leeg moet blijven.')
    expect(readFields(body)).toMatchObject({ website: '', plek: 'Dorpsweg 12' })
    expect(memory.meldingen.size).toBe(0)
  })

  it('takes at least three seconds, by a time that nobody can make up, and can then be sent again', async () => {
    const { open, call, passes, memory } = startFormulier()
    const opened = await open()
    const fields = { ...opened, ...ingevuld, stap: 'versturen' }
    passes(2)
    const fast = await call('POST', fields)
    expect([fast.statusCode, fast.body.includes('Dat ging wel heel snel.')]).toEqual([400, true])
    for (const geopend of ['1000', '1000.abc', '', opened.geopend!.replace(/^\d/, '0')])
      expect((await call('POST', { ...fields, geopend })).statusCode, geopend).toBe(400)
    expect(memory.meldingen.size).toBe(0)
    passes(2)
    const again = await call('POST', { ...readFields(fast.body), stap: 'versturen' })
    expect(again.statusCode).toBe(200)
    expect(memory.meldingen.size).toBe(1)
  })

  it('opens anew when it lost its time, so that sending it once more does help', async () => {
    const { call, passes } = startFormulier()
    const lost = await call('POST', { ...ingevuld, geopend: 'weg', stap: 'versturen' })
    expect(lost.statusCode).toBe(400)
    passes(5)
    expect((await call('POST', { ...readFields(lost.body), stap: 'versturen' })).statusCode).toBe(200)
  })

  it('says above the budget when it can be sent again and whom to call, and keeps what was typed', async () => {
    const gemeente = { ...bergen, meldbudget: { perAdresPerUur: 1, perToestelPerUur: 1 } }
    const { send, call, passes, memory } = startFormulier({ gemeente })
    await send()
    const { statusCode, headers, body } = await send({ sleutel: 'formulier-2' })
    expect([statusCode, headers['Retry-After']]).toEqual([429, String(58 * 60)])
    expect(body).toContain('Probeer het over 58 minuten opnieuw.')
    expect(body).toContain('Gemeente: 072 888 00 00.')
    expect(readFields(body)).toMatchObject({ ...ingevuld, sleutel: 'formulier-2' })
    passes(3600)
    expect((await call('POST', { ...readFields(body), stap: 'versturen' })).statusCode).toBe(200)
    expect(memory.meldingen.size).toBe(2)
  })
})

describe('photos of the form', () => {
  it('go after the melding, each by a form of its own to the object store', async () => {
    const { send, melding, memory } = startFormulier()
    const { headers, body } = await send({ aantalFotos: '2' })
    const { fotos = [], nummer } = melding() ?? {}
    expect(fotos).toHaveLength(2)
    expect(body).toContain('<h1>Uw melding is binnen</h1>')
    expect(
      body.match(
        /<form method="post" enctype="multipart\/form-data" action="https:\/\/fotos\.kernpunt\.test\/">/g,
      ),
    ).toHaveLength(2)
    expect(body).toContain(`name="key" value="${fotos[0]}"`)
    expect(body).toContain('name="limiet" value="20971520"')
    expect(body).toContain(`value="https://kernpunt.test${formulierPad}?fotos=${fotos.join('.')}"`)
    expect(headers['Content-Security-Policy']).toContain("form-action 'self' https://fotos.kernpunt.test;")
    expect((await memory.stores.fotos.find(fotos[1]!))?.nummer).toBe(nummer)
  })

  it('are the same when the form is sent again, and none when none were wanted', async () => {
    const { check, call, melding, send } = startFormulier()
    const fields = { ...readFields((await check({ aantalFotos: '3' })).body), stap: 'versturen' }
    const [first, second] = [await call('POST', fields), await call('POST', fields)]
    expect(second.body).toBe(first.body)
    expect(new Set(melding()?.fotos).size).toBe(3)
    expect((await send({ sleutel: 'formulier-2' })).body).not.toContain('type="file"')
    expect((await send({ sleutel: 'formulier-3', aantalFotos: '99' })).body).not.toContain('type="file"')
  })

  it('never lose the melding when there is no place for them', async () => {
    const { send, memory, melding } = startFormulier()
    memory.stores.fotos.add = async () => {
      throw new Error('table is gone')
    }
    const { statusCode, body } = await send({ aantalFotos: '1' })
    expect([statusCode, body.includes('Foto’s meesturen lukt nu niet.')]).toEqual([200, true])
    expect(body).toContain(melding()?.nummer)
  })

  it('have a page that says of each what became of it, and where another can go', async () => {
    const { send, call, melding, memory } = startFormulier()
    await send({ aantalFotos: '3' })
    const codes = melding()?.fotos ?? []
    await memory.stores.fotos.settle(codes[0]!, { staat: 'schoon', breedte: 4, hoogte: 3 })
    await memory.stores.fotos.settle(codes[1]!, { staat: 'geweigerd', uitleg: 'Dit is een GIF.' })
    const query = `?fotos=${codes.join('.')}&bucket=fotos&key=ruw%2F${codes[0]}`
    const { statusCode, body } = await call('GET', undefined, { query })
    expect(statusCode).toBe(200)
    expect(body).toContain('Foto 1: is goed binnen.')
    expect(body).toContain('Foto 2: kon niet mee. Uw melding blijft gewoon staan. Dit is een GIF.')
    expect(body).toContain('Stuur foto 3')
    expect(body.match(/type="file"/g)).toHaveLength(1)
    expect(body).not.toContain(melding()?.nummer)
    expect(body).not.toContain('De lamp is stuk')
  })

  it('that just came in are waited for, and understood when the store writes its key behind a question mark', async () => {
    const { send, call, melding, memory } = startFormulier()
    await send({ aantalFotos: '1' })
    const [code = ''] = melding()?.fotos ?? []
    setTimeout(() => memory.stores.fotos.settle(code, { staat: 'schoon', breedte: 4, hoogte: 3 }), 100)
    const query = `?fotos=${code}%3Fbucket=fotos&key=ruw/${code}`
    expect((await call('GET', undefined, { query })).body).toContain('Foto 1: is goed binnen.')
  })

  it('are not told of to who makes up a code', async () => {
    const { call } = startFormulier()
    expect((await call('GET', undefined, { query: '?fotos=x.y' })).body).toContain('<h1>Doe een melding</h1>')
    const unknown = await call('GET', undefined, { query: `?fotos=${'A'.repeat(22)}` })
    expect(unknown.body).toContain('Deze plek voor een foto is er niet meer.')
  })
})

describe('the template', () => {
  it('escapes what is filled in, once, and leaves out what is not there', () => {
    const name = `<a href="x">'&`
    expect(html`<p title="${name}">${name}${undefined}${false}${[html`<b>${1}</b>`, ' & ']}</p>`.html).toBe(
      '<p title="&lt;a href=&quot;x&quot;&gt;&#39;&amp;">&lt;a href=&quot;x&quot;&gt;&#39;&amp;<b>1</b> &amp; </p>',
    )
  })
})

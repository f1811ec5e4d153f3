import { describe, expect, it } from 'vitest'
import { formulierPad } from '../../functions/contract/routes.ts'
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

function startFormulier() {
  const memory = memoryStores()
  const lines: string[] = []
  const handler = createFormulier(memoryDeps({ stores: memory.stores }), {
    log: (line) => lines.push(line),
    clock: () => 0,
  })
  const call = (method: string, form?: Record<string, string>, type = 'application/x-www-form-urlencoded') =>
    handler(
      toEvent(method, formulierPad, {
        ...(form && { body: new URLSearchParams(form).toString(), headers: { 'Content-Type': type } }),
      }),
      {} as never,
    )
  return { memory, lines, call }
}

describe('the form without JavaScript', () => {
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
    const deps = memoryDeps()
    const proef = { ...deps, dienst: { ...deps.dienst, voorbeeldgegevens: true } }
    const { body } = await createFormulier(proef, { log: () => {}, clock: () => 0 })(
      toEvent('GET', formulierPad),
      {} as never,
    )
    expect(body).toContain('met voorbeeldgegevens')
  })

  it('gives each visitor another key', async () => {
    const { call } = startFormulier()
    const keys = await Promise.all(
      [1, 2].map(async () => /name="sleutel" value="([\w-]{20,})"/.exec((await call('GET')).body)?.[1]),
    )
    expect(keys[0]).toBeDefined()
    expect(keys[0]).not.toBe(keys[1])
  })

  it('keeps the meldingen of two visitors apart whose key was lost', async () => {
    const { call, memory } = startFormulier()
    await call('POST', { ...ingevuld, sleutel: '' })
    const second = await call('POST', { ...ingevuld, sleutel: '', omschrijving: 'Er ligt afval.' })
    expect(second.statusCode).toBe(200)
    expect(memory.meldingen.size).toBe(2)
  })

  it('makes a melding at the name of the kern, with the words about the place in the text', async () => {
    const { call, memory } = startFormulier()
    const { statusCode, body } = await call('POST', { ...ingevuld, email: ' jan@voorbeeld.nl ' })
    expect(statusCode).toBe(200)
    const [melding] = [...memory.meldingen.values()]
    expect(melding).toMatchObject({
      kern: 'schoorl',
      omschrijving: 'De lamp is stuk.\nAl een week.\n\nPlek: Dorpsweg 12',
    })
    expect([...memory.contacten.values()]).toEqual([{ email: 'jan@voorbeeld.nl' }])
    expect(body).toContain(melding?.nummer)
    expect(body).toContain('Schoorl')
    expect(body).toContain(`href="https://kernpunt.test/volg#${melding?.nummer}.${melding?.volgcode}"`)
  })

  it.each([
    ['52.67, 4.70', 'bergen-binnen-west'],
    ['108516 520504', 'bergen-binnen-west'],
  ])('takes the coordinates %s', async (coordinaten, kern) => {
    const { call, memory } = startFormulier()
    await call('POST', { ...ingevuld, kern: '', plek: '', coordinaten })
    expect([...memory.meldingen.values()]).toMatchObject([
      { kern, omschrijving: 'De lamp is stuk.\nAl een week.' },
    ])
  })

  it('sent twice makes one melding and shows the same receipt', async () => {
    const { call, memory } = startFormulier()
    const [first, second] = [await call('POST', ingevuld), await call('POST', ingevuld)]
    expect(second.body).toBe(first.body)
    expect(memory.meldingen.size).toBe(1)
    const other = await call('POST', { ...ingevuld, omschrijving: 'Iets anders.' })
    expect(other.statusCode).toBe(409)
    expect(other.body).toContain('U hebt dit formulier al verstuurd')
  })

  it('lists every error with a link to its field, and keeps what was typed', async () => {
    const { call, memory } = startFormulier()
    const { statusCode, body } = await call('POST', {
      sleutel: 'formulier-1',
      naam: 'Jan',
      email: 'geen',
      telefoon: 'x',
      plek: 'Bij de brug',
    })
    expect(statusCode).toBe(400)
    expect(body).toContain('<title>Fout: ')
    for (const id of ['categorie', 'omschrijving', 'kern', 'email', 'telefoon']) {
      expect(body).toContain(`<a href="#${id}">`)
      expect(body).toMatch(
        new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-fout"[^>]*aria-invalid="true"`),
      )
    }
    expect(body).toContain('value="Bij de brug"')
    expect(body).toContain('value="Jan"')
    expect(body).toContain('value="formulier-1"')
    expect(memory.meldingen.size).toBe(0)
  })

  it.each([
    ['Dorpsweg 12', 'Dit zijn geen coördinaten in Nederland.'],
    ['50.85, 4.35', 'buiten Bergen (NH.).'],
  ])('says what is wrong with the coordinates “%s”', async (coordinaten, detail) => {
    const { statusCode, body } = await startFormulier().call('POST', { ...ingevuld, coordinaten })
    expect(statusCode).toBe(400)
    expect(body).toContain(detail)
    expect(body).toContain('<a href="#coordinaten">')
  })

  it('shows hostile text as text', async () => {
    const { call } = startFormulier()
    const evil = `"><script>alert('x')</script></textarea><img src=x onerror=alert(1)>&amp;`
    const fields = [
      'sleutel',
      'categorie',
      'omschrijving',
      'coordinaten',
      'kern',
      'plek',
      'naam',
      'email',
      'telefoon',
    ]
    const { body } = await call('POST', Object.fromEntries(fields.map((field) => [field, evil])))
    expect(body).not.toMatch(/<script|<img|<\/textarea>.*<\/textarea>/i)
    expect(body).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;')
    expect(body).toContain('&amp;amp;')
  })

  it('refuses JSON, too much text and other methods, as a page', async () => {
    const { call, lines } = startFormulier()
    expect((await call('POST', ingevuld, 'application/json')).statusCode).toBe(415)
    expect((await call('POST', { ...ingevuld, omschrijving: 'a'.repeat(100_000) })).statusCode).toBe(413)
    const put = await call('PUT')
    expect([put.statusCode, put.headers.Allow]).toEqual([405, 'GET, HEAD, POST'])
    expect(put.body).toContain('<html lang="nl">')
    expect(lines.map((line) => JSON.parse(line).status)).toEqual([415, 413, 405])
  })

  it('says that something is wrong with us, without what or the words that were typed', async () => {
    const { call, memory, lines } = startFormulier()
    memory.stores.meldingen.add = async () => {
      throw new Error('table is gone')
    }
    const { statusCode, body } = await call('POST', ingevuld)
    expect(statusCode).toBe(500)
    expect(body).toContain('Dit ligt niet aan u.')
    expect(`${body}${lines.join()}`).not.toContain('table is gone')
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

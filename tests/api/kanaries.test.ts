/**
 * A hundred planted canaries: words that stand wherever somebody can write something personal, and that may be seen in
 * no log, no public answer and no answer to who may not see them. The form, the mail and the stream have tests of
 * their own; here is everything that the route table can say.
 */
import { describe, expect, test } from 'vitest'
import type { Route } from '../../functions/contract/route.ts'
import { fillPath } from '../../functions/contract/route.ts'
import { routes } from '../../functions/contract/routes.ts'
import { bergen, type Caller, eenMelding, type Received, startApi } from '../support/apiCaller.ts'

const perMelding = 10
const meldingen = 10

/** Ten canaries for melding `n`, each unlike every other, and readable in whatever way a text is cut or encoded. */
const canariesOf = (n: number): string[] => Array.from({ length: perMelding }, (_, i) => `kanarie${n}x${i}q`)

const staff = { rollen: ['coordinator' as const], sub: 'noor' }
/** A categorie that is public, and one that is not; half of the meldingen each. */
const codes = [true, false].map(
  (openbaar) => bergen.categorieen.find((each) => each.openbaar === openbaar)!.code,
)

/** One melding with its ten canaries planted over its whole life; gives its number and the secret of its link. */
async function plant(call: Caller, n: number): Promise<{ nummer: string; volgcode: string; versie: number }> {
  const [tekst, naam, email, telefoon, notitie, bericht, vraag, antwoord, taak, correctie] = canariesOf(n)
  const made = await call('POST', '/v1/meldingen', {
    body: eenMelding({
      categorie: codes[n % 2],
      omschrijving: `Het ging mis bij ${tekst}, ${telefoon}.`,
      contact: { naam, email: `${email}@voorbeeld.nl`, telefoon: `06123456${String(n).padStart(2, '0')}` },
    }),
  })
  expect(made.status, made.text).toBe(201)
  const { nummer, volglink } = made.body
  const volgcode = volglink.split('.').at(-1)
  let versie = 1
  const change = async (wijziging: object) => {
    const { status, text, body } = await call('POST', `/v1/behandelingen/${nummer}/wijzigingen`, {
      ...staff,
      body: { versie, wijziging },
    })
    expect(status, text).toBe(201)
    versie = body.versie
  }
  const react = async (body: object) => {
    const reply = await call('POST', `/v1/meldingen/${nummer}/reacties`, { body, headers: { volgcode } })
    expect(reply.status, reply.text).toBe(201)
    versie++
  }
  await change({ soort: 'notitie', tekst: notitie })
  await change({ soort: 'bericht', tekst: bericht })
  await change({ soort: 'vraag', tekst: vraag })
  await react({ soort: 'antwoord', tekst: antwoord })
  await change({ soort: 'taak', omschrijving: taak, team: bergen.teams[0]!.naam })
  await react({ soort: 'correctie', omschrijving: `Nu beter: ${correctie}` })
  return { nummer, volgcode, versie }
}

const plantAll = async (call: Caller) => {
  const planted = []
  for (let n = 0; n < meldingen; n++) planted.push(await plant(call, n))
  return planted
}

const seen = (text: string): string[] => text.match(/kanarie\d+x\d+q/g) ?? []

/** Every GET of the table, filled in for each number, and with queries that a curious person tries. */
const listGets = (nummers: readonly string[], which: (route: Route) => boolean): string[] =>
  Object.values<Route>(routes)
    .filter((route) => route.method === 'GET' && which(route))
    .flatMap(({ path }) =>
      nummers.map((nummer) =>
        fillPath(path, { nummer, kerncode: 'schoorl', versie: 1, jaar: 2026, foto: 'a'.repeat(22) }),
      ),
    )
    .flatMap((path) => [path, `${path}?tekst=kanarie`, `${path}?limiet=500`])

const askAll = async (
  call: Caller,
  paths: readonly string[],
  sent: Parameters<Caller>[2] = {},
): Promise<Received[]> => Promise.all([...new Set(paths)].map((path) => call('GET', path, sent)))

describe('of a hundred canaries', () => {
  test('none is in a log or in any public answer', async () => {
    const { call, lines } = startApi()
    const planted = await plantAll(call)
    const nummers = planted.map(({ nummer }) => nummer)
    const answers = await askAll(
      call,
      listGets(nummers, ({ roles }) => roles === undefined),
    )
    answers.push(
      ...(await Promise.all(
        nummers.flatMap((nummer) => [
          call('POST', '/v1/meldingen/_nabij', {
            body: {
              categorie: codes[0],
              geometrie: eenMelding().geometrie,
              omschrijving: 'Het ging mis bij',
            },
          }),
          call('POST', `/v1/meldingen/${nummer}/volgers`, { body: {} }),
        ]),
      )),
    )
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
    expect(seen(answers.map(({ text }) => text).join('\n'))).toEqual([])
    expect(seen(answers.map(({ headers }) => JSON.stringify(headers)).join('\n'))).toEqual([])
    expect(lines.length).toBeGreaterThan(100)
    expect(seen(lines.join('\n'))).toEqual([])
    for (const { volgcode } of planted) expect(lines.join('\n')).not.toContain(volgcode)
  })

  test.each([
    ['nobody', {}],
    ['financiën', { rollen: ['financien' as const] }],
    ['somebody signed in without a role', { rollen: [] }],
  ])('none is shown by a route of staff to %s', async (_who, sent) => {
    const { call } = startApi()
    const nummers = (await plantAll(call)).map(({ nummer }) => nummer)
    const answers = await askAll(
      call,
      listGets(nummers, ({ roles }) => roles !== undefined),
      sent,
    )
    expect(seen(answers.map(({ text }) => text).join('\n'))).toEqual([])
  })

  test('a follower of somebody else sees none, and the reporter only those meant for him', async () => {
    const { call } = startApi()
    const [{ nummer, volgcode } = { nummer: '', volgcode: '' }] = await plantAll(call)
    const volger = await call('POST', `/v1/meldingen/${nummer}/volgers`, { body: {} })
    expect(volger.status, volger.text).toBe(201)
    const other = volger.body.volglink.split('.').at(-1)
    const path = `/v1/meldingen/${nummer}/opvolging`
    const [, , , , notitie, bericht, vraag, antwoord, taak, correctie] = canariesOf(0)

    const asFollower = await call('GET', path, { headers: { volgcode: other } })
    expect(asFollower.body.volger).toBe(true)
    // What the gemeente writes to who reported is not meant for who follows.
    for (const own of [vraag, antwoord, taak, notitie, correctie]) expect(asFollower.text).not.toContain(own)

    const asReporter = await call('GET', path, { headers: { volgcode } })
    expect(new Set(seen(asReporter.text))).toEqual(new Set([bericht, vraag, antwoord, correctie]))
  })

  test('none of the contact data is in what staff sees without saying why', async () => {
    const { call } = startApi()
    const [{ nummer } = { nummer: '' }] = await plantAll(call)
    const answers = await askAll(call, [`/v1/behandelingen/${nummer}`, '/v1/behandelingen?limiet=500'], staff)
    const text = answers.map((answer) => answer.text).join('\n')
    const [, naam, email] = canariesOf(0)
    expect(seen(text).length).toBeGreaterThan(0)
    expect(text).not.toContain(naam)
    expect(text).not.toContain(email)
    expect(text).not.toMatch(/06123456/)
  })
})

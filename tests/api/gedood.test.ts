/**
 * The whole product killed at any moment of the life of its meldingen, server and database, also while it starts. After
 * that list, histories, counts, mail and retention agree, and nothing that was answered is gone or there twice.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toDag } from '../../functions/domain/dag.ts'
import { createClient } from '../../functions/store/client.ts'
import { findContactExpiry } from '../../functions/store/contactExpiry.ts'
import { expiryAfter } from '../../functions/streams/bewaartermijn.ts'
import { startEngine } from '../../infra/local/engine.ts'
import { type Kernpunt, startKernpunt } from '../../infra/local/startKernpunt.ts'
import { bergen, eenMelding } from '../support/apiCaller.ts'
import { signIn } from '../support/apiLogin.ts'
import { gemeente, listProcesses } from '../support/killable.ts'
import { createLevensloop, type Levend, type Levensloop } from '../support/levensloop.ts'
import { parseMail } from '../support/parseMail.ts'
import { createStubbornCaller, type StubbornCaller } from '../support/stubbornCaller.ts'
import { atAnyMoment, atEachWrite, type Death, type WayToDie } from '../support/waysToDie.ts'

const openbaar = bergen.categorieen.filter((each) => each.openbaar).map(({ code }) => code)
const nietOpenbaar = bergen.categorieen.find((each) => !each.openbaar)!.code

/** Two meldingen of the same thing by two people, somebody who follows, and one more; each case has another turn. */
async function live(n: number, leven: Levensloop): Promise<Levend[]> {
  const { labelPunt } = bergen.kernen[n % bergen.kernen.length]!
  const categorie = openbaar[n % openbaar.length]!
  const body = { ...eenMelding({ geometrie: { type: 'Point', coordinates: labelPunt } }), categorie }
  const hoofd = await leven.meld(body, `eerste${n}@voorbeeld.nl`)
  const deel = await leven.meld(body, `tweede${n}@voorbeeld.nl`)
  const stil = await leven.meld({ ...body, categorie: n % 2 ? nietOpenbaar : categorie })
  await leven.volg(hoofd, `volger${n}@voorbeeld.nl`)
  await leven.wijzig(deel, { soort: 'vraag', tekst: 'Welke is het?' })
  await leven.reageer(deel, { soort: 'antwoord', tekst: 'De linker.' })
  await leven.wijzig(hoofd, { soort: 'categorie', categorie: openbaar[(n + 5) % openbaar.length]! })
  await leven.reageer(stil, { soort: 'correctie', omschrijving: 'Het zijn er twee.' })
  await leven.voegSamen(deel, hoofd)
  await leven.geefStatus(hoofd, { status: 'in-behandeling' })
  if (n % 2) await leven.maakLos(deel, 'ontvangen')
  await leven.wijzigAlle([hoofd, deel, stil], { soort: 'notitie', tekst: 'Gezien.' })
  await leven.wijzig(hoofd, { soort: 'taak', omschrijving: 'Kijken', team: bergen.teams[0]!.naam })
  await leven.wijzig(hoofd, { soort: 'taak-klaar', taak: 1 })
  await leven.wijzig(hoofd, { soort: 'toewijzing', medewerker: 'Jan' })
  await leven.wijzig(hoofd, { soort: 'status', status: 'gesloten', reden: 'opgelost' })
  await leven.reageer(hoofd, { soort: 'oordeel', opgelost: false, tekst: 'Het is nog stuk.' })
  await leven.wijzig(hoofd, { soort: 'bericht', tekst: 'Wij komen terug.' })
  if (n % 2) await leven.reageer(deel, { soort: 'contact-wissen' })
  if (n % 2) await leven.geefStatus(deel, { status: 'gesloten', reden: 'geen-actie' })
  if (n % 3) await leven.geefStatus(hoofd, { status: 'gesloten', reden: 'opgelost' })
  await leven.reageer(stil, { soort: 'intrekken' })
  return [hoofd, deel, stil]
}

const ways: [string, WayToDie, number][] = [
  ['at any moment, with its database', atAnyMoment, 4],
  ['at each kind of write', atEachWrite, 2],
]

describe.each(ways)('the product, killed %s', (_where, openDeath, count) => {
  let dataDir: string
  let death: Death
  let caller: StubbornCaller
  let repeated: number[] = []
  let kernpunt: Kernpunt | undefined
  const levend: Levend[] = []
  /** By name of the file, as it was first seen. */
  const mails = new Map<string, Buffer>()
  const changedMails: string[] = []

  const readMails = async (): Promise<void> => {
    const folder = join(death.product.folder, 'mail')
    const names = (await readdir(folder).catch(() => [])).filter((name) => /_M-.*\.eml$/.test(name))
    for (const name of names) {
      const mail = await readFile(join(folder, name))
      if (!(mails.get(name) ?? mail).equals(mail)) changedMails.push(name)
      mails.set(name, mail)
    }
  }
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
  const get = async (path: string, medewerker = 'noor'): Promise<any> => {
    tokens[medewerker] ??= (await signIn(death.product.url, medewerker)).access_token
    const authorization = `Bearer ${tokens[medewerker]}`
    const response = await fetch(`${death.product.url}/v1/${path}`, { headers: { authorization } })
    expect(response.status, path).toBe(200)
    return response.json()
  }
  const tokens: Record<string, string> = {}

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'kernpunt-gedood-'))
    death = await openDeath(dataDir, readMails)
    const { product, dynamodbEndpoint } = death
    await death.start()
    tokens.noor = (await signIn(product.url, 'noor')).access_token
    caller = createStubbornCaller(product, tokens.noor, death.onBegun)
    const leven = createLevensloop(caller.ask)
    const cases = Array.from({ length: count }, (_, n) => n).values()
    const work = async () => {
      for (const n of cases) levend.push(...(await live(n, leven)))
    }
    await Promise.all(Array.from({ length: 4 }, work))
    await death.settle()
    await product.killLast()
    await readMails()
    // Who was killed while sending holds a mail for two minutes.
    const now = () => new Date(Date.now() + 5 * 60_000)
    const options = { port: product.port, dataDir, gemeente, leeg: true, now }
    kernpunt = await startKernpunt({ ...options, ...(dynamodbEndpoint && { dynamodbEndpoint }) })
    repeated = await caller.repeatAll()
    await kernpunt.drain()
    // Mail that the first made ready.
    await kernpunt.drain()
    await readMails()
  }, 240_000)
  afterAll(async () => {
    await kernpunt?.stop()
    await death?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('was asked much that it never answered, and answers all of it when asked again', () => {
    death.expectAllDone()
    expect(levend).toHaveLength(3 * count)
    expect(caller.unanswered).toBeGreaterThan(0)
    expect(repeated.filter((status) => status !== 200 && status !== 201)).toEqual([])
  })

  test('has each melding once in its list, as its history says', async () => {
    const { behandelingen } = await get('behandelingen?limiet=500')
    const rows = behandelingen.map(({ nummer, status, categorie, versie }: Record<string, unknown>) => ({
      nummer,
      ...{ status, categorie, versie },
    }))
    const expected = levend.map(({ nummer, status, categorie, regels }) => ({
      nummer,
      ...{ status, categorie, versie: regels.length },
    }))
    expect(rows.sort(byNummer)).toEqual(expected.sort(byNummer))
  })

  test('has each change once in the history, in the order in which it was answered', async () => {
    for (const { nummer, regels, hoofd, delen, email } of levend) {
      const detail = await get(`behandelingen/${nummer}`)
      expect(
        detail.geschiedenis.map(({ soort, status }: Record<string, string>) => `${soort} ${status}`),
      ).toEqual(regels)
      expect(detail.hoofdmelding).toBe(hoofd?.nummer)
      expect(detail.deelmeldingen).toEqual(delen.map((deel) => deel.nummer))
      expect(detail.contactvelden).toEqual(email ? ['email'] : [])
      expect(detail.aantalVolgers).toBe(levend.find((each) => each.nummer === nummer)!.volgers.length)
    }
  })

  test('has counts that are those of its list', async () => {
    const { behandelingen } = await get('behandelingen?limiet=500')
    const { kernen, totaal } = await get('activiteit')
    expect(totaal.meldingen).toBe(levend.length)
    for (const { kern, meldingen, perStatus, perCategorie } of kernen) {
      const here = behandelingen.filter((row: { kern: string }) => row.kern === kern)
      const tally = (name: string) =>
        Object.fromEntries(
          Object.entries(Object.groupBy(here, (row: Record<string, string>) => row[name]!)).map(
            ([word, rows]) => [word, rows!.length],
          ),
        )
      expect({ meldingen, perStatus, perCategorie }).toEqual({
        meldingen: here.length,
        perStatus: tally('status'),
        perCategorie: tally('categorie'),
      })
    }
    const publiek = levend.filter(({ categorie }) => openbaar.includes(categorie)).length
    const { meldingen, cellen } = await get('dichtheid')
    expect(meldingen).toBe(publiek)
    expect(cellen.reduce((sum: number, each: number, i: number) => sum + (i % 3 === 2 ? each : 0), 0)).toBe(
      publiek,
    )
  })

  test('has one mail for each step that is told, to each who hears it', async () => {
    const found = [...mails].map(([name, mail]) => {
      const [, nummer, versie] = name.split('_')
      return { nummer, mail: `${Number(versie)} ${parseMail(mail).headers.to}` }
    })
    for (const { nummer, post, eventueel } of levend) {
      const own = found.filter((each) => each.nummer === nummer).map(({ mail }) => mail)
      expect(own.filter((mail) => !eventueel.has(mail)).sort()).toEqual([...post].sort())
      expect(new Set(own).size).toBe(own.length)
      const { berichten } = await get(`behandelingen/${nummer}`)
      const sent = berichten.filter(({ staat }: { staat: string }) => staat === 'verzonden')
      expect(sent).toHaveLength(own.length)
      expect(berichten.filter(({ staat }: { staat: string }) => staat === 'klaar')).toEqual([])
    }
    expect(found).toHaveLength(
      levend.flatMap(({ nummer }) => found.filter((each) => each.nummer === nummer)).length,
    )
    expect(changedMails).toEqual([])
  })

  test('has a term for the contact data of what is closed, and none where there is none', async () => {
    // The one that runs there.
    const endpoint = death.dynamodbEndpoint ?? (await startEngine({ dataDir: death.product.folder })).endpoint
    const client = createClient(endpoint)
    for (const { nummer, email, status } of levend) {
      const { geschiedenis } = await get(`behandelingen/${nummer}`)
      const before = geschiedenis.findLastIndex((regel: { status: string }) => regel.status !== 'gesloten')
      const expiry = expiryAfter(geschiedenis[before + 1]?.op, bergen.bewaartermijnDagen)
      const expected = status === 'gesloten' ? { expiry } : {}
      expect(await findContactExpiry({ client, tableName: 'kernpunt' }, nummer)).toEqual(
        email ? expected : undefined,
      )
    }
    client.destroy()
  })

  test('wrote down each erasure once', async () => {
    const { regels } = await get(`vernietigingen/${toDag(new Date()).slice(0, 4)}?limiet=500`, 'sanne')
    const gewist = levend.filter((each) => each.gewist).map(({ nummer }) => nummer)
    expect(regels.map(({ nummer }: { nummer: string }) => nummer).sort()).toEqual(gewist.sort())
  })

  test('leaves no program behind', async () => {
    await kernpunt!.stop()
    expect(listProcesses(death.product.folder)).toEqual([])
  })
})

const byNummer = (a: { nummer: string }, b: { nummer: string }): number => (a.nummer < b.nummer ? -1 : 1)

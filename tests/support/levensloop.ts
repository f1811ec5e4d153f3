/**
 * Meldingen that live their whole life, and what must be true of each afterwards: every line of its history in order, and
 * every mail. This model is written apart from the product, which is only asked over HTTP.
 */

/** Who asks: a member of staff by name, who has the secret of a volglink, or anybody. */
export type Wie = 'noor' | { volgcode: string }
/** Sends a POST until it is answered, and gives the answer. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
export type Ask = (path: string, body: object, wie?: Wie) => Promise<any>

export type Levend = {
  nummer: string
  volgcode: string
  categorie: string
  status: string
  /** Kind and status of each line, oldest first; the version is how many there are. */
  regels: string[]
  /** Mails that must be there, and that may be there: version and receiver. */
  post: Set<string>
  eventueel: Set<string>
  /** Address of the reporter, until it is erased. */
  email?: string
  gewist?: true
  volgers: string[]
  hoofd?: Levend
  delen: Levend[]
}

type Wijziging = { soort: string; status?: string; categorie?: string } & Record<string, unknown>

/** To whom a kind of change is told; the rest is told to nobody. */
const lezers: Record<string, (melding: Levend) => (string | undefined)[]> = {
  vraag: ({ email }) => [email],
  bericht: ({ email }) => [email],
  categorie: ({ email, volgers }) => [email, ...volgers],
  samenvoeging: ({ email, volgers }) => [email, ...volgers],
  losmaking: ({ email, volgers }) => [email, ...volgers],
  intrekken: ({ email, volgers }) => [email, ...volgers],
  status: ({ email, volgers }) => [email, ...volgers],
}
/** Kinds of lines that are called otherwise than the change that makes them. */
const regelsoorten: Record<string, string> = {
  samenvoeging: 'samengevoegd',
  losmaking: 'losgemaakt',
  intrekken: 'status',
  'contact-wissen': 'gewist',
}

/** One version on: a line, and mail to these. */
function addRegel(melding: Levend, soort: string, aan: readonly (string | undefined)[] = []): void {
  melding.regels.push(`${regelsoorten[soort] ?? soort} ${melding.status}`)
  for (const email of aan) if (email) melding.post.add(`${melding.regels.length} ${email}`)
}

/** Who is heard of a status: also people of what was merged, of which mail looks who that are when it goes. */
function addStatus(melding: Levend, soort: string): void {
  addRegel(melding, soort, lezers.status!(melding))
  for (const { email } of melding.delen) if (email) melding.post.add(`${melding.regels.length} ${email}`)
}

export type Levensloop = ReturnType<typeof createLevensloop>

/** @returns what people do, each of which ends when it was answered */
export function createLevensloop(ask: Ask) {
  const versieOf = ({ regels }: Levend): number => regels.length

  const apply = (melding: Levend, wijziging: Wijziging): void => {
    const { soort, status, categorie } = wijziging
    if (categorie) melding.categorie = categorie
    if (status) melding.status = status
    if (status) addStatus(melding, soort)
    else addRegel(melding, soort, lezers[soort]?.(melding))
  }

  return {
    async meld(body: { categorie: string } & Record<string, unknown>, email?: string): Promise<Levend> {
      const { nummer, volglink } = await ask('meldingen', { ...body, ...(email && { contact: { email } }) })
      const melding: Levend = {
        nummer,
        volgcode: volglink.split('.').at(-1),
        categorie: body.categorie,
        status: 'ontvangen',
        regels: [],
        post: new Set(),
        eventueel: new Set(),
        ...(email && { email }),
        volgers: [],
        delen: [],
      }
      addRegel(melding, 'status', [email])
      return melding
    },

    async volg(melding: Levend, email: string): Promise<void> {
      await ask(`meldingen/${melding.nummer}/volgers`, { contact: { email } })
      melding.volgers.push(email)
    },

    async wijzig(melding: Levend, wijziging: Wijziging): Promise<void> {
      const path = `behandelingen/${melding.nummer}/wijzigingen`
      await ask(path, { versie: versieOf(melding), wijziging }, 'noor')
      apply(melding, wijziging)
    },

    /** The other way to give a status. */
    async geefStatus(melding: Levend, body: { status: string } & Record<string, unknown>): Promise<void> {
      await ask(`meldingen/${melding.nummer}/statussen`, { ...body, versie: versieOf(melding) }, 'noor')
      apply(melding, { soort: 'status', ...body })
    },

    async wijzigAlle(meldingen: readonly Levend[], wijziging: Wijziging): Promise<void> {
      const several = meldingen.map((melding) => ({ nummer: melding.nummer, versie: versieOf(melding) }))
      await ask('behandelingen/_bulk', { meldingen: several, wijziging }, 'noor')
      for (const melding of meldingen) apply(melding, wijziging)
    },

    async voegSamen(deel: Levend, hoofd: Levend): Promise<void> {
      const wijziging = { soort: 'samenvoeging', hoofdmelding: hoofd.nummer }
      await ask(`behandelingen/${deel.nummer}/wijzigingen`, { versie: versieOf(deel), wijziging }, 'noor')
      deel.hoofd = hoofd
      deel.status = 'gesloten'
      hoofd.delen.push(deel)
      apply(deel, wijziging)
      addRegel(hoofd, 'samengevoegd')
    },

    /** @param status the one it had */
    async maakLos(deel: Levend, status: string): Promise<void> {
      const hoofd = deel.hoofd!
      const wijziging = { soort: 'losmaking' }
      await ask(`behandelingen/${deel.nummer}/wijzigingen`, { versie: versieOf(deel), wijziging }, 'noor')
      delete deel.hoofd
      deel.status = status
      hoofd.delen = hoofd.delen.filter((each) => each !== deel)
      // Mail looks who belongs to a melding when it goes; by then this one may not.
      moveToEventueel(hoofd, deel.email)
      apply(deel, wijziging)
      addRegel(hoofd, 'losgemaakt')
    },

    async reageer(melding: Levend, reactie: { soort: string } & Record<string, unknown>): Promise<void> {
      await ask(`meldingen/${melding.nummer}/reacties`, reactie, { volgcode: melding.volgcode })
      const { soort } = reactie
      if (soort === 'intrekken') melding.status = 'gesloten'
      if (reactie.opgelost === false) {
        melding.status = 'in-behandeling'
        return addStatus(melding, soort)
      }
      if (soort === 'contact-wissen') {
        moveToEventueel(melding, melding.email)
        delete melding.email
        melding.gewist = true
      }
      addRegel(melding, soort, lezers[soort]?.(melding))
    },
  }
}

/** Whether these had gone already is chance. */
function moveToEventueel(melding: Levend, email: string | undefined): void {
  for (const mail of melding.post) {
    if (!mail.endsWith(` ${email}`)) continue
    melding.post.delete(mail)
    melding.eventueel.add(mail)
  }
}

/** What happens at the end of a year to money that was not spent: a setting of the gemeente. */

export type Overdrachtsregel =
  /** All of it stays with the kern. */
  | { soort: 'onbeperkt' }
  /** All of it returns to the general reserve. */
  | { soort: 'naar-algemene-reserve' }
  /** It stays, and next year's toekenning is that much lower. */
  | { soort: 'verrekenen' }
  /** It stays up to a maximum; the rest returns. */
  | { soort: 'reserve'; maximumCenten: number }
  /** It stays for this number of years after the year it was given in; older money returns. */
  | { soort: 'sparen'; jaren: number }

/** Free money by the year it was given in. */
export type Spaargeld = { jaar: number; bedragCenten: number }

export type Overdracht = {
  /** Opening of the next year: what is bound, plus what the kern keeps. */
  openingCenten: number
  naarReserveCenten: number
  /** Next year's toekenning is lowered by this. */
  verrekendCenten: number
}

/**
 * @param jaar the year that ends
 * @param gebondenCenten open reserveringen and verplichtingen; these always go along
 * @param vrij free money; what was spent is taken off the oldest first ({@link spendOldest})
 */
export function computeOverdracht(
  { jaar, gebondenCenten, vrij }: { jaar: number; gebondenCenten: number; vrij: readonly Spaargeld[] },
  regel: Overdrachtsregel,
): Overdracht {
  const samen = addUp(vrij)
  const blijft = keeps(
    regel,
    samen,
    addUp(vrij.filter((deel) => regel.soort === 'sparen' && jaar - deel.jaar < regel.jaren)),
  )
  return {
    openingCenten: gebondenCenten + blijft,
    naarReserveCenten: samen - blijft,
    verrekendCenten: regel.soort === 'verrekenen' ? samen : 0,
  }
}

/** Takes an amount off the oldest money first, so that saving for a new plan does not expire while old money lies. */
export function spendOldest(vrij: readonly Spaargeld[], bedragCenten: number): Spaargeld[] {
  let over = bedragCenten
  return [...vrij]
    .sort((a, b) => a.jaar - b.jaar)
    .map((deel) => {
      const neemt = Math.min(over, deel.bedragCenten)
      over -= neemt
      return { ...deel, bedragCenten: deel.bedragCenten - neemt }
    })
    .filter((deel) => deel.bedragCenten > 0)
}

const addUp = (delen: readonly Spaargeld[]): number => delen.reduce((som, deel) => som + deel.bedragCenten, 0)

function keeps(regel: Overdrachtsregel, samen: number, jong: number): number {
  switch (regel.soort) {
    case 'onbeperkt':
    case 'verrekenen':
      return samen
    case 'naar-algemene-reserve':
      return 0
    case 'reserve':
      return Math.min(samen, regel.maximumCenten)
    case 'sparen':
      return jong
  }
}

import { ofFields } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { createDubbelscore, dubbelgrens, listKernenRond, toAfstand, toBox } from '../domain/dubbel.ts'
import { checkPlek } from '../domain/melding.ts'
import { toMelding } from '../domain/meldingBeeld.ts'
import { findPersoonsgegevens, removePersoonsgegevens } from '../domain/persoonsgegevens.ts'
import { findPlaats } from '../domain/plaats.ts'
import { assertBudget } from './budget.ts'
import type { Endpoint } from './endpoint.ts'

const meest = 5
/** How many near ones are compared, the newest first; more on one spot are a crowd that no list of five helps. */
const vergeleken = 100
/** Older work is hardly ever what somebody sees today. */
const maxLeeftijd = 365 * 86_400_000

/** Nobody can find out by guessing which number or address stands in a text. */
const withoutPersoonlijk = (tekst: string): string =>
  removePersoonsgegevens(tekst, findPersoonsgegevens(tekst))

/**
 * Open meldingen near a place that may be the same, most likely first. Only what is public is looked at, and the words
 * of others only weigh: they are in no answer. What it reads stands in `store/README.md`.
 *
 * @throws Problem `ongeldige-invoer` for an unknown categorie, `buiten-gemeente`, and `te-veel` for who asks very often
 */
export const findNabij: Endpoint<Routes['findNabij']> = async (call, deps) => {
  const { body } = call
  const { gemeente, stores, now } = deps
  const errors = checkPlek(body, gemeente)
  if (errors.some(({ pointer }) => pointer === '/categorie')) throw ofFields(errors)
  const positie = body.geometrie.coordinates
  findPlaats(positie, gemeente)
  const count = await assertBudget('nabij', call, deps)
  await count()
  const soort = gemeente.categorieen.find(({ code }) => code === body.categorie)
  // Of what is not public there is nothing to show.
  if (!soort?.openbaar) return { body: { meldingen: [] } }
  const soorten = gemeente.categorieen.filter(
    ({ groep, openbaar }) => groep.code === soort.groep.code && openbaar,
  )
  const nu = now().toISOString()
  const { rijen } = await stores.meldingen.list({
    kernen: listKernenRond(positie, soort.dubbelBinnenMeter, gemeente),
    open: true,
    alleenCategorieen: soorten.map(({ code }) => code),
    bbox: toBox(positie, soort.dubbelBinnenMeter),
    vanaf: new Date(Date.parse(nu) - maxLeeftijd).toISOString(),
    limiet: vergeleken,
  })
  const nieuw = { categorie: soort.code, positie, tekst: body.omschrijving ?? '' }
  const scoreOf = createDubbelscore(nieuw, soorten, nu)
  const scored = rijen.map((rij) => ({
    rij,
    score: scoreOf({ ...rij, tekst: withoutPersoonlijk(rij.kop), op: rij.geregistreerdOp }),
  }))
  const best = scored
    .filter(({ score }) => score >= dubbelgrens)
    .sort((one, other) => other.score - one.score)
    .slice(0, meest)
  return {
    body: {
      meldingen: best.map(({ rij }) => ({
        ...toMelding(rij),
        afstandMeter: Math.round(toAfstand(positie, rij.positie)),
      })),
    },
  }
}

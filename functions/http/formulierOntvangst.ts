/** What somebody sees after sending: the number, the link that only the reporter has, and where photos can go. */
import type { MeldingOntvangst } from '../contract/melding.ts'
import { formulierPad } from '../contract/routes.ts'
import type { Uploadplek } from '../domain/foto/ports.ts'
import type { Deps } from '../domain/ports.ts'
import type { HttpReply } from './event.ts'
import { inFull, toLinks } from './formulierVelden.ts'
import { type Html, html } from './html.ts'
import { toPage } from './page.ts'

/** One photo of a melding, by its place in the form: what became of it, and where it can still go. */
export type Fotoregel = {
  staat: 'wacht' | 'bezig' | 'schoon' | 'geweigerd'
  uitleg?: string
  plek?: Uploadplek
}

const inWords: Record<Fotoregel['staat'], string> = {
  wacht: 'nog niet verstuurd.',
  bezig: 'is binnen. Wij kijken hem na.',
  schoon: 'is goed binnen.',
  geweigerd: 'kon niet mee. Uw melding blijft gewoon staan.',
}

const toFotoregel = ({ staat, uitleg, plek }: Fotoregel, i: number): Html => html`<li>
<p>Foto ${i + 1}: ${inWords[staat]} ${uitleg}</p>
${
  plek &&
  html`<form method="post" enctype="multipart/form-data" action="${plek.url}">
${Object.entries(plek.velden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="veld"><label for="foto-${i + 1}">Kies foto ${i + 1}</label>
<p class="hulp" id="foto-${i + 1}-hulp">JPEG, PNG of WebP, hoogstens 20 MB.</p>
<input type="file" id="foto-${i + 1}" name="file" accept="image/jpeg,image/png,image/webp,image/avif" required aria-describedby="foto-${i + 1}-hulp"></div>
<button type="submit">Stuur foto ${i + 1}</button>
</form>`
}
</li>`

/** Where the forms of photos lead to, besides to ourselves. */
const listOrigins = (fotos: readonly Fotoregel[]): string[] => [
  ...new Set(fotos.flatMap(({ plek }) => (plek ? [new URL(plek.url).origin] : []))),
]

const toFotos = (fotos: readonly Fotoregel[]): Html => html`<ul class="fotos">${fotos.map(toFotoregel)}</ul>`

/** @param fotos what the reporter wanted to send along; `undefined` where keeping a place for them failed */
export function toOntvangstPage(
  { gemeente, dienst }: Deps,
  ontvangst: MeldingOntvangst,
  categorie: string,
  fotos: readonly Fotoregel[] | undefined,
): HttpReply {
  const chosen = gemeente.categorieen.find(({ code }) => code === categorie)
  const main = html`
<h1>Uw melding is binnen</h1>
<p>Dank u wel. Wij willen dit uiterlijk ${inFull(ontvangst.streefDatum)} oplossen.</p>
${chosen?.spoedtekst && html`<p class="let-op">${chosen.spoedtekst}</p>`}
<dl>
<dt>Nummer</dt><dd>${ontvangst.nummer}</dd>
<dt>Kern</dt><dd>${ontvangst.kernNaam}</dd>
<dt>Volg uw melding</dt><dd><a href="${ontvangst.volglink}">${ontvangst.volglink}</a></dd>
</dl>
<p>Bewaar deze link goed: alleen hiermee ziet u wat er met uw melding gebeurt. De pagina achter de link werkt alleen met JavaScript.</p>
${fotos === undefined && html`<p class="let-op">Foto’s meesturen lukt nu niet. Uw melding is wel binnen.</p>`}
${fotos && fotos.length > 0 && html`<h2>Uw foto’s</h2><p>Bewaar eerst de link hierboven: na een foto komt u op een andere pagina. Lukt het met een foto niet? Ga dan terug met de knop van uw browser. Uw melding is al binnen.</p>${toFotos(fotos)}`}
<p><a href="${formulierPad}">Doe nog een melding</a></p>
${toLinks(dienst)}`
  const page = { title: 'Uw melding is binnen', brand: `Gemeente ${gemeente.naam}`, main }
  return toPage(200, { ...page, formAction: listOrigins(fotos ?? []) })
}

/** Where a browser comes back to when it sent a photo. Nothing of the melding is here: the address may be seen. */
export function toFotosPage({ gemeente, dienst }: Deps, fotos: readonly Fotoregel[]): HttpReply {
  const main = html`
<h1>Foto’s bij uw melding</h1>
${toFotos(fotos)}
<p>Uw melding is binnen. U kunt deze pagina sluiten.</p>
<p><a href="${formulierPad}">Doe nog een melding</a></p>
${toLinks(dienst)}`
  const page = { title: 'Foto’s bij uw melding', brand: `Gemeente ${gemeente.naam}`, main }
  return toPage(200, { ...page, formAction: listOrigins(fotos) })
}

/** Instead of a melding of one's own: the link of the one that is the same. */
export function toVolgPage(
  { gemeente, dienst }: Deps,
  { nummer, streefDatum, volglink }: { nummer: string; streefDatum: string; volglink: string },
  email: string,
): HttpReply {
  const main = html`
<h1>U volgt ${nummer}</h1>
<p>Dank u wel. U hoeft niets meer te versturen. Wij willen dit uiterlijk ${inFull(streefDatum)} oplossen.</p>
<dl><dt>Volg de melding</dt><dd><a href="${volglink}">${volglink}</a></dd></dl>
<p>Bewaar deze link goed. ${email !== '' ? `Wij mailen ook naar ${email} als er iets verandert.` : ''}</p>
<p><a href="${formulierPad}">Doe nog een melding</a></p>
${toLinks(dienst)}`
  return toPage(200, { title: `U volgt ${nummer}`, brand: `Gemeente ${gemeente.naam}`, main })
}

/** The pages of the local identity provider: Dutch, without script. */
import type { KoaContextWithOIDC } from 'oidc-provider'
import { html, trusted } from '../../../functions/http/html.ts'
import { toPage } from '../../../functions/http/page.ts'
import { demoStaff } from './staff.ts'

const brand = 'Kernpunt - aanmelden voor medewerkers (proefomgeving)'

/** @param fault what was wrong with the last try; the person chosen then is chosen again. */
export const loginPage = (
  chosen: string | undefined,
  fault: string | undefined,
  formAction: readonly string[],
) =>
  toPage(fault ? 400 : 200, {
    title: fault ? 'Fout: aanmelden' : 'Aanmelden',
    brand,
    formAction,
    main: html`
<h1>Aanmelden</h1>
${fault && html`<div class="fouten" role="alert"><p>${fault}</p></div>`}
<p class="let-op">Dit zijn verzonnen medewerkers, om Kernpunt te proberen. Het wachtwoord stond op het scherm toen u Kernpunt startte.</p>
<form method="post">
<fieldset>
<legend>Wie bent u?</legend>
${demoStaff.map(
  (person, i) => html`<div class="keuze">
<input type="radio" name="medewerker" id="medewerker-${person.id}" value="${person.id}" required ${
    (chosen === person.id || (chosen === undefined && i === 0)) && trusted('checked')
  }>
<label for="medewerker-${person.id}">${person.naam}, ${person.functie}</label>
</div>`,
)}
</fieldset>
<div class="veld">
<label for="wachtwoord">Wachtwoord</label>
<input type="password" id="wachtwoord" name="wachtwoord" autocomplete="current-password" required>
</div>
<button type="submit">Aanmelden</button>
</form>`,
  })

/** @param form hidden form of the provider, with its own check value. */
export function confirmSignOut(ctx: KoaContextWithOIDC, form: string): void {
  send(ctx, {
    title: 'Afmelden',
    main: html`<h1>Wilt u afmelden?</h1>${trusted(form)}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, meld mij af</button>
<button class="tweede" type="submit" form="op.logoutForm">Nee, blijf aangemeld</button></p>`,
  })
}

export function signedOut(ctx: KoaContextWithOIDC): void {
  send(ctx, { title: 'Afgemeld', main: html`<h1>U bent afgemeld</h1><p><a href="/">Naar Kernpunt</a></p>` })
}

export function errorPage(ctx: KoaContextWithOIDC, out: { error: string; error_description?: string }): void {
  send(ctx, {
    title: 'Aanmelden lukt niet',
    main: html`<h1>Aanmelden lukt niet</h1>
<p>Ga terug naar Kernpunt en meld u opnieuw aan.</p>
<p class="hulp">Code: ${out.error} ${out.error_description}</p>
<p><a href="/">Naar Kernpunt</a></p>`,
  })
}

function send(ctx: KoaContextWithOIDC, content: Omit<Parameters<typeof toPage>[1], 'brand'>): void {
  const { headers, body } = toPage(200, { ...content, brand })
  for (const [name, value] of Object.entries(headers)) ctx.set(name, value)
  ctx.body = body
}

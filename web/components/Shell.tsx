/** What stands around every screen: skip link, header, menu, messages about the whole service, footer. */

import { type ComponentChildren, h } from 'preact'
import { useLocation } from 'preact-iso'
import { formulierPad } from '../routes.ts'
import { instellingen } from '../state/gemeente.ts'
import { online } from '../state/online.ts'
import { wachtrijVak } from '../state/wachtrijVak.ts'
import { taal, teksten } from '../texts/taal.ts'
import { PageError } from './PageError.tsx'

const places = [
  ['/', 'kaart'],
  ['/melden', 'melden'],
  ['/initiatieven', 'initiatieven'],
  ['/mijn-kern', 'mijnKern'],
  ['/werkplek', 'werkplek'],
] as const

/** Screens in both languages; the others are Dutch and say so. */
const inEnglish = new Set(['/melden'])

const isCurrent = (path: string, place: string): boolean =>
  place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`)

function Header() {
  const { path } = useLocation()
  const t = teksten.value.shell
  const naam = instellingen.value?.gemeente.naam
  return (
    <header class="kop">
      <div class="kop__balk">
        <a class="kop__merk" href="/">
          <img src="/kernpunt.svg" alt="" width="40" height="40" />
          <span>
            <span class="kop__gemeente">{naam ? t.gemeente(naam) : t.uwGemeente}</span>
            <span class="kop__product">{t.product}</span>
          </span>
        </a>
        <button
          type="button"
          class="kop__taal"
          lang={taal.value === 'nl' ? 'en' : 'nl'}
          onClick={() => {
            taal.value = taal.value === 'nl' ? 'en' : 'nl'
          }}
        >
          {t.andereTaal}
        </button>
      </div>
      <nav class="menu" aria-label={t.menu}>
        <ul class="menu__lijst">
          {places.map(([place, word]) => (
            <li key={place}>
              <a class="menu__link" href={place} aria-current={isCurrent(path, place) ? 'page' : undefined}>
                {t[word]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {instellingen.value?.voorbeeldgegevens && <p class="strook">{t.voorbeeld}</p>}
      {t.alleenNederlands && !inEnglish.has(path) && (
        <p class="strook" lang="en">
          {t.alleenNederlands}
        </p>
      )}
      <div role="status">{!online.value && <p class="strook strook--let-op">{t.offline}</p>}</div>
      {wachtrijVak.value && h(wachtrijVak.value, null)}
    </header>
  )
}

function Footer() {
  const t = teksten.value.shell
  const known = instellingen.value
  return (
    <footer class="voet">
      <div class="voet__balk">
        <ul class="voet__links">
          <li>
            <a href="/privacy">{t.privacy}</a>
          </li>
          <li>
            <a href="/toegankelijkheid">{t.toegankelijkheid}</a>
          </li>
          <li>
            <a href={formulierPad}>{t.zonderScript}</a>
          </li>
        </ul>
        {known && (
          <p class="voet__bron">
            {t.bron(known.bronvermelding)} · {t.versie(known.versie)}
          </p>
        )}
      </div>
    </footer>
  )
}

export function Shell({ children }: { children: ComponentChildren }) {
  const t = teksten.value.shell
  return (
    <>
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
        {t.naarInhoud}
      </a>
      <Header />
      <main id="inhoud" class="inhoud" tabIndex={-1}>
        <PageError>{children}</PageError>
      </main>
      <Footer />
    </>
  )
}

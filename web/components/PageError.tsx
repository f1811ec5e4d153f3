/** Catches what a screen throws: the menu stays, the way to report stays, and what was typed is kept. */

import { Component, type ComponentChildren } from 'preact'
import { formulierPad } from '../routes.ts'
import { teksten } from '../texts/taal.ts'

export class PageError extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const t = teksten.value
    return (
      <div class="pagina pagina--tekst">
        <h1 class="utrecht-heading-1">{t.algemeen.paginaFout}</h1>
        <p class="utrecht-paragraph">{t.algemeen.paginaFoutUitleg}</p>
        <p>
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={() => location.reload()}
          >
            {t.algemeen.herladen}
          </button>
        </p>
        <p class="utrecht-paragraph">
          <a class="utrecht-link" href={formulierPad}>
            {t.melden.eenvoudig}
          </a>
        </p>
      </div>
    )
  }
}

/** Copies a follow link, with what else can be done beside it. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { teksten } from '../../texts/taal.ts'

export function Kopieer({ link, children }: { link: string; children: ComponentChildren }) {
  const t = teksten.value.melden
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => document.getElementById('volglink')?.focus(),
    )
  }
  return (
    <>
      <div class="knoppen">
        <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={copy}>
          {t.kopieer}
        </button>
        {children}
      </div>
      <p role="status">{copied ? t.gekopieerd : ''}</p>
    </>
  )
}

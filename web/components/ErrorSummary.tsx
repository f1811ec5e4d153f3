/** All mistakes of a form together on top, each a link to its field; it takes the focus when it appears. */
import { useEffect, useRef } from 'preact/hooks'
import { teksten } from '../texts/taal.ts'

/** Field id → what is wrong with it. */
export type Fouten = Record<string, string>

export function ErrorSummary({ fouten, round }: { fouten: Fouten; round: number }) {
  const box = useRef<HTMLDivElement>(null)
  const lines = Object.entries(fouten)
  useEffect(() => {
    if (lines.length > 0) box.current?.focus()
  }, [round])
  if (lines.length === 0) return null
  const t = teksten.value.algemeen
  return (
    <div class="fouten" ref={box} tabIndex={-1} role="alert" aria-labelledby="fouten-titel">
      <h2 class="utrecht-heading-3" id="fouten-titel">
        {t.foutenTitel}
      </h2>
      <ul>
        {lines.map(([id, detail]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              {detail}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

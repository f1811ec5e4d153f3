/** Moves the pin without dragging and without a map: four buttons that also listen to the arrow keys. */
import { teksten } from '../texts/taal.ts'

type Props = { onMove(east: number, north: number, fine: boolean): void }

const directions = [
  ['west', '←', -1, 0, 'ArrowLeft'],
  ['noord', '↑', 0, 1, 'ArrowUp'],
  ['zuid', '↓', 0, -1, 'ArrowDown'],
  ['oost', '→', 1, 0, 'ArrowRight'],
] as const

export function SpeldKnoppen({ onMove }: Props) {
  const t = teksten.value.melden
  const onKey = (event: KeyboardEvent) => {
    const direction = directions.find(([, , , , key]) => key === event.key)
    if (!direction) return
    event.preventDefault()
    onMove(direction[2], direction[3], event.shiftKey)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for answers; this is one control with four buttons
    <div class="speld" role="group" aria-labelledby="speld-naam">
      <span id="speld-naam" class="speld__naam">
        {t.schuifSpeld}
      </span>
      {directions.map(([name, sign, east, north]) => (
        <button
          key={name}
          type="button"
          class="speld__knop"
          aria-label={t[name]}
          onKeyDown={onKey}
          onClick={(event) => onMove(east, north, event.shiftKey)}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  )
}

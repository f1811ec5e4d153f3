/** A field that people do not see, reach or hear; a program that fills in everything fills it in. */
import type { RefObject } from 'preact'
import { meldenTeksten } from '../../texts/melden.ts'

export const Lokveld = ({ veld }: { veld: RefObject<HTMLInputElement | null> }) => (
  <div class="alleen-voorlezen" aria-hidden="true">
    <label for="website">{meldenTeksten.value.verzenden.lokveld}</label>
    <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" ref={veld} />
  </div>
)

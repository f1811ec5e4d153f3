/** Opens the melding that somebody reads aloud, whatever the list shows. */
import { useState } from 'preact/hooks'
import { Tekstveld } from '../../components/Tekstveld.tsx'
import { nlWerkplek } from '../../texts/nlWerkplek.ts'
import { readNummer } from './readNummer.ts'

const t = nlWerkplek.lijst

export function ZoekNummer({ onOpen }: { onOpen(nummer: string): void }) {
  const [text, setText] = useState('')
  const [fout, setFout] = useState<string>()
  const open = (event: Event) => {
    event.preventDefault()
    const nummer = readNummer(text)
    setFout(nummer ? undefined : t.geenNummer)
    if (nummer) onOpen(nummer)
  }
  return (
    <form onSubmit={open} noValidate>
      <Tekstveld
        id="zoek-nummer"
        label={t.zoekNummer}
        hulp={t.zoekNummerHulp}
        fout={fout}
        value={text}
        onTyp={setText}
      />
      <div class="knoppen">
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {t.zoekNummerKnop}
        </button>
      </div>
    </form>
  )
}

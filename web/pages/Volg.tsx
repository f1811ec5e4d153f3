/** A reporter's own melding. Nummer and code stand behind `#`: they never reach a server in an address. */
import { useEffect, useState } from 'preact/hooks'
import type { Opvolging as Stuk } from '../../functions/contract/opvolging.ts'
import { api } from '../api.ts'
import { Field } from '../components/Field.tsx'
import { LoadState } from '../components/LoadState.tsx'
import { loadCategorieen, loadKernen } from '../state/gemeente.ts'
import { useLoad } from '../state/useLoad.ts'
import { useTitle } from '../state/useTitle.ts'
import { isOnlyNummer, parseVolglink, type Volglink } from '../state/volglink.ts'
import { nlVolg } from '../texts/nlVolg.ts'
import { Opvolging } from './volg/Opvolging.tsx'
import { makeReageer } from './volg/reageer.ts'

const t = nlVolg.vragen

type GevolgdProps = { link: Volglink; onLink(link: Volglink): void; onTitel(titel: string): void }

const whatIsWrong = (text: string): string => (isOnlyNummer(text) ? t.alleenNummer : t.linkFout)

/** `begin`: what came with the address and was no volglink. */
function LinkVragen({ begin = '', onLink }: { begin?: string; onLink(link: Volglink): void }) {
  const [text, setText] = useState('')
  const [fout, setFout] = useState(begin ? whatIsWrong(begin) : undefined)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const link = parseVolglink(text)
        setFout(link ? undefined : whatIsWrong(text))
        if (link) onLink(link)
      }}
    >
      <p class="utrecht-paragraph">{t.zonder}</p>
      <Field id="volglink" label={t.link} hulp={t.zonderUitleg} fout={fout}>
        {(control) => (
          <input
            {...control}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value)
              setFout(undefined)
            }}
          />
        )}
      </Field>
      <div class="knoppen">
        <button type="submit" class="utrecht-button utrecht-button--primary-action">
          {t.toon}
        </button>
        <a class="utrecht-link" href="/melden">
          {t.meldOpnieuw}
        </a>
      </div>
    </form>
  )
}

function Gevolgd({ link, onLink, onTitel }: GevolgdProps) {
  const [changed, setChanged] = useState<Stuk>()
  const loaded = useLoad(
    (signal) =>
      Promise.all([
        api.followMelding({ params: { nummer: link.nummer }, headers: { volgcode: link.code }, signal }),
        loadCategorieen(),
        loadKernen(),
      ]),
    [link.nummer, link.code],
  )
  const volger = (changed ?? loaded.value?.[0])?.volger
  useEffect(() => onTitel(volger ? nlVolg.titelVolger : nlVolg.titel), [volger])
  if (loaded.problem?.code === 'niet-gevonden' || loaded.problem?.code === 'ongeldige-invoer')
    return (
      <>
        <p class="utrecht-paragraph" role="alert">
          {t.nietGevonden}
        </p>
        <LinkVragen onLink={onLink} />
      </>
    )
  return (
    <LoadState of={loaded}>
      {([opvolging, categorieen, kernen]) => (
        <Opvolging
          opvolging={changed ?? opvolging}
          categorieen={categorieen}
          kernen={kernen}
          reageer={makeReageer(link)}
          onChange={setChanged}
          onVerouderd={() => {
            setChanged(undefined)
            loaded.reload()
          }}
        />
      )}
    </LoadState>
  )
}

export default function Volg() {
  const [link, setLink] = useState(() => parseVolglink(location.hash))
  const [titel, setTitel] = useState(nlVolg.titel)
  useTitle(titel)
  return (
    <div class="pagina pagina--tekst" lang="nl">
      <h1 class="utrecht-heading-1">{titel}</h1>
      {link ? (
        <Gevolgd key={link.nummer + link.code} link={link} onLink={setLink} onTitel={setTitel} />
      ) : (
        <LinkVragen begin={/^#M-/i.test(location.hash) ? location.hash : ''} onLink={setLink} />
      )}
    </div>
  )
}

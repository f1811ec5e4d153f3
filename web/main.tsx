/** Starts the web. Until this has run, index.html shows the way to the form that needs no script. */
import { render } from 'preact'
import { App } from './app.tsx'
import { loadGemeente } from './state/gemeente.ts'

const root = document.getElementById('app')
if (root) {
  root.replaceChildren()
  render(<App />, root)
  void loadGemeente()
  const begin = () => void import('./verzenden/begin.ts').catch(() => undefined)
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}

/** What is done with what people tell. */
import { Tekstpagina } from '../components/Tekstpagina.tsx'
import { privacy } from '../texts/nlPaginas.ts'

export default () => <Tekstpagina {...privacy} />

/** For whom this site works, and how. */
import { Tekstpagina } from '../components/Tekstpagina.tsx'
import { toegankelijkheid } from '../texts/nlPaginas.ts'

export default () => <Tekstpagina {...toegankelijkheid} />

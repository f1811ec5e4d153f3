/** What is done with what people tell. */
import { Tekstpagina } from '../components/Tekstpagina.tsx'
import { instellingen } from '../state/gemeente.ts'
import { makePrivacy } from '../texts/nlPaginas.ts'

export default () => <Tekstpagina {...makePrivacy(instellingen.value?.bewaartermijnDagen)} />

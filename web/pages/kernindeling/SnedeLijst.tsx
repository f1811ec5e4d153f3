/** The buurten that are cut, each with the way back. */
import type { Buurt, Ontwerp } from '../../../functions/contract/kernindeling.ts'
import { nlKernindeling } from '../../texts/nlKernindeling.ts'

const t = nlKernindeling.snijden

type Props = { ontwerp: Ontwerp; buurten: readonly Buurt[]; onHef(buurtcode: string): void }

export function SnedeLijst({ ontwerp, buurten, onHef }: Props) {
  const nameOf = (list: readonly { code: string; naam: string }[], code: string) =>
    list.find((each) => each.code === code)?.naam ?? code
  if (ontwerp.sneden.length === 0) return null
  return (
    <>
      <h4 class="utrecht-heading-3">{t.sneden}</h4>
      <ul class="lijst">
        {ontwerp.sneden.map(({ buurtcode, links, rechts }) => (
          <li key={buurtcode}>
            {t.regel(
              nameOf(buurten, buurtcode),
              nameOf(ontwerp.kernen, links),
              nameOf(ontwerp.kernen, rechts),
            )}{' '}
            <button type="button" class="indeling__knop" onClick={() => onHef(buurtcode)}>
              {t.hef(nameOf(buurten, buurtcode))}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

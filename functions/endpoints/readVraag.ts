/** A question for the engine as it came in a body: the kernen and inwoners of the gemeente filled in, all errors at once. */
import { toFieldErrors, toPointer } from '../contract/fieldErrors.ts'
import { type FieldError, ofFields, Problem } from '../contract/problem.ts'
import { BerekenVraag } from '../contract/wijkbudget.ts'
import { withKernen } from '../domain/verdeling.ts'

type Kernen = Parameters<typeof withKernen>[1]['kernen']

/** Errors of the question in `berekening`, with pointers into the body. Takes any body. */
export function checkVraag(body: unknown, kernen: Kernen): FieldError[] {
  const vraag = toVraag(body, kernen)
  const { error } = vraag ? BerekenVraag.safeParse(vraag, { reportInput: true }) : {}
  return error
    ? toFieldErrors(error, (path) => toPointer(path, '/berekening')).map(nameKern(vraag?.kernen, kernen))
    : []
}

/** A kern whose inhabitants the gemeente itself does not know is named, with what to do. */
const nameKern =
  (rows: unknown, kernen: Kernen) =>
  (error: FieldError): FieldError => {
    const at = /^\/berekening\/kernen\/(\d+)\/inwoners$/.exec(error.pointer)?.[1]
    const row = (rows as ({ kern?: unknown } | null)[] | undefined)?.[Number(at)]
    const kern = kernen.find(({ code }) => code === row?.kern)
    if (!kern || kern.inwoners !== undefined) return error
    const detail = `Van ${kern.naam} is het aantal inwoners niet bekend; dat telt nooit als 0. Leg eerst inwonertallen vast.`
    return { ...error, detail }
  }

/** The question with its kernen, before it is checked. */
export function toVraag(body: unknown, kernen: Kernen): Record<string, unknown> | undefined {
  const berekening = (body as { berekening?: unknown } | null)?.berekening
  const isObject = typeof berekening === 'object' && berekening !== null && !Array.isArray(berekening)
  return isObject ? withKernen(berekening as Record<string, unknown>, { kernen }) : undefined
}

/** The errors of a refusal because of fields; any other refusal stays one. */
export function errorsOf<T>(work: () => T): { value?: T; errors: FieldError[] } {
  try {
    return { value: work(), errors: [] }
  } catch (error) {
    if (error instanceof Problem && error.extra.errors) return { errors: error.extra.errors }
    throw error
  }
}

/** @throws Problem with these errors and those of the question */
export function readVraag(
  body: { berekening: Record<string, unknown> },
  kernen: Kernen,
  others: readonly FieldError[] = [],
): BerekenVraag {
  const errors = [...others, ...checkVraag(body, kernen)]
  if (errors.length > 0) throw ofFields(errors)
  return BerekenVraag.parse(toVraag(body, kernen))
}

/** The field errors of a refusal, by the id of the field on the screen; what belongs to no field is left out. */
import type { Problem } from '../../functions/contract/problem.ts'
import type { Fouten } from '../components/ErrorSummary.tsx'

/** `fieldIds`: start of a JSON pointer → id of the control. */
export function toFouten(problem: Problem, fieldIds: Readonly<Record<string, string>>): Fouten {
  if (problem.code === 'buiten-gemeente' && fieldIds['/geometrie']) {
    return { [fieldIds['/geometrie']]: problem.message }
  }
  const fouten: Fouten = {}
  for (const { pointer, detail } of problem.extra.errors ?? []) {
    const known = Object.keys(fieldIds).find((start) => pointer === start || pointer.startsWith(`${start}/`))
    if (known) fouten[fieldIds[known]!] ??= detail
  }
  return fouten
}

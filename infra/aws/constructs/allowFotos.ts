/** What a function may do with photos: with what came in and with what was cleaned apart, and never list them. */
import { fotoMap } from '../../../functions/contract/foto.ts'
import { acknowledge } from '../acknowledge.ts'
import type { KernpuntFunction } from './KernpuntFunction.ts'

/** @example allowFotos(api, 'kernpunt-gm0373-fotos', { ruw: ['s3:PutObject'], schoon: ['s3:GetObject'] }) */
export function allowFotos(
  fn: KernpuntFunction,
  fotoBucket: string,
  grants: Partial<Record<keyof typeof fotoMap, string[]>>,
): void {
  for (const name of ['ruw', 'schoon'] as const) {
    if (!grants[name]) continue
    const resource = `arn:aws:s3:::${fotoBucket}/${fotoMap[name]}*`
    fn.allow(grants[name], [resource])
    acknowledge(
      fn.role!,
      `IAM5[Resource::${resource}]`,
      'Each photo has a key of its own; these begin alike.',
    )
  }
}

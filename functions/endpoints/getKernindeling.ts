import { Problem } from '../contract/problem.ts'
import type { Routes } from '../contract/routes.ts'
import { toKernindeling } from '../domain/kernindeling/beeld.ts'
import type { Endpoint } from './endpoint.ts'

/** Adopted versions never change, so a browser keeps them; version 1 follows the files, which may be imported again. */
const forGood = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/** An adopted version with its outlines; a draft is not public. */
export const getKernindeling: Endpoint<Routes['getKernindeling']> = async ({ params }, deps) => {
  const record = (await deps.indelingen.list()).find(({ versie }) => versie === params.versie)
  if (record?.status !== 'vastgesteld')
    throw new Problem('niet-gevonden', `Er is geen vastgestelde indeling met versie ${params.versie}.`)
  const { kernen } = await deps.indelingen.open(record)
  return {
    body: toKernindeling(record, kernen, deps.gemeente.bronvermelding),
    ...(record.versie > 1 && { headers: forGood }),
  }
}

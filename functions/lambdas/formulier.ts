/** Deployed entry of the form that makes a melding without JavaScript. */
import { readConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import { createFormulier } from '../http/formulier.ts'
import { lambdaIo } from '../http/io.ts'

export const handler = createFormulier(createDeps(readConfig(process.env)), lambdaIo)

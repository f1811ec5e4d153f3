/** Deployed entry of the API: every row of the route table, and `$default`. */
import { readConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import { createApi } from '../http/api.ts'
import { lambdaIo } from '../http/io.ts'

export const handler = createApi(createDeps(readConfig(process.env)), lambdaIo)

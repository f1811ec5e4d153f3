/** Importing this file makes every refusal of a schema Dutch, for the whole process: zod keeps one error map. */
import * as z from 'zod'
import { inDutch } from '../contract/inDutch.ts'

z.config({ customError: inDutch })

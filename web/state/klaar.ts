/**
 * What stands where the last step was: a receipt, a melding that waits on this device, or one that is followed instead.
 * It is kept in this tab, because its link is the only way back to it.
 */
import type { VolgerOntvangst } from '../../functions/contract/opvolging.ts'
import type { Uitkomst } from '../verzenden/verstuurMelding.ts'

export type Klaar = Uitkomst | { soort: 'gevolgd'; gevolgd: VolgerOntvangst }

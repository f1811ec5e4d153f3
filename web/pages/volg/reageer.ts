/** What somebody does with the secret of a volglink, and what the page says when it is done. */
import type { Opvolging, Reactie } from '../../../functions/contract/opvolging.ts'
import { api } from '../../api.ts'
import type { Volglink } from '../../state/volglink.ts'

/** Sends a reaction; the same key again is the same reaction. */
export type Reageer = (reactie: Reactie, sleutel: string) => Promise<Opvolging>

/** The melding after it, a sentence about what was done, and a way back where there is one. */
export type Gedaan = (next: Opvolging, zin: string, undo?: Undo) => void

export type Undo = { knop: string; klaar: string; mislukt: string; reactie: Reactie }

/** What each part of the page needs to react. */
export type Reactiedeel = { opvolging: Opvolging; reageer: Reageer; gedaan: Gedaan }

export const makeReageer =
  ({ nummer, code }: Volglink): Reageer =>
  (body, idempotencyKey) =>
    api.addReactie({ params: { nummer }, headers: { volgcode: code }, body, idempotencyKey })

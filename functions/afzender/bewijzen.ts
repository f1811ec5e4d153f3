/**
 * Proof of work by ALTCHA (version 2): the question names a key that PBKDF2 gives for one number between two bounds; who
 * answers has to try them one by one. No puzzle, no cookie, no other service. The header `Bewijs` holds the answer as the
 * libraries of ALTCHA write it: base64 of the JSON `{ "challenge": …, "solution": … }`.
 */
import { createHmac } from 'node:crypto'
import { createChallenge, type Payload, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Bewijzen } from '../domain/afzender.ts'

/** Iterations for each number, and the numbers to try: about a second on a laptop, three on a simple phone. */
const cost = 2000
const getallen = { van: 500, tot: 2000 }
/** Long enough for a slow phone that loses its connection for a moment. */
const geldigMinuten = 10

type Settings = {
  /** Secret of this service. */
  sleutel: string
  randomBytes(n: number): Uint8Array
}

const readPayload = (text: string): Payload | undefined => {
  try {
    const payload = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
    const { signature, parameters } = payload.challenge
    return typeof signature === 'string' && typeof parameters.data.tot === 'number' ? payload : undefined
  } catch {
    return undefined
  }
}

/** Anything may stand in an answer: what the library cannot read is no proof. */
const isRight = async (payload: Payload, secrets: Secrets): Promise<boolean> => {
  try {
    return (await verifySolution({ ...payload, deriveKey, ...secrets })).verified
  } catch {
    return false
  }
}
type Secrets = { hmacSignatureSecret: string; hmacKeySignatureSecret: string }

export function createBewijzen({ sleutel, randomBytes }: Settings): Bewijzen {
  const derive = (label: string) => createHmac('sha256', sleutel).update(label).digest('hex')
  const secrets = { hmacSignatureSecret: derive('bewijs'), hmacKeySignatureSecret: derive('bewijs-sleutel') }
  const drawCounter = () => {
    const [a = 0, b = 0] = randomBytes(2)
    return getallen.van + ((a * 256 + b) % (getallen.tot - getallen.van))
  }
  return {
    async ask(now) {
      // The time is in what is signed, and compared with our own clock.
      const tot = Math.floor(now.getTime() / 1000) + geldigMinuten * 60
      const challenge = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: drawCounter(),
        data: { tot },
        deriveKey,
        ...secrets,
      })
      return { ...challenge }
    },

    async check(bewijs, now) {
      const payload = readPayload(bewijs)
      if (!payload?.challenge.signature) return undefined
      const tot = new Date(Number(payload.challenge.parameters.data?.tot) * 1000)
      if (!(tot > now) || !(await isRight(payload, secrets))) return undefined
      return { bewijs: payload.challenge.signature, tot }
    },
  }
}

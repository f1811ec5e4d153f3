/** Stands before a database and tells of every kind of write when it happens for the first time, before its answer. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { listen } from '../../infra/local/listen.ts'
import { readBody } from '../../infra/local/readBody.ts'

type Target = Record<string, { S?: string }>
type Action = { Item?: Target; Key?: Target; UpdateExpression?: string }

/** `melding#M-4F7K-2M9Q` and `bericht#0003#melder` are keys of a kind. */
const kindOf = ({ Item, Key, UpdateExpression = '' }: Action): string => {
  const [pk = '', sk = ''] = [Item ?? Key, Item ?? Key].map((key, i) => key?.[i ? 'sk' : 'pk']?.S ?? '')
  const word = (text: string) => text.split('#')[0]!.replace(/\d.*/, '')
  // Taking a mail and having sent it are two steps.
  const settles = UpdateExpression.includes('#staat') && word(sk) === 'bericht' ? ' (staat)' : ''
  return [word(pk), word(sk)].filter(Boolean).join('/') + settles
}

/** @returns `undefined` for what changes nothing */
const describeWrite = (target: string, body: string): string | undefined => {
  const command = target.split('.').at(-1)!
  if (!/^(Put|Update|Delete|Create|Transact|BatchWrite)/.test(command)) return undefined
  const asked = JSON.parse(body)
  if (asked.TransactItems) {
    const actions = asked.TransactItems.flatMap((item: Record<string, Action>) =>
      Object.entries(item).map(([verb, action]) => `${verb} ${kindOf(action)}`),
    )
    return actions.join(' + ')
  }
  return `${command} ${kindOf(asked)}`.trim()
}

/** @param onFirst when the write is done and nobody knows; its answer never comes */
export async function openKillingDoor(endpoint: string, onFirst: (kind: string) => void) {
  const seen = new Set<string>()
  const pass = async (question: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = (await readBody(question, 20_000_000)) ?? Buffer.alloc(0)
    const kind = describeWrite(String(question.headers['x-amz-target'] ?? ''), body.toString('utf8'))
    const inner = request(
      endpoint,
      { method: question.method ?? 'POST', headers: question.headers },
      (reply) => {
        if (kind === undefined || seen.has(kind) || reply.statusCode !== 200) {
          answer.writeHead(reply.statusCode ?? 500, reply.headers)
          reply.pipe(answer)
          return
        }
        seen.add(kind)
        reply.resume().once('end', () => {
          onFirst(kind)
          answer.destroy()
        })
      },
    )
    inner.once('error', () => answer.destroy())
    inner.end(body)
  }
  const server = createServer((question, answer) => {
    pass(question, answer).catch(() => answer.destroy())
  })
  const url = await listen(server, { port: 0 })
  return {
    url,
    seen,
    close(): void {
      server.close()
      server.closeAllConnections()
    },
  }
}

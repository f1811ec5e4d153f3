/** Sessions and codes of the local identity provider, in memory: signed tokens outlive a restart, sessions do not. */
import type { Adapter, AdapterPayload } from 'oidc-provider'

type Stored = { payload: AdapterPayload; until: number }

/** One store for all kinds; `oidc-provider` makes an adapter per kind of record. */
export function createMemory(clock: () => number = Date.now): (kind: string) => Adapter {
  const records = new Map<string, Stored>()
  const read = (key: string): AdapterPayload | undefined => {
    const stored = records.get(key)
    if (stored && stored.until < clock()) records.delete(key)
    return stored && stored.until >= clock() ? stored.payload : undefined
  }
  const where = (kind: string, matches: (payload: AdapterPayload) => boolean) =>
    [...records.keys()]
      .filter((key) => key.startsWith(`${kind}:`))
      .map(read)
      .find((payload) => payload && matches(payload))

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      records.set(`${kind}:${id}`, { payload, until: clock() + (expiresIn ?? 86_400) * 1000 })
    },
    find: async (id) => read(`${kind}:${id}`),
    findByUid: async (uid) => where(kind, (payload) => payload.uid === uid),
    findByUserCode: async (userCode) => where(kind, (payload) => payload.userCode === userCode),
    async consume(id) {
      const payload = read(`${kind}:${id}`)
      if (payload) payload.consumed = Math.floor(clock() / 1000)
    },
    async destroy(id) {
      records.delete(`${kind}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of records) if (payload.grantId === grantId) records.delete(key)
    },
  })
}

/** What vite.config.ts computes from the contract while building; `routes.ts` gives it its precise types. */
declare module 'virtual:routes' {
  export const routeTable: Record<string, { method: 'GET' | 'POST'; path: string; staff: boolean }>
  export const formulierPad: string
}

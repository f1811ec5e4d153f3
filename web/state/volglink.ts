/** `…/volg#M-4F7K-2M9Q.code` → nummer and code; only what stands behind `#` counts. */
export type Volglink = { nummer: string; code: string }

export function parseVolglink(text: string): Volglink | undefined {
  const found = /#?(M-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})\.([\w-]{16,200})\s*$/.exec(text)
  return found ? { nummer: found[1]!, code: found[2]! } : undefined
}

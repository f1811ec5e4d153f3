/** `…/volg#M-4F7K-2M9Q.code` → nummer and code; only what stands behind `#` counts. */
export type Volglink = { nummer: string; code: string }

const nummer = 'M-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}'
const whole = new RegExp(`#?(${nummer})\\.([\\w-]{16,200})\\s*$`)
const onlyNummer = new RegExp(`^\\s*#?${nummer}\\.?\\s*$`, 'i')

export function parseVolglink(text: string): Volglink | undefined {
  const found = whole.exec(text)
  return found ? { nummer: found[1]!, code: found[2]! } : undefined
}

/** Somebody has the number at hand and not the link, which is what keeps a melding from the eyes of others. */
export const isOnlyNummer = (text: string): boolean => onlyNummer.test(text)

/** Of the field that answers an extra question. */
export const vraagId = (code: string): string => `vraag-${code}`

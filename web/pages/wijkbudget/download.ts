/** Hands a text or bytes to the reader as a file. */
export function download(name: string, content: string | Uint8Array | Blob, type: string): void {
  const link = document.createElement('a')
  // A copy in a buffer of its own: Blob takes no shared memory.
  link.href = URL.createObjectURL(
    content instanceof Blob
      ? content
      : new Blob([typeof content === 'string' ? content : content.slice()], { type }),
  )
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

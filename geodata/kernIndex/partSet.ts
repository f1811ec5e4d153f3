/** A small sorted set of parts that reuses its memory: a build goes through millions of them. */
export class PartSet {
  /** Ascending; only the first `count` count. */
  parts = new Int32Array(8)
  count = 0

  has(part: number): boolean {
    for (let i = 0; i < this.count; i++) if (this.parts[i] === part) return true
    return false
  }

  add(part: number): void {
    if (!this.has(part)) this.toggle(part)
  }

  /** Puts a part in, or takes it out. */
  toggle(part: number): void {
    const from = this.parts
    let i = this.count
    while (i > 0 && from[i - 1]! > part) i--
    if (i > 0 && from[i - 1] === part) {
      this.count--
      for (let k = i - 1; k < this.count; k++) from[k] = from[k + 1]!
      return
    }
    if (this.count === from.length) this.#widen()
    for (let k = this.count++; k > i; k--) this.parts[k] = this.parts[k - 1]!
    this.parts[i] = part
  }

  /** Keeps what is at most `most`. */
  limit(most: number): void {
    while (this.count > 0 && this.parts[this.count - 1]! > most) this.count--
  }

  copy({ parts, count }: PartSet): void {
    while (this.parts.length < count) this.#widen()
    for (let i = 0; i < count; i++) this.parts[i] = parts[i]!
    this.count = count
  }

  #widen(): void {
    const from = this.parts
    this.parts = new Int32Array(2 * from.length)
    this.parts.set(from)
  }
}

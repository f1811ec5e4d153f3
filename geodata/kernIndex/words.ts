/** 32-bit words that grow. */
export class Words {
  words = new Int32Array(64)
  length = 0

  /** Room for `count` words more; gives the place of the first. */
  reserve(count: number): number {
    const at = this.length
    this.length += count
    if (this.length > this.words.length) {
      const wider = new Int32Array(Math.max(this.length, 2 * this.words.length))
      wider.set(this.words)
      this.words = wider
    }
    return at
  }

  push(word: number): number {
    const at = this.reserve(1)
    this.words[at] = word
    return at
  }

  used(): Int32Array<ArrayBuffer> {
    return this.words.slice(0, this.length)
  }
}

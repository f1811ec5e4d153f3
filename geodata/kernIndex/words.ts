/** 32-bit words that grow. Memory that is not written yet costs nothing, so a generous capacity is cheap. */
export class Words {
  words: Int32Array<ArrayBuffer>
  length = 0

  constructor(capacity = 64) {
    this.words = new Int32Array(capacity)
  }

  /** Room for `count` words more; gives the place of the first. */
  reserve(count: number): number {
    const at = this.length
    this.length += count
    if (this.length > this.words.length) this.#widen()
    return at
  }

  #widen(): void {
    const wider = new Int32Array(Math.max(this.length, 2 * this.words.length))
    wider.set(this.words)
    this.words = wider
  }

  push(word: number): number {
    const at = this.reserve(1)
    this.words[at] = word
    return at
  }

  /** A view, until the next word. */
  used(): Int32Array<ArrayBuffer> {
    return this.words.subarray(0, this.length)
  }
}

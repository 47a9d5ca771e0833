/** Numbers of which nobody knows beforehand how many come. */
export class Grown {
  length = 0
  #values = new Uint32Array(1 << 10)

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  get values(): Uint32Array {
    return this.#values.subarray(0, this.length)
  }
}

/** Bytes of which nobody knows beforehand how many come. */
export class GrownBytes {
  length = 0
  #bytes = new Uint8Array(1 << 12)
  readonly #encoder = new TextEncoder()

  /** Appends the UTF-8 of a text. */
  write(text: string): void {
    const room = this.length + text.length * 3
    if (room > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(room, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.length))
      this.#bytes = larger
    }
    this.length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.length)).written
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }
}

const END = 0xff
/** Bytes of the first piece of memory; each next one is twice as large, up to the largest. A longer text has one of its own. */
const [FIRST_PIECE, PIECE] = [1 << 14, 1 << 24]

/**
 * Many texts as UTF-8 in few pieces of memory, by number from 0. Behind each stands a byte 0xFF, which no UTF-8 holds, so that a
 * loop over its letters needs no check for the end.
 */
export class Texts {
  readonly #pieces: Uint8Array[] = []
  #used = 0
  #count = 0
  #piece = new Uint16Array(1024)
  #from = new Uint32Array(1024)
  #to = new Uint32Array(1024)
  readonly #encoder = new TextEncoder()

  get count(): number {
    return this.#count
  }

  /** Bytes of all texts. */
  get bytes(): number {
    let sum = 0
    for (let i = 0; i < this.#count; i++) sum += (this.#to[i] as number) - (this.#from[i] as number)
    return sum
  }

  /** Takes a text in and gives its number. */
  add(text: string): number {
    // UTF-8 needs at most three bytes for a UTF-16 unit.
    const room = this.#room(text.length * 3 + 1)
    return this.#took(this.#encoder.encodeInto(text, room.subarray(this.#used)).written)
  }

  /** The same for bytes that are UTF-8. What is not is compared as if it stood not there. */
  addBytes(bytes: Uint8Array): number {
    this.#room(bytes.length + 1).set(bytes, this.#used)
    return this.#took(bytes.length)
  }

  /** The memory that text `i` lies in, from `from(i)` to `to(i)`. */
  memory(i: number): Uint8Array {
    return this.#pieces[this.#piece[i] as number] as Uint8Array
  }
  from(i: number): number {
    return this.#from[i] as number
  }
  to(i: number): number {
    return this.#to[i] as number
  }
  text(i: number): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.memory(i).subarray(this.from(i), this.to(i)))
  }

  #room(needed: number): Uint8Array {
    let last = this.#pieces.at(-1)
    if (last === undefined || this.#used + needed > last.length) {
      last = new Uint8Array(Math.max(Math.min(PIECE, FIRST_PIECE * 2 ** this.#pieces.length), needed))
      this.#pieces.push(last)
      this.#used = 0
    }
    return last
  }

  #took(length: number): number {
    const i = this.#count++
    if (i === this.#from.length) {
      this.#piece = grown(this.#piece, i * 2)
      this.#from = grown(this.#from, i * 2)
      this.#to = grown(this.#to, i * 2)
    }
    this.#piece[i] = this.#pieces.length - 1
    this.#from[i] = this.#used
    this.#used += length
    this.#to[i] = this.#used
    const memory = this.#pieces.at(-1) as Uint8Array
    memory[this.#used++] = END
    return i
  }
}

/** One text as `Texts` keeps it: UTF-8 and the byte that ends it. */
export function endedBytes(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  const ended = new Uint8Array(bytes.length + 1).fill(END)
  ended.set(bytes)
  return ended
}

function grown<T extends Uint16Array | Uint32Array>(old: T, length: number): T {
  const larger = new (old.constructor as new (n: number) => T)(length)
  larger.set(old)
  return larger
}

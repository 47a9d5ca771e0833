import type { Spellings } from '../../compute/record-linkage/columns.ts'
import { shared32, shared8 } from './shared.ts'

/** Gathers spellings as they come and lays them out in the order of their codes. No string is kept. */
export class SpellingStore {
  #bytes = new Uint8Array(1 << 16)
  #used = 0
  #starts = new Uint32Array(1024)
  #lengths = new Uint32Array(1024)

  /** A code that has a spelling already keeps it. */
  add(code: number, from: Uint8Array, length: number): void {
    if (code >= this.#starts.length) {
      const length = Math.max(code + 1, this.#starts.length * 2)
      this.#starts = enlarged(this.#starts, new Uint32Array(length))
      this.#lengths = enlarged(this.#lengths, new Uint32Array(length))
    }
    if (this.#lengths[code] !== 0) return
    if (this.#used + length > this.#bytes.length)
      this.#bytes = enlarged(this.#bytes, new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + length)))
    for (let i = 0; i < length; i++) this.#bytes[this.#used + i] = from[i]!
    this.#starts[code] = this.#used
    this.#lengths[code] = length
    this.#used += length
  }

  /** `order[code]`: under which code the spelling was added that is to have this code. */
  finish(order: Uint32Array): Spellings {
    const offsets = shared32(order.length + 1)
    let at = 0
    for (let code = 0; code < order.length; code++) offsets[code + 1] = at += this.#lengths[order[code]!] ?? 0
    const bytes = shared8(at)
    for (let code = 0; code < order.length; code++) {
      const start = this.#starts[order[code]!] ?? 0
      bytes.set(this.#bytes.subarray(start, start + offsets[code + 1]! - offsets[code]!), offsets[code])
    }
    return { bytes, offsets }
  }
}

function enlarged<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

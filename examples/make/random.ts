import { createHash } from 'node:crypto'

/**
 * Chance that can be repeated: the same seed gives the same company. `fork` gives a stream of its own to each part, so that one
 * more candidate or one more word in a list does not change everybody else.
 */
export class Random {
  readonly #seed: string
  #state: [number, number, number, number]

  constructor(seed: string) {
    this.#seed = seed
    const bytes = createHash('sha256').update(seed).digest()
    this.#state = [bytes.readUInt32LE(0), bytes.readUInt32LE(4), bytes.readUInt32LE(8), bytes.readUInt32LE(12) | 1]
  }

  fork(name: string): Random {
    return new Random(`${this.#seed}/${name}`)
  }

  /** 0 ≤ x < 1. sfc32 by Chris Doty-Humphrey. */
  next(): number {
    const [a, b, c, d] = this.#state
    const t = (((a + b) | 0) + d) | 0
    this.#state = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + t) | 0, (d + 1) | 0]
    return (t >>> 0) / 4_294_967_296
  }

  /** Whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(p: number): boolean {
    return this.next() < p
  }

  pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.next() * list.length)]
    if (one === undefined) throw new RangeError('There is nothing to pick from.')
    return one
  }

  shuffle<T>(list: readonly T[]): T[] {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i -= 1) {
      const j = this.int(0, i)
      ;[out[i], out[j]] = [out[j] as T, out[i] as T]
    }
    return out
  }

  sample<T>(list: readonly T[], count: number): T[] {
    return this.shuffle(list).slice(0, count)
  }

  hex(digits: number): string {
    let out = ''
    while (out.length < digits) out += this.int(0, 15).toString(16)
    return out
  }
}

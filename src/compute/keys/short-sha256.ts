/**
 * The first 32 bits of SHA-256 twice over (FIPS 180-4) of a message of at most 55 bytes, which is one block. Written out here
 * because restoring an address hashes millions of them, and the general implementation takes three times as long for one block.
 */

const PRIMES = [2]
for (let n = 3; PRIMES.length < 64; n += 2) if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n)
/** First 32 bits of what stands behind the point. A double holds them exactly. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))

const schedule = new Int32Array(64)
const state = new Int32Array(8)

/** One block, whose first sixteen words stand in `schedule`, from the start; leaves its digest in `state`. */
function compress(): void {
  for (let t = 16; t < 64; t++) {
    const w15 = schedule[t - 15]!
    const w2 = schedule[t - 2]!
    const s0 = ((w15 >>> 7) | (w15 << 25)) ^ ((w15 >>> 18) | (w15 << 14)) ^ (w15 >>> 3)
    const s1 = ((w2 >>> 17) | (w2 << 15)) ^ ((w2 >>> 19) | (w2 << 13)) ^ (w2 >>> 10)
    schedule[t] = (schedule[t - 16]! + s0 + schedule[t - 7]! + s1) | 0
  }
  let a = START[0]!
  let b = START[1]!
  let c = START[2]!
  let d = START[3]!
  let e = START[4]!
  let f = START[5]!
  let g = START[6]!
  let h = START[7]!
  for (let t = 0; t < 64; t++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[t]! + schedule[t]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = START[0]! + a
  state[1] = START[1]! + b
  state[2] = START[2]! + c
  state[3] = START[3]! + d
  state[4] = START[4]! + e
  state[5] = START[5]! + f
  state[6] = START[6]! + g
  state[7] = START[7]! + h
}

/** `words`: the message from its first byte on, four bytes a word, no more of them than it needs, the last one filled with zeros; `bytes`: its length, at most 55. */
export function firstOfDoubleSha256(words: Int32Array, bytes: number): number {
  schedule.fill(0, 0, 16)
  schedule.set(words)
  schedule[bytes >> 2]! |= 0x80 << (24 - 8 * (bytes & 3))
  schedule[15] = bytes * 8
  compress()
  schedule.set(state)
  schedule[8] = 0x80000000
  schedule.fill(0, 9, 15)
  schedule[15] = 256
  compress()
  return state[0]! >>> 0
}

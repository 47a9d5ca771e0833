/**
 * 64-bit hashes of runs of bytes: two lanes of MurmurHash3's steps (A. Appleby, public domain) over words of four bytes, each lane fed
 * with the other, so that the state has 64 bits. Spreads well; keeps no secrets. One object an instance, and none a call.
 */
export class ByteHash {
  /** The lower and the upper 32 bits of the last answer, unsigned. */
  low = 0
  high = 0

  /** Of bytes[start … end). Another seed gives other hashes. */
  of(bytes: Uint8Array, start: number, end: number, seed = 0): void {
    let a = seed ^ 0x9368e53c
    let b = seed ^ 0x586dcd20
    let at = start
    for (; at + 4 <= end; at += 4) {
      const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
      a = (Math.imul(rotated(a ^ scrambled(word, 0x239b961b, 0xab0e9789), 19) + b, 5) + 0x561ccd1b) | 0
      b = (Math.imul(rotated(b ^ scrambled(word, 0x38b34ae5, 0xa1e38b93), 17) + a, 5) + 0x0bcaa747) | 0
    }
    let rest = 0
    for (let shift = 0; at < end; at++, shift += 8) rest |= bytes[at]! << shift
    a ^= scrambled(rest, 0x239b961b, 0xab0e9789) ^ (end - start)
    b ^= scrambled(rest, 0x38b34ae5, 0xa1e38b93) ^ (end - start)
    a = mixed(a + b)
    b = mixed(b + a)
    this.low = (a + b) >>> 0
    this.high = b >>> 0
  }
}

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
const scrambled = (word: number, first: number, second: number): number => Math.imul(rotated(Math.imul(word, first), 15), second)

/** Murmur3's finaliser: every bit of the input changes every bit of the output. */
function mixed(value: number): number {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/**
 * Perceptual hash of a picture: two files of the same photograph, recompressed or resized, have hashes a few bits apart.
 *
 * Method: the picture is averaged down to 32×32, transformed with a two-dimensional DCT-II, and of the coefficients the 8×8
 * block of lowest frequencies without the zeroth row and column (which hold the mean and plain gradients) gives one bit each:
 * above the block's median or not. After Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010),
 * section 3.2.1, as in pHash's `ph_dct_imagehash`.
 *
 * It sees pictures, never faces: two photographs of one person are different pictures.
 */
export interface ImageHash {
  /** 64 bits as 16 hexadecimal digits, the lowest frequency first. */
  readonly dct: string
  /** The same of the picture flipped left to right. */
  readonly mirror: string
}

const SIDE = 32
const LOW = 8
/**
 * Below this many grey levels (of 255, orthonormal DCT) a coefficient is what JPEG rounding leaves behind, so its bit would be
 * chance. When more than half of the block is that small, as in a flat picture or a bare gradient, there is no usable hash.
 */
const NOISE = 0.5

/**
 * @param gray width × height grey values from 0 to 255, row by row from the top left
 * @returns undefined when the picture is too plain to tell it from others
 */
export function imageHash(gray: Float64Array | Uint8Array, width: number, height: number): ImageHash | undefined {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1 || gray.length !== width * height)
    throw new RangeError(`imageHash: ${gray.length} values are not ${width}×${height}`)
  const block = lowFrequencies(shrink(gray, width, height))
  if (medianOf(block.map(Math.abs)) < NOISE) return undefined
  // A flipped cosine of odd horizontal frequency is its own negative, of even frequency itself: flipping the coefficients is
  // flipping the picture, without rounding differently.
  const flipped = block.map((c, i) => (((i % LOW) + 1) % 2 === 1 ? -c : c))
  return { dct: bitsOf(block), mirror: bitsOf(flipped) }
}

/** How many of the 64 bits differ, 0 to 64. Both 16 hexadecimal digits. */
export function hamming(a: string, b: string): number {
  return bitCount(word(a, 0) ^ word(b, 0)) + bitCount(word(a, 1) ^ word(b, 1))
}

/** Two pictures are taken for one when their hashes differ in at most this many bits; `hashBlocks` finds all such pairs. */
export const SAME_PICTURE = 6

/**
 * 28 keys of a hash, one for each pair of its eight bytes, as `pair << 16 | byte << 8 | byte`. Six differing bits spoil at most
 * six bytes, so hashes at most six bits apart share a key (Norouzi, Punjani, Fleet: multi-index hashing, 2012). Pairs rather
 * than single bytes: with 256 values a key, strangers would meet under every one of them.
 */
export function hashBlocks(hash: string): number[] {
  const bytes = hash.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? []
  const keys: number[] = []
  for (const [i, first] of bytes.entries()) {
    for (const second of bytes.slice(i + 1)) keys.push(((keys.length << 16) | (first << 8) | second) >>> 0)
  }
  return keys
}

/**
 * Grey values of interleaved pixels (luma of ITU-R BT.601), so that every reader of pictures hashes the same thing.
 * A see-through pixel is laid on white.
 * @param channels values per pixel: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha; each 0 to 255
 */
export function grayOf(pixels: Uint8Array | Uint8ClampedArray, channels: 1 | 2 | 3 | 4): Uint8Array {
  const gray = new Uint8Array(pixels.length / channels)
  for (let i = 0, p = 0; i < gray.length; i++, p += channels) {
    const first = pixels[p]!
    const level = channels < 3 ? first : 0.299 * first + 0.587 * pixels[p + 1]! + 0.114 * pixels[p + 2]!
    const cover = channels % 2 === 0 ? pixels[p + channels - 1]! / 255 : 1
    gray[i] = Math.round(level * cover + 255 * (1 - cover))
  }
  return gray
}

/** Mean grey over each of 32×32 equal areas; a pixel on a border counts for both sides by its share. */
function shrink(gray: Float64Array | Uint8Array, width: number, height: number): Float64Array {
  const rows = new Float64Array(height * SIDE)
  for (let y = 0; y < height; y++) averageInto({ from: gray, start: y * width, step: 1, count: width }, rows, y * SIDE, 1)
  const small = new Float64Array(SIDE * SIDE)
  for (let x = 0; x < SIDE; x++) averageInto({ from: rows, start: x, step: SIDE, count: height }, small, x, SIDE)
  return small
}

interface Strip {
  readonly from: Float64Array | Uint8Array
  readonly start: number
  readonly step: number
  readonly count: number
}

function averageInto(strip: Strip, to: Float64Array, start: number, step: number): void {
  const span = strip.count / SIDE
  for (let cell = 0; cell < SIDE; cell++) {
    const low = cell * span
    const high = low + span
    let sum = 0
    for (let i = Math.floor(low); i < high && i < strip.count; i++) {
      sum += strip.from[strip.start + i * strip.step]! * (Math.min(i + 1, high) - Math.max(i, low))
    }
    to[start + cell * step] = sum / span
  }
}

/** cos((2x+1)uπ/64) · ¼ for u = 1…8: the orthonormal DCT-II basis of length 32 without its constant. */
const BASIS = Array.from({ length: LOW }, (_, u) =>
  Float64Array.from({ length: SIDE }, (_, x) => Math.cos(((2 * x + 1) * (u + 1) * Math.PI) / (2 * SIDE)) * Math.sqrt(2 / SIDE)),
)

/** The 64 coefficients, row by row of vertical frequency. Rounded, so that nothing hangs on the order of additions. */
function lowFrequencies(small: Float64Array): number[] {
  const across = BASIS.map((wave) => {
    const column = new Float64Array(SIDE)
    for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) column[y]! += small[y * SIDE + x]! * wave[x]!
    return column
  })
  return BASIS.flatMap((wave) => across.map((column) => Math.round(column.reduce((sum, c, y) => sum + c * wave[y]!, 0) * 1e6) / 1e6))
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2
}

function bitsOf(block: readonly number[]): string {
  const median = medianOf(block)
  let hex = ''
  for (let i = 0; i < block.length; i += 4) {
    let digit = 0
    for (let j = i; j < i + 4; j++) digit = (digit << 1) | (block[j]! > median ? 1 : 0)
    hex += digit.toString(16)
  }
  return hex
}

const word = (hash: string, half: 0 | 1): number => Number.parseInt(hash.slice(half * 8, half * 8 + 8), 16)

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
